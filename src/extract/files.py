"""Names and kinds of every file that a run, a merge or a report writes.

It imports no other module of the package: readers skip these files, writers make them, and the help of the
command line lists their formats.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

# The name of a format is the extension of its file.
FORMATS = ("jsonl", "json", "csv", "excel.csv", "xlsx", "parquet", "nested.parquet", "sqlite")
DEFAULT_FORMATS = ("jsonl", "csv")

# Beside the records of a run.
RUN = "run.json"
FAILURES = "failures.jsonl"
ARTICLES = "articles.jsonl"
PACKAGE = "datapackage.json"
JOURNAL = "journal.sqlite"
# SQLite's own files beside it are there while a run goes on, and after one was killed.
JOURNAL_SUFFIXES = ("", "-wal", "-shm", "-journal")

# Beside the merged records of a merge.
MERGE = "merge.json"
MERGE_TABLE = "merges.csv"

REPORT = "report.html"


def records_file(extension: str) -> str:
    """Name the file of a run's records in one format: `records.csv`."""
    return f"records.{extension}"


def merged_file(extension: str) -> str:
    """Name the file of merged records in one format: `records.merged.csv`."""
    return f"records.merged.{extension}"


def part_file(extension: str, number: int) -> str:
    """Name one of the parts in which a run with a URL as output writes its records, counted from 0."""
    return f"{extension}/part-{number:05}.{extension}"


PART = re.compile(r"(?P<format>[\w.]+)/part-\d{5,}\.(?P=format)")  # "jsonl/part-00000.jsonl"

# Names that are a run's, a merge's or a report's alone. `articles.jsonl` is not among them: many a user's own
# file is called that.
RESULTS: frozenset[str] = frozenset(
    {
        *(name(extension) for extension in FORMATS for name in (records_file, merged_file)),
        *(f"{name(extension)}.gz" for extension in FORMATS for name in (records_file, merged_file)),
        *(JOURNAL + suffix for suffix in JOURNAL_SUFFIXES),
        *(RUN, FAILURES, PACKAGE, MERGE, MERGE_TABLE, REPORT),
    }
)


@dataclass(frozen=True, slots=True)
class FileKind:
    """Kind of file in a data package. table: whether it holds flat rows. encoding: None for binary files."""

    media_type: str
    description: str
    table: bool = False
    encoding: str | None = "utf-8"


_LINES = "application/x-ndjson"
_EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_PARQUET = "application/vnd.apache.parquet"
_SQLITE = "application/vnd.sqlite3"

# The files that a data package lists, by name.
KINDS: Mapping[str, FileKind] = {
    records_file("jsonl"): FileKind(
        _LINES, "Records, one a line; `extract schema` prints their JSON Schema."
    ),
    records_file("json"): FileKind(
        "application/json", "Records, as one array; `extract schema` prints their JSON Schema."
    ),
    records_file("csv"): FileKind("text/csv", "Flat rows: a quote and one of its organizations.", table=True),
    records_file("excel.csv"): FileKind(
        "text/csv", "Flat rows for spreadsheets: no line breaks or formulas, long texts cut.", table=True
    ),
    records_file("xlsx"): FileKind(
        _EXCEL,
        "A workbook of the flat rows, and counts by speaker, organization, month and outlet.",
        table=True,
        encoding=None,
    ),
    records_file("parquet"): FileKind(_PARQUET, "Flat rows with types.", table=True, encoding=None),
    records_file("nested.parquet"): FileKind(_PARQUET, "Records, one a row, nested.", encoding=None),
    records_file("sqlite"): FileKind(
        _SQLITE, "Articles, quotes, organizations, and the view `records`.", encoding=None
    ),
    FAILURES: FileKind(_LINES, "Inputs that gave no records, with the reason."),
    ARTICLES: FileKind(_LINES, "The articles as read; offsets count code points of their text."),
}
