"""Records to files."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

from extract.article import Article
from extract.files import FORMATS
from extract.record.flat import FLAT_COLUMNS
from extract.record.record import Record
from extract.record.writers import write_records
from extract.record.writers.atomic_file import atomic_path
from extract.runs.extractor import Extractor

MakeArticle = Callable[..., Article]


@pytest.fixture
def records(make_article: MakeArticle, extractor: Extractor) -> list[Record]:
    """Two records, one with commas, marks, line ends and an emoji in it."""
    article = make_article(
        'She said "we, the bank;\r\n – 😀 \u2028 won" and "we lost".', title='The "bank", won'
    )
    return list(extractor([article])[0].records)


def write(folder: Path, records: list[Record], *formats: str) -> None:
    with write_records(folder, formats) as add:
        for record in records:
            add(record)


def test_json_lines_are_one_record_a_line(tmp_path: Path, records: list[Record]) -> None:
    write(tmp_path, records, "jsonl")
    data = (tmp_path / "records.jsonl").read_bytes()
    assert data.endswith(b"}\n")
    assert [Record.model_validate_json(line) for line in data.split(b"\n")[:-1]] == records
    assert "😀".encode() in data


def test_json_is_one_array_of_the_same_records(tmp_path: Path, records: list[Record]) -> None:
    write(tmp_path, records, "json", "jsonl")
    lines = (tmp_path / "records.jsonl").read_text("utf-8").split("\n")[:-1]
    assert json.loads((tmp_path / "records.json").read_bytes()) == [json.loads(line) for line in lines]


def test_csv_is_rfc_4180_with_the_columns_in_order(tmp_path: Path, records: list[Record]) -> None:
    write(tmp_path, records, "csv")
    data = (tmp_path / "records.csv").read_bytes()
    assert data.startswith(",".join(FLAT_COLUMNS).encode() + b"\r\n")
    assert data.endswith(b"\r\n")
    with (tmp_path / "records.csv").open(encoding="utf-8", newline="") as stream:
        first, second = csv.DictReader(stream)
    assert first["quote"] == "we, the bank;\r\n – 😀 \u2028 won"
    assert first["title"] == 'The "bank", won'
    assert (second["speaker"], second["organization"], second["cue"]) == ("Ada Brunn", "Norvik Bank", "")


def test_pandas_reads_the_csv(tmp_path: Path, records: list[Record]) -> None:
    write(tmp_path, records, "csv")
    table = pd.read_csv(tmp_path / "records.csv")
    assert list(table.columns) == list(FLAT_COLUMNS)
    assert table["said_start"].tolist() == ["2017-04-01", "2017-04-01"]
    assert table["start"].tolist() == [record.quote.spans[0].start for record in records]


def test_no_records_are_still_complete_files(tmp_path: Path) -> None:
    write(tmp_path, [], *FORMATS)
    assert (tmp_path / "records.jsonl").read_bytes() == b""
    assert json.loads((tmp_path / "records.json").read_bytes()) == []
    assert (tmp_path / "records.csv").read_bytes() == ",".join(FLAT_COLUMNS).encode() + b"\r\n"


def test_an_error_leaves_what_was_there_and_nothing_half_written(
    tmp_path: Path, records: list[Record]
) -> None:
    write(tmp_path, records, "jsonl", "csv")
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    with pytest.raises(AttributeError):
        write(tmp_path, [records[0], None], "jsonl", "csv")  # type: ignore[list-item]
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_a_file_has_its_name_only_when_it_is_whole(tmp_path: Path) -> None:
    with atomic_path(tmp_path / "a.txt") as part:
        part.write_text("x", encoding="utf-8")
        assert not (tmp_path / "a.txt").exists()
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]
