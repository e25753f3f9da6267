"""`extract report` on the command line."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from extract.article import Article
from extract.cli.main import main
from tests.report.made import record, write_articles, write_run

ARTICLE = Article(id="a.txt", path="a.txt", text="“It is closed,” Ada Brunn said.")


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """The run of one article."""
    write_articles(tmp_path / "in", [ARTICLE])
    return write_run(tmp_path / "out", [record(ARTICLE, "It is closed", speaker="Ada Brunn")], inputs=["in"])


def extract(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["report", *map(str, arguments)])


def test_page_stands_beside_the_records(out: Path) -> None:
    result = extract(out)
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == f"{out / 'report.html'}: 1 quote of 1 article\n"
    assert (out / "report.html").read_text("utf-8").startswith("<!doctype html>")


def test_page_goes_where_it_is_told(out: Path, tmp_path: Path) -> None:
    assert extract(out / "records.jsonl", "-o", tmp_path / "x.html", "-q").stderr == ""
    assert (tmp_path / "x.html").is_file()


def test_articles_that_are_gone_are_said(out: Path, tmp_path: Path) -> None:
    (tmp_path / "in/a.txt").unlink()
    result = extract(out)
    assert result.exit_code == 0
    assert "articles not found: 1 of 1, their quotes stand alone; say where they are with --articles" in (
        result.stderr
    )


def test_articles_that_changed_are_said(out: Path, tmp_path: Path) -> None:
    (tmp_path / "in/a.txt").write_text("Another text.")
    assert "articles changed since the run: 1 of 1" in extract(out).stderr


def test_records_are_not_overwritten(out: Path) -> None:
    result = extract(out, "-o", out / "records.jsonl")
    assert result.exit_code == 2
    assert "is an input too and would be overwritten" in result.stderr


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", "records.jsonl:1:"),
        ('{"record_id": "q1"}', "records.jsonl:1: article: field required"),
    ],
)
def test_broken_records_are_named(out: Path, line: str, message: str) -> None:
    (out / "records.jsonl").write_text(line + "\n")
    result = extract(out)
    assert result.exit_code == 2
    assert message in result.stderr


def test_folder_without_records_says_what_to_do(tmp_path: Path) -> None:
    result = extract(tmp_path)
    assert result.exit_code == 2
    assert "records.jsonl does not exist; write it with `extract run --format jsonl`" in result.stderr


def test_quotes_only_takes_no_articles(out: Path) -> None:
    assert extract(out, "--quotes-only", "--articles", "in").exit_code == 2


def test_page_that_cannot_be_written_is_an_error(out: Path, tmp_path: Path) -> None:
    result = extract(out, "-o", tmp_path / "nowhere/x.html")
    assert result.exit_code == 2
    assert "cannot be written" in result.stderr


def test_records_that_come_twice_are_shown_once(out: Path) -> None:
    lines = (out / "records.jsonl").read_text("utf-8")
    (out / "records.jsonl").write_text(lines * 2, encoding="utf-8")
    result = extract(out)
    assert "repeated records, shown once: 1\n" in result.stderr
    assert "1 quote of 1 article\n" in result.stderr


def test_articles_that_do_not_exist_are_an_error(out: Path, tmp_path: Path) -> None:
    result = extract(out, "--articles", tmp_path / "nowhere")
    assert result.exit_code == 2
    assert "nowhere: no such file or folder; check the path" in result.stderr
    assert not (out / "report.html").exists()


def test_article_of_standard_input_is_given_again(tmp_path: Path) -> None:
    article = Article(id="-", path="-", text=ARTICLE.text)
    run = write_run(tmp_path, [record(article, "It is closed", speaker="Ada Brunn")], inputs=["-"])
    result = CliRunner().invoke(main, ["report", str(run), "--articles", "-"], input=ARTICLE.text)
    assert result.stderr == f"{run / 'report.html'}: 1 quote of 1 article\n"
