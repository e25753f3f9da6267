"""Schemas for other programs, made from the one definition of records: JSON Schema and Frictionless."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from extract.files import KINDS
from extract.record.flat import COLUMNS, Column
from extract.record.record import SCHEMA_VERSION, Record

_TYPES = {str: "string", int: "integer", float: "number"}


def record_schema() -> dict[str, Any]:
    """Make the JSON Schema of a record."""
    schema = Record.model_json_schema(mode="serialization")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}


def table_schema() -> dict[str, Any]:
    """Make the Frictionless Table Schema of the flat rows."""
    return {"fields": [_field(column) for column in COLUMNS], "missingValues": [""]}


def data_package(files: Sequence[str]) -> dict[str, Any]:
    """Make the Frictionless Data Package of a folder that holds `files`."""
    return {
        "profile": "data-package",
        "name": "extract-records",
        "title": "Who said what about which organization, and when",
        "version": SCHEMA_VERSION,
        "resources": [_resource(name) for name in files],
    }


def _resource(name: str) -> dict[str, Any]:
    kind = KINDS[name]
    base, _, extension = name.rpartition(".")
    resource = {
        "name": base.replace(".", "-") + f"-{extension}",
        "path": name,
        "format": extension,
        "mediatype": kind.media_type,
        "description": kind.description,
    }
    if kind.encoding is not None:
        resource["encoding"] = kind.encoding
    if kind.table:
        return {"profile": "tabular-data-resource", **resource, "schema": table_schema()}
    return {"profile": "data-resource", **resource}


def _field(column: Column) -> dict[str, Any]:
    kind = "date" if column.day else _TYPES[column.type]
    constraints: dict[str, Any] = {"required": True} if column.filled else {}
    if column.values:
        constraints["enum"] = list(column.values)
    field = {"name": column.name, "type": kind, "description": column.meaning}
    return {**field, "constraints": constraints} if constraints else field
