"""`--keep-text`: the articles beside the records, and nobody's own articles in danger."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from extract.article import Article
from extract.cli.main import main
from extract.files import FORMATS
from extract.runs.extractor import Extractor
from tests.by_hand import Load

Run = Callable[..., Result]


@pytest.fixture
def run(
    extractor: Extractor,
    use_extractor: Callable[[Load], None],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> Run:
    """`run("news", "--keep-text")`: in a folder with two articles in `news`, into `out`."""
    use_extractor(lambda settings: extractor)
    monkeypatch.chdir(tmp_path)
    Path("news").mkdir()
    Path("news/a.txt").write_bytes('"We won," she said.\r\n😀 "It is over."'.encode())
    Path("news/b.txt").write_bytes(b'"We lost."')
    return lambda *arguments, out="out": CliRunner().invoke(main, ["run", *arguments, "-o", out])


def kept(path: str = "out/articles.jsonl") -> list[dict[str, Any]]:
    return [json.loads(line) for line in Path(path).read_bytes().splitlines()]


def test_offsets_of_the_records_count_in_the_texts(run: Run) -> None:
    assert run("news", "--keep-text").exit_code == 0
    texts = {article["id"]: article["text"] for article in kept()}
    assert list(texts) == ["a.txt", "b.txt"]
    for line in Path("out/records.jsonl").read_text("utf-8").splitlines():
        record = json.loads(line)
        for span in record["quote"]["spans"]:
            assert texts[record["article"]["id"]][span["start"] : span["end"]] == span["text"]
    assert list(kept()[0]) == ["id", "path", "title", "published", "publisher", "author", "text"]
    assert {*kept()[0]} == {field.name for field in fields(Article)} - {
        "published_from",
        "published_conflict",
    }
    assert "articles.jsonl" in json.loads(Path("out/run.json").read_bytes())["files"]
    paths = [part["path"] for part in json.loads(Path("out/datapackage.json").read_bytes())["resources"]]
    assert paths == ["records.jsonl", "records.csv", "articles.jsonl"]


def test_an_article_that_fails_is_kept_too(run: Run) -> None:
    Path("news/c.txt").write_bytes(b'ANNOTATE "no"')
    assert run("news", "--keep-text").exit_code == 1
    assert [article["id"] for article in kept()] == ["a.txt", "b.txt", "c.txt"]


def test_a_run_that_takes_all_from_its_journal_keeps_the_same_texts(run: Run) -> None:
    run("news", "--keep-text")
    before = Path("out/articles.jsonl").read_bytes()
    run("news")
    assert not Path("out/articles.jsonl").exists()
    result = run("news", "--keep-text")
    assert "2 articles had been done before" in result.stderr
    assert Path("out/articles.jsonl").read_bytes() == before


def test_texts_that_a_run_kept_are_no_input_of_the_next(run: Run) -> None:
    run(".", "--keep-text", out=".")
    first = kept("articles.jsonl")
    run(".", "--keep-text", out=".")
    assert kept("articles.jsonl") == first
    run(".", out=".")
    assert not Path("articles.jsonl").exists()


def test_articles_of_a_user_are_read_and_never_removed_or_replaced(run: Run) -> None:
    own = '{"id": "mine", "text": "\\"We won.\\""}\n'
    Path("articles.jsonl").write_text(own, encoding="utf-8")
    for arguments in (["articles.jsonl"], ["."], ["articles.jsonl"]):
        assert run(*arguments, out=".").exit_code == 0
        assert Path("articles.jsonl").read_text("utf-8") == own
        assert '"mine"' in Path("records.jsonl").read_text("utf-8")
    result = run("articles.jsonl", "--keep-text", out=".")
    assert (result.exit_code, "is an input and would be overwritten" in result.stderr) == (2, True)
    result = run("news", "--keep-text", out=".")
    assert (result.exit_code, "was not written by a run; give another --out" in result.stderr) == (2, True)
    assert run("news", "--keep-text", "--force", out=".").exit_code == 0
    assert len(kept("articles.jsonl")) == 2


def test_a_run_that_reads_the_kept_texts_leaves_them(run: Run) -> None:
    run("news", "--keep-text")
    before = Path("out/articles.jsonl").read_bytes()
    assert run("out/articles.jsonl").exit_code == 0
    assert Path("out/articles.jsonl").read_bytes() == before


def test_a_run_that_was_killed_before_its_run_json_goes_on(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def killed(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch, suppress(KeyboardInterrupt):
        patch.setattr("extract.runs.output.remove_stale", killed)
        run(".", "--keep-text", out=".")
    assert not Path("run.json").exists()
    assert Path("articles.jsonl").exists()
    assert run(".", "--keep-text", out=".").exit_code == 0
    assert len(kept("articles.jsonl")) == 2


def test_a_filter_and_a_url_keep_no_texts(run: Run) -> None:
    result = CliRunner().invoke(main, ["run", "news", "--keep-text"])
    assert (result.exit_code, "--keep-text needs a folder" in result.stderr) == (2, True)
    pytest.importorskip("fsspec")
    result = run("news", "--keep-text", "--journal", "j.sqlite", out="memory://kept/out")
    assert (result.exit_code, "leave out --keep-text" in result.stderr) == (2, True)


def test_excel_is_written_beside_the_default_formats(run: Run) -> None:
    assert run("news", "--excel").exit_code == 0
    names = {path.name for path in Path("out").glob("records.*")}
    assert names == {"records.jsonl", "records.csv", "records.excel.csv"}
    assert run("news", "-f", "jsonl").exit_code == 0
    assert {path.name for path in Path("out").glob("records.*")} == {"records.jsonl"}


def test_results_in_a_folder_below_are_no_input_of_another_run(run: Run) -> None:
    run("news", "--keep-text", "--excel", out="news/first")
    assert run("news", out="second").exit_code == 0
    assert {path["article"]["path"] for path in kept("second/records.jsonl")} == {"news/a.txt", "news/b.txt"}


def test_a_run_that_was_ended_gives_the_bytes_of_an_undisturbed_one_in_every_format(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("pyarrow", reason="needs the parquet extra")

    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("extract.runs.output.FolderOutput.complete", killed)
        run("news", "-f", "all", "--keep-text")
    assert [path.name for path in Path("out").iterdir()] == ["journal.sqlite"]
    run("news", "-f", "all", "--keep-text")
    run("news", "-f", "all", "--keep-text", out="undisturbed")
    names = json.loads(Path("out/run.json").read_bytes())["files"]
    assert names == [*(f"records.{name}" for name in FORMATS), "articles.jsonl", "datapackage.json"]
    for name in names:
        assert Path("out", name).read_bytes() == Path("undisturbed", name).read_bytes(), name


def test_merging_writes_every_format_and_removes_what_is_not_chosen(run: Run) -> None:
    pytest.importorskip("pyarrow", reason="needs the parquet extra")
    run("news")
    assert CliRunner().invoke(main, ["merge", "out", "-f", "all"]).exit_code == 0
    made = {path.name for path in Path("out").glob("records.merged.*")}
    assert made == {f"records.merged.{name}" for name in FORMATS}
    assert CliRunner().invoke(main, ["merge", "out", "--excel"]).exit_code == 0
    made = {path.name for path in Path("out").glob("records.merged.*")}
    assert made == {"records.merged.jsonl", "records.merged.csv", "records.merged.excel.csv"}
