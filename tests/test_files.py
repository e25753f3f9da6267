"""Names of the files that a run, a merge and a report write."""

from __future__ import annotations

import pytest

from extract import files
from extract.record.writers import WRITERS


def test_every_format_has_a_writer() -> None:
    assert tuple(WRITERS) == files.FORMATS


@pytest.mark.parametrize(
    "name",
    [
        "records.jsonl",
        "records.excel.csv",
        "records.merged.nested.parquet",
        "records.merged.csv.gz",
        "failures.jsonl",
        "merges.csv",
        "report.html",
        "run.json",
        "merge.json",
        "datapackage.json",
        "journal.sqlite-wal",
    ],
)
def test_results_are_told_by_their_names(name: str) -> None:
    assert name in files.RESULTS


@pytest.mark.parametrize("name", ["articles.jsonl", "records.txt", "records.jsonl.zip", "my.records.csv"])
def test_other_names_may_be_articles(name: str) -> None:
    assert name not in files.RESULTS


def test_parts_are_named_by_format_and_number() -> None:
    assert files.part_file("excel.csv", 7) == "excel.csv/part-00007.excel.csv"
    assert files.PART.fullmatch(files.part_file("excel.csv", 123_456))
    assert not files.PART.fullmatch("jsonl/part-00000.csv")


def test_a_data_package_knows_every_file_of_a_run() -> None:
    assert set(files.KINDS) == {*map(files.records_file, files.FORMATS), files.FAILURES, files.ARTICLES}
