"""`extract dates` on the command line."""

from __future__ import annotations

import inspect
import json
import re
import shlex
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from extract.cli.dates import dates as command
from extract.cli.main import main
from tests.repository import DOCS

Extract = Callable[..., Result]
PAGE = DOCS / "dates.md"


@pytest.fixture
def extract(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Extract:
    """`extract("dates", ...)` in a folder with an article, alone and in a folder of two."""
    (tmp_path / "articles").mkdir()
    for name in ("article.txt", "articles/2017-04-06_a.txt", "articles/b.txt"):
        (tmp_path / name).write_text("It rained yesterday.", encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    def call(*arguments: str, stdin: str | bytes | None = None) -> Result:
        return CliRunner().invoke(main, arguments, input=stdin)

    return call


def rows(result: Result) -> list[dict[str, Any]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def edtf(result: Result) -> list[tuple[str, str | None]]:
    return [(row["id"], date["edtf"]) for row in rows(result) for date in row["dates"]]


def test_an_article_a_line_on_standard_output(extract: Extract) -> None:
    result = extract("dates", "article.txt", "articles", "--published", "April 7, 2017")
    assert (result.exit_code, result.stderr) == (0, "")
    assert edtf(result) == [(name, "2017-04-06") for name in ("article.txt", "2017-04-06_a.txt", "b.txt")]


def test_a_file_with_out_and_a_summary_on_standard_error(extract: Extract) -> None:
    result = extract("dates", "articles", "-o", "dates.jsonl")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "dates.jsonl: articles: 2, time expressions: 2\n"
    assert len(Path("dates.jsonl").read_text("utf-8").splitlines()) == 2
    assert extract("dates", "articles", "-o", "dates.jsonl", "-q").output == ""


def test_the_file_written_is_not_read_as_an_article(extract: Extract) -> None:
    for _ in range(2):
        result = extract("dates", "articles", "-o", "articles/dates.jsonl")
        assert (result.exit_code, "articles: 2" in result.stderr) == (0, True)


def test_standard_input_and_json_lines(extract: Extract) -> None:
    Path("in.jsonl").write_text('{"id": 7, "text": "It rained yesterday.", "published": "2017-04-20"}\n')
    assert edtf(extract("dates", "in.jsonl")) == [("7", "2017-04-19")]
    assert edtf(extract("dates", "-", stdin="In May 2010 – 😀.".encode())) == [("-", "2010-05")]


def test_a_bad_file_costs_only_itself(extract: Extract) -> None:
    Path("articles/a.txt").write_bytes(b"")
    Path("articles/b.meta.json").write_text('{"published": "04/06/2017"}')
    result = extract("dates", "articles", "nowhere.txt")
    assert result.exit_code == 1
    assert [row["id"] for row in rows(result)] == ["2017-04-06_a.txt"]
    assert "nowhere.txt: no such file or folder" in result.stderr
    assert (
        "articles/b.txt: its metadata file b.meta.json: 'published' is '04/06/2017'; write YYYY-MM-DD"
        in result.stderr
    )


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["nowhere"], "nowhere: no such file or folder"),
        (["article.txt", "--published", "04/06/2017"], "published is '04/06/2017': write YYYY-MM-DD"),
        (["article.txt", "--date-from-name", "%d_*"], "the name pattern '%d_*' names no year"),
        (["article.txt", "-o", "articles"], "File 'articles' is a directory"),
        ([], "Missing argument"),
    ],
)
def test_wrong_usage_and_nothing_to_do_are_exit_2(
    extract: Extract, arguments: list[str], message: str
) -> None:
    result = extract("dates", *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert message in result.stderr


def test_names_with_a_date_and_names_without(extract: Extract) -> None:
    result = extract("dates", "articles", "--date-from-name", "%Y-%m-%d_*")
    assert edtf(result) == [("2017-04-06_a.txt", "2017-04-05"), ("b.txt", None)]
    assert result.stderr == "--date-from-name: no date in 1 of 2 file names, such as b.txt\n"


def test_skipped_files_are_named_where_asked(extract: Extract) -> None:
    Path("articles/photo.jpg").write_bytes(b"x")
    assert extract("dates", "articles", "-v").stderr == "skipped: articles/photo.jpg\n"


def examples() -> list[str]:
    lines = inspect.cleandoc(command.help or "").split("Examples:")[1].splitlines()
    return [line.strip() for line in lines if line.strip()]


@pytest.mark.parametrize("example", examples())
def test_the_examples_of_help_run(extract: Extract, example: str) -> None:
    words = shlex.split(re.split(r" [|<] ", example)[0])
    result = extract(*words[1:], stdin="It rained yesterday.")
    assert result.exit_code == 0, result.output


def test_the_example_of_the_page_is_what_the_command_writes(extract: Extract) -> None:
    page = PAGE.read_text("utf-8")
    [console] = re.findall(r"^\$ extract (.*)$", page, flags=re.MULTILINE)
    [text] = re.findall(r"^```text\n(.*?)^```", page, flags=re.MULTILINE | re.DOTALL)
    [example] = re.findall(r"^```json\n(.*?)^```", page, flags=re.MULTILINE | re.DOTALL)
    Path("flood.txt").write_text(text, encoding="utf-8")
    assert rows(extract(*shlex.split(console))) == [json.loads(example)]


# A machine whose clock stands at the day that the first argument says.
FROZEN = """
import datetime, sys, time

day = datetime.datetime.fromisoformat(sys.argv.pop(1))

class Date(datetime.date):
    @classmethod
    def today(cls):
        return cls(day.year, day.month, day.day)

class Datetime(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return cls(day.year, day.month, day.day, 12, tzinfo=tz)

    today = utcnow = now

datetime.date, datetime.datetime = Date, Datetime
time.time = day.timestamp
from extract.cli.main import main
main()
"""
RELATIVE = """It rained yesterday, on Friday, in May, last week and two years ago, and will on May 3.

“Now it is dry, as it was on 5 June and in the '90s,” Ada Brunn said on Tuesday. It closes at Christmas.
"""


@pytest.mark.parametrize("options", [(), ("--published", "2017-04-06")])
@pytest.mark.parametrize(
    "head", ["", "OSTERVIK, April 6 (NVA) — ", "OSTERVIK, Thursday (NVA) — ", "Published: May 3\n\n"]
)
def test_the_clock_of_the_machine_changes_no_byte(
    tmp_path: Path, head: str, options: tuple[str, ...]
) -> None:
    (tmp_path / "a.txt").write_text(head + RELATIVE, encoding="utf-8")
    written = [
        subprocess.run(
            [sys.executable, "-c", FROZEN, day, "dates", "a.txt", *options],
            cwd=tmp_path,
            capture_output=True,
            check=True,
        ).stdout
        for day in ("1999-12-31", "2024-02-29")
    ]
    assert written[0] == written[1] != b""
