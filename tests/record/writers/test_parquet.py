"""Parquet, as others read it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import astuple
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from extract.article import Article
from extract.record.flat import FLAT_COLUMNS, flat_rows
from extract.record.record import SCHEMA_VERSION, Record
from extract.record.writers.parquet import arrow_schema, write_parquet
from extract.runs.extractor import Extractor

pa = pytest.importorskip("pyarrow", reason="needs the parquet extra")

MakeArticle = Callable[..., Article]


def write(path: Path, records: list[Record]) -> Any:
    from pyarrow import parquet

    with write_parquet(path) as add:
        for record in records:
            add(record)
    return parquet.ParquetFile(path)


@pytest.fixture
def record(make_article: MakeArticle, extractor: Extractor) -> Record:
    """One with marks, a line end and an emoji in it."""
    [outcome] = extractor([make_article('She said "we, the bank;\r\n – 😀 won".', title='The "bank", won')])
    return outcome.records[0]


def test_the_schema_is_that_of_the_flat_rows() -> None:
    schema = arrow_schema()
    assert tuple(schema.names) == FLAT_COLUMNS
    assert schema.metadata == {b"schema_version": SCHEMA_VERSION.encode()}
    assert (schema.field("start").type, schema.field("confidence").type) == (pa.int64(), pa.float64())
    assert schema.field("said_start").type == pa.string()
    assert (schema.field("quote").nullable, schema.field("organization").nullable) == (False, True)


def test_rows_are_those_of_the_records(tmp_path: Path, record: Record) -> None:
    table = write(tmp_path / "records.parquet", [record, record]).read()
    rows = [tuple(row.values()) for row in table.to_pylist()]
    assert rows == [astuple(row) for row in flat_rows(record)] * 2


def test_pandas_reads_it(tmp_path: Path, record: Record) -> None:
    write(tmp_path / "records.parquet", [record])
    table = pd.read_parquet(tmp_path / "records.parquet")
    assert table["said_start"].tolist() == ["2017-04-01"]
    assert table["cue"].isna().all()


def test_rows_are_written_in_groups_as_they_come(tmp_path: Path, record: Record) -> None:
    file = write(tmp_path / "records.parquet", [record] * 45_000)
    assert [file.metadata.row_group(at).num_rows for at in range(file.num_row_groups)] == [
        20_000,
        20_000,
        5_000,
    ]


def test_no_records_are_a_table_with_columns(tmp_path: Path) -> None:
    table = write(tmp_path / "records.parquet", []).read()
    assert (table.num_rows, tuple(table.column_names)) == (0, FLAT_COLUMNS)


def test_the_same_records_give_the_same_bytes(tmp_path: Path, record: Record) -> None:
    for name in ("one", "two"):
        write(tmp_path / name, [record] * 3)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()
