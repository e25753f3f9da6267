"""What the pages tell a reader to type works, and gives what they show."""

from __future__ import annotations

import os
import re
import shutil
import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import duckdb
import openpyxl
import pytest

from tests.docs.page_blocks import blocks, commands
from tests.docs.page_run import PageRun, Query, same
from tests.repository import DOCS

# Every step of these is run; other pages have tests of their own.
PAGES = [DOCS / "faq.md", DOCS / "python.md", *sorted((DOCS / "howto").glob("*.md"))]
TUTORIAL = DOCS / "tutorial.md"
FIRST, REST = slice(1), slice(1, None)
# With PAGES=mend in the environment pages get what is really printed, instead of a failure.
MEND = os.environ.get("PAGES") == "mend"


def in_sqlite(sql: str, values: Mapping[str, str] | None = None) -> Sequence[Sequence[Any]]:
    with closing(sqlite3.connect("out/records.sqlite")) as database:
        return database.execute(sql, values or {}).fetchall()


def in_duckdb(sql: str) -> Sequence[Sequence[Any]]:
    rows: Sequence[Sequence[Any]] = duckdb.sql(sql).fetchall()
    return rows


QUERIES: Mapping[str, Query] = {"datasette": in_sqlite, "parquet": in_duckdb}


@pytest.fixture(scope="session")
def sample_run(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder as the first commands of the tutorial leave it, with a run: where the how-to pages begin."""
    folder = tmp_path_factory.mktemp("samples")
    shutil.copytree(DOCS.parent / "data/raw", folder / "articles")
    PageRun(folder=folder, mend=MEND).run(TUTORIAL, FIRST)
    return folder


@pytest.fixture
def desk(sample_run: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of it, as the current folder."""
    shutil.copytree(sample_run, tmp_path / "desk")
    monkeypatch.chdir(tmp_path / "desk")
    return tmp_path / "desk"


@pytest.mark.model
def test_the_tutorial_goes_on_as_it_says(desk: Path) -> None:
    assert PageRun(folder=desk, mend=MEND).run(TUTORIAL, REST) > 8


@pytest.mark.model
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_the_page_gives_what_it_shows(page: Path, desk: Path) -> None:
    assert PageRun(folder=desk, query=QUERIES.get(page.stem), mend=MEND).run(page) > 0


@pytest.mark.model
def test_queries_of_the_metadata_for_datasette_find_something(desk: Path) -> None:
    yaml = pytest.importorskip("yaml", reason="comes with the site's packages: pip install -e '.[docs]'")
    PageRun(folder=desk, query=in_sqlite).run(DOCS / "howto/datasette.md", FIRST)
    [text] = [block.body for block in blocks(DOCS / "howto/datasette.md") if block.file == "metadata.yaml"]
    [metadata] = yaml.safe_load(text)["databases"].values()
    words = {"organization": "Halvorsen", "speaker": "Marchetti", "words": "promis*"}
    for query in metadata["queries"].values():
        assert in_sqlite(query["sql"], words)
    for table in metadata["tables"]:
        assert in_sqlite(f"SELECT count(*) FROM {table}")


@pytest.mark.model
def test_the_workbook_has_the_sheets_that_the_page_names(desk: Path) -> None:
    page = DOCS / "howto/spreadsheet.md"
    PageRun(folder=desk).run(page)
    text = page.read_text("utf-8")
    [rows] = re.findall(r"^\| Sheet .*\n\|.*\n((?:\|.*\n)+)", text, flags=re.MULTILINE)
    book = openpyxl.load_workbook("out/records.xlsx", read_only=True)
    assert re.findall(r"^\| `([\w ]+)` \|", rows, flags=re.MULTILINE) == book.sheetnames
    book.close()


def test_something_else_printed_would_be_found(tmp_path: Path) -> None:
    assert same("10 articles in 3.5 s\n...\nend\n", "10 articles in 12.0 s\nmore\nlines\nend")
    page = tmp_path / "page.md"
    page.write_text("```python\nprint(10)\n```\n\n```text\n11\n```\n", encoding="utf-8")
    with pytest.raises(AssertionError, match=r"page\.md:1"):
        PageRun(folder=tmp_path).run(page)


def test_a_command_that_fails_unsaid_would_be_found(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("```console\n$ (exit 1)\n$ echo $?\n1\n```\n", encoding="utf-8")
    PageRun(folder=tmp_path).run(page)
    page.write_text("```console\n$ (exit 1)\n```\n", encoding="utf-8")
    with pytest.raises(AssertionError, match="exit code 1"):
        PageRun(folder=tmp_path).run(page)


def test_files_commands_and_results_are_told_apart(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(
        "`names.csv`:\n\n```csv\nid,name\n```\n\n```sql\nSELECT 1;\n```\n\n| one |\n| ---: |\n| 1 |\n\n"
        "```console\n$ cat names.csv \\\n    -\nid,name\n```\n",
        encoding="utf-8",
    )
    file, sql, console = blocks(page)
    assert (file.file, file.body) == ("names.csv", "id,name\n")
    assert sql.result is not None
    assert (sql.result.text, sql.line) == ("| 1 |\n", 7)
    [command] = commands(console)
    assert (command.line, command.printed.text) == ("cat names.csv -", "id,name\n")
    assert PageRun(folder=tmp_path, query=lambda sql: [(1,)]).run(page) == 3


def test_a_page_can_be_put_right(tmp_path: Path) -> None:
    right = (
        "```console\n$ echo one\none\n$ echo two\ntwo\n```\n\n```python\nprint(3)\n```\n\n```text\n3\n```\n\n"
        "```sql\nSELECT 4;\n```\n\n| four |\n| --- |\n| 4 |\n"
    )
    page = tmp_path / "page.md"
    wrong = (
        right.replace("one\none", "one\nnone\nat all").replace("text\n3\n", "text\n").replace("| 4 |\n", "")
    )
    page.write_text(wrong, encoding="utf-8")
    PageRun(folder=tmp_path, query=lambda sql: [(4,)], mend=True).run(page)
    assert page.read_text("utf-8") == right
