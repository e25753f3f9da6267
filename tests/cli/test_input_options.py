"""The inputs that commands share, on the command line."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from extract.cli.main import main

Extract = Callable[..., Result]
FEW_FILES = "import resource; resource.setrlimit(resource.RLIMIT_NOFILE, (64, 64))"


@pytest.fixture
def extract(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Extract:
    """`extract("dates", ...)` in a folder with `news`, and a table of articles."""
    for name in ("news/2016/a.txt", "news/2017/a.txt"):
        path = tmp_path / name
        path.parent.mkdir(parents=True)
        path.write_text("It rained in May 2010.", encoding="utf-8")
    (tmp_path / "export.csv").write_text(
        "key,body,head,day\n7,It rained yesterday.,Rain,2017-04-07\n", encoding="utf-8"
    )
    (tmp_path / "list.txt").write_text("news/2016/a.txt\nexport.csv\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    def call(*arguments: str, stdin: str | None = None) -> Result:
        return CliRunner().invoke(main, arguments, input=stdin)

    return call


def found(result: Result) -> list[tuple[str, list[str]]]:
    rows = [json.loads(line) for line in result.stdout.splitlines()]
    return [(row["id"], [date["edtf"] for date in row["dates"]]) for row in rows]


def test_tables_with_names_of_their_own(extract: Extract) -> None:
    options = ("--text-field", "body", "--id-field", "key", "--date-field", "day", "--title-field", "head")
    assert found(extract("dates", "export.csv", *options)) == [("7", ["2017-04-06"])]


def test_a_list_and_a_list_from_standard_input(extract: Extract) -> None:
    expected = [("news/2016/a.txt", ["2010-05"]), ("export.csv:2", ["2017-04-06"])]
    options = ("--text-field", "body", "--date-field", "day")
    assert found(extract("dates", "--list", "list.txt", *options)) == expected
    listed = Path("list.txt").read_text("utf-8")
    assert found(extract("dates", "--list", "-", *options, stdin=listed)) == expected


def test_without_any_input_the_command_says_so(extract: Extract) -> None:
    for command in ("dates", "run"):
        result = extract(command)
        assert (result.exit_code, "Missing argument 'INPUT...'" in result.stderr) == (2, True)


def test_a_list_that_is_missing_is_wrong_usage(extract: Extract) -> None:
    result = extract("dates", "--list", "gone.txt")
    assert (result.exit_code, "gone.txt: the list cannot be read" in result.stderr) == (2, True)


def test_what_is_skipped_is_named_with_its_reason(extract: Extract) -> None:
    Path("news/again").symlink_to("2017")
    Path("news/empty.jsonl").write_bytes(b"")
    result = extract("dates", "news", "-v")
    assert result.exit_code == 0
    assert "skipped: news/again (a link to a folder that is read anyway)\n" in result.stderr
    assert "skipped: news/empty.jsonl (there is no article in it)\n" in result.stderr


def test_an_article_over_the_size_given_is_a_failure(extract: Extract) -> None:
    result = extract("dates", "news/2016/a.txt", "--max-article-size", "0.00001")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "longer than 1e-05 MB; split it, or raise --max-article-size" in result.stderr


def test_the_output_of_dates_is_compressed_as_its_name_says(extract: Extract) -> None:
    assert extract("dates", "news", "-o", "dates.jsonl.gz", "-q").exit_code == 0
    lines = gzip.decompress(Path("dates.jsonl.gz").read_bytes()).decode().splitlines()
    assert [json.loads(line)["id"] for line in lines] == ["2016/a.txt", "2017/a.txt"]


def test_one_article_out_of_an_input_can_be_shown(extract: Extract) -> None:
    from extract.cli.show import _one_article
    from extract.readers import Fields
    from extract.runs.settings import Settings

    settings = Settings(fields=Fields(text="body", id="key"))
    assert _one_article("export.csv", "7", settings).text == "It rained yesterday."


def test_files_that_have_to_be_opened_one_after_the_other_are_closed(extract: Extract) -> None:
    """Many more files than a process may have open."""
    for number in range(300):
        Path(f"news/{number:03}.txt.gz").write_bytes(gzip.compress(b"It rained in May 2010."))
    program = f"{FEW_FILES}; from extract.cli.main import main; main()"
    done = subprocess.run([sys.executable, "-c", program, "dates", "news"], capture_output=True, check=True)
    assert len(done.stdout.splitlines()) == 302


def test_files_that_may_hold_articles_and_are_not_read_are_counted(extract: Extract) -> None:
    Path("in").mkdir()
    for name in ("a.txt", "b.pdf", "c.PDF", "d.doc", "e.png"):
        Path("in", name).write_text("It rained.", encoding="utf-8")
    result = extract("run", "in", "-o", "out")
    assert result.stderr.endswith("; not read: 2 .pdf, 1 .doc (-v says what to do)\n")
    assert result.exit_code == 0
