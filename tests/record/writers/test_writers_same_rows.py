"""The same records through every writer are the same rows, as other programs read them."""

from __future__ import annotations

import csv
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import astuple
from datetime import datetime
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from extract.files import FORMATS
from extract.record.flat import COLUMNS, FLAT_COLUMNS, flat_rows
from extract.record.record import Record
from extract.record.writers.excel import excel_rows
from tests.record.writers.made import hard_records, written

Row = tuple[Any, ...]


@pytest.fixture(scope="module")
def records() -> list[Record]:
    return hard_records()


@pytest.fixture(scope="module")
def rows(records: list[Record]) -> list[Row]:
    return [astuple(row) for record in records for row in flat_rows(record)]


def typed(cells: list[str]) -> Row:
    """Cells of a CSV file: an empty one is None where its column may be."""
    return tuple(
        None if cell == "" and column.nullable else column.type(cell)
        for cell, column in zip(cells, COLUMNS, strict=True)
    )


def from_csv(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as stream:
        _, *lines = csv.reader(stream, strict=True)
    return [typed(line) for line in lines]


def from_pandas(table: pd.DataFrame) -> list[Row]:
    assert tuple(table.columns) == FLAT_COLUMNS
    return [tuple(None if pd.isna(cell) else cell for cell in row) for row in table.itertuples(index=False)]


def from_csv_by_pandas(path: Path) -> list[Row]:
    strings = {column.name: str for column in COLUMNS if column.type is str}
    table = pd.read_csv(path, dtype=strings, keep_default_na=False, na_values=[""])
    table["flags"] = table["flags"].fillna("")
    return from_pandas(table)


def from_json(path: Path) -> list[Row]:
    lines = path.read_text("utf-8").split("\n")
    if path.name.endswith(".json"):
        lines = [line.rstrip(",") for line in lines]
    found = [
        Record.model_validate_json(line.removeprefix("[")) for line in lines if line.startswith(("{", "[{"))
    ]
    return [astuple(row) for record in found for row in flat_rows(record)]


def from_sqlite(path: Path) -> list[Row]:
    with closing(sqlite3.connect(path)) as database:
        cursor = database.execute("SELECT * FROM records")
        assert tuple(column[0] for column in cursor.description) == FLAT_COLUMNS
        return cursor.fetchall()


def from_parquet(path: Path) -> list[Row]:
    pytest.importorskip("pyarrow", reason="needs the parquet extra")
    return from_pandas(pd.read_parquet(path))


def from_duckdb(path: Path) -> list[Row]:
    duckdb = pytest.importorskip("duckdb", reason="not everywhere")
    found: list[Row] = duckdb.sql(f"SELECT * FROM '{path}'").fetchall()
    return found


def from_nested_parquet(path: Path) -> list[Row]:
    parquet = pytest.importorskip("pyarrow.parquet", reason="needs the parquet extra")
    found = [Record.model_validate(row) for row in parquet.read_table(path).to_pylist()]
    return [astuple(row) for record in found for row in flat_rows(record)]


@pytest.mark.parametrize(
    ("extension", "read"),
    [
        ("jsonl", from_json),
        ("json", from_json),
        ("csv", from_csv),
        ("csv", from_csv_by_pandas),
        ("parquet", from_parquet),
        ("parquet", from_duckdb),
        ("nested.parquet", from_nested_parquet),
        ("sqlite", from_sqlite),
    ],
)
def test_what_is_read_back_is_what_was_written(
    extension: str, read: Callable[[Path], list[Row]], tmp_path: Path, records: list[Record], rows: list[Row]
) -> None:
    if "parquet" in extension:
        pytest.importorskip("pyarrow", reason="needs the parquet extra")
    assert read(written(tmp_path, records, extension)) == rows


def test_a_workbook_has_the_rows_as_excel_can_hold_them(tmp_path: Path, records: list[Record]) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    unescape = pytest.importorskip("openpyxl.utils.escape").unescape

    def read(cell: Any) -> Any:
        if isinstance(cell, datetime):
            return cell.date().isoformat()
        return unescape(cell) if isinstance(cell, str) else cell

    book = openpyxl.load_workbook(written(tmp_path, records, "xlsx"))
    head, *lines = book["quotes"].iter_rows(values_only=True)
    assert head == FLAT_COLUMNS
    found = [tuple(read(cell) for cell in line) for line in lines]
    # An empty text is an empty cell; lines end in a line feed, and "<r>...</r>" has a space behind it.
    differing: dict[Any, Any] = {
        "": None,
        "one\r\ntwo\nthree\u2028four": "one\ntwo\nthree\u2028four",
        "<r>bold</r>": "<r>bold</r> ",
    }
    expected = [
        tuple(differing.get(cell, cell) for cell in cells) for r in records for cells in excel_rows(r)
    ]
    assert found == expected


@pytest.mark.parametrize("extension", FORMATS)
def test_the_same_records_are_the_same_bytes(extension: str, tmp_path: Path, records: list[Record]) -> None:
    if "parquet" in extension:
        pytest.importorskip("pyarrow", reason="needs the parquet extra")
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
    one, two = (written(tmp_path / name, records, extension) for name in ("one", "two"))
    assert one.read_bytes() == two.read_bytes()


@pytest.mark.parametrize("extension", FORMATS)
def test_no_records_are_a_file_all_the_same(extension: str, tmp_path: Path) -> None:
    if "parquet" in extension:
        pytest.importorskip("pyarrow", reason="needs the parquet extra")
    assert written(tmp_path, [], extension).is_file()
