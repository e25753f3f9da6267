"""The schemas that other programs read, made from the one definition: JSON Schema and Frictionless."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from extract.record.flat import COLUMNS, Column
from extract.record.record import SCHEMA_VERSION, Record

_TYPES = {str: "string", int: "integer", float: "number"}
_LINES = "application/x-ndjson"
_KINDS = {
    "records.jsonl": (_LINES, "Records, one a line; `extract schema` prints their JSON Schema."),
    "records.json": ("application/json", "Records, as one array; `extract schema` prints their JSON Schema."),
    "records.csv": ("text/csv", "Flat rows: a quote and one of its organizations."),
    "records.excel.csv": (
        "text/csv",
        "Flat rows for spreadsheets: no line breaks or formulas, long texts cut.",
    ),
    "records.xlsx": (
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "A workbook of the flat rows, and counts by speaker, organization, month and outlet.",
    ),
    "records.parquet": ("application/vnd.apache.parquet", "Flat rows with types."),
    "records.nested.parquet": ("application/vnd.apache.parquet", "Records, one a row, nested."),
    "records.sqlite": (
        "application/vnd.sqlite3",
        "Articles, quotes, organizations, and the view `records`.",
    ),
    "failures.jsonl": (_LINES, "Inputs that gave no records, with the reason."),
    "articles.jsonl": (_LINES, "The articles as read; offsets count code points of their text."),
}
_TABLES = ("records.csv", "records.excel.csv", "records.xlsx", "records.parquet")
_BINARY = ("xlsx", "parquet", "sqlite")


def record_schema() -> dict[str, Any]:
    """The JSON Schema of a record."""
    schema = Record.model_json_schema(mode="serialization")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}


def table_schema() -> dict[str, Any]:
    """The Frictionless Table Schema of the flat rows."""
    return {"fields": [_field(column) for column in COLUMNS], "missingValues": [""]}


def data_package(files: Sequence[str]) -> dict[str, Any]:
    """The Frictionless Data Package of a folder that holds `files`."""
    return {
        "profile": "data-package",
        "name": "extract-records",
        "title": "Who said what about which organization, and when",
        "version": SCHEMA_VERSION,
        "resources": [_resource(name) for name in files],
    }


def _resource(name: str) -> dict[str, Any]:
    mediatype, description = _KINDS[name]
    extension = name.rpartition(".")[2]
    resource = {
        "name": name.rpartition(".")[0].replace(".", "-") + f"-{extension}",
        "path": name,
        "format": extension,
        "mediatype": mediatype,
        "description": description,
    }
    if extension not in _BINARY:
        resource["encoding"] = "utf-8"
    if name in _TABLES:
        return {"profile": "tabular-data-resource", **resource, "schema": table_schema()}
    return {"profile": "data-resource", **resource}


def _field(column: Column) -> dict[str, Any]:
    kind = "date" if column.day else _TYPES[column.type]
    constraints: dict[str, Any] = {"required": True} if column.filled else {}
    if column.values:
        constraints["enum"] = list(column.values)
    field = {"name": column.name, "type": kind, "description": column.meaning}
    return {**field, "constraints": constraints} if constraints else field
