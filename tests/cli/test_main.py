"""The command line, with an extractor made by hand; the last tests with the model."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from extract import __version__
from extract.cli.main import main
from extract.runs.extractor import Extractor
from tests.by_hand import Load

Extract = Callable[..., Result]


@pytest.fixture
def extract(use_extractor: Callable[[Load], None], extractor: Extractor) -> Extract:
    """`extract("run", "a.txt", input=...)` is the command with the extractor made by hand."""
    use_extractor(lambda settings: extractor)

    def call(*arguments: str | Path, stdin: str | bytes | None = None) -> Result:
        return CliRunner().invoke(main, [str(argument) for argument in arguments], input=stdin)

    return call


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """One article with two quotes."""
    path = tmp_path / "a.txt"
    path.write_text('"We [won]," she said. "It is over."\n', encoding="utf-8")
    return path


def test_run_writes_the_folder_and_talks_to_standard_error(
    extract: Extract, article: Path, tmp_path: Path
) -> None:
    result = extract("run", article, "-o", tmp_path / "out")
    assert result.exit_code == 0
    assert result.stdout == ""
    assert "1 article, 2 records in" in result.stderr
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        "datapackage.json",
        "journal.sqlite",
        "records.csv",
        "records.jsonl",
        "run.json",
    ]


def test_quiet_says_nothing(extract: Extract, article: Path, tmp_path: Path) -> None:
    assert extract("run", article, "-o", tmp_path / "out", "-q").output == ""


def test_verbose_names_what_is_skipped(extract: Extract, article: Path, tmp_path: Path) -> None:
    (tmp_path / "photo.jpg").write_bytes(b"x")
    result = extract("run", tmp_path, "-o", tmp_path / "out", "-v")
    assert f"skipped: {(tmp_path / 'photo.jpg').as_posix()}" in result.stderr


def test_formats_by_commas_and_by_repetition(extract: Extract, article: Path, tmp_path: Path) -> None:
    assert (
        extract("run", article, "-o", tmp_path / "out", "-f", "json,csv", "--format", "jsonl").exit_code == 0
    )
    assert {path.suffix for path in (tmp_path / "out").glob("records.*")} == {".json", ".csv", ".jsonl"}


def test_running_twice_into_the_same_folder_replaces_the_results(
    extract: Extract, article: Path, tmp_path: Path
) -> None:
    for _ in range(2):
        assert extract("run", tmp_path, "-o", tmp_path / "out").exit_code == 0
    assert len((tmp_path / "out/records.jsonl").read_text("utf-8").splitlines()) == 2


def test_dash_without_out_is_a_filter(extract: Extract) -> None:
    result = extract("run", "-", stdin='He said "no – 😀".'.encode())
    assert result.exit_code == 0
    [line] = result.stdout.splitlines()
    assert json.loads(line)["article"] == {
        "id": "-", "path": "-", "title": None, "published": None, "publisher": None, "author": None,
        "published_from": None,
    }  # fmt: skip
    assert json.loads(line)["quote"]["text"] == "no – 😀"


def test_a_failure_among_good_articles_is_exit_1(extract: Extract, article: Path, tmp_path: Path) -> None:
    result = extract("run", article, tmp_path / "nowhere.txt", "-o", tmp_path / "out")
    assert result.exit_code == 1
    assert "nowhere.txt: no such file or folder; check the path [read]" in result.stderr
    assert len((tmp_path / "out/records.jsonl").read_text("utf-8").splitlines()) == 2
    assert len((tmp_path / "out/failures.jsonl").read_text("utf-8").splitlines()) == 1


def test_a_failure_of_the_filter_is_exit_1(extract: Extract) -> None:
    result = extract("run", "-", stdin=b"")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "-: there is no text in it [read]" in result.stderr


def test_many_failures_are_not_all_printed(extract: Extract, tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_text("{}\n" * 30, encoding="utf-8")
    result = extract("run", tmp_path / "in.jsonl", "-o", tmp_path / "out")
    assert "... and 20 more" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["nowhere"], "nowhere: no such file or folder"),
        (["empty"], "the folder holds no .txt"),
        (["a.txt", "--acts", "shouts"], "'shouts' is not one of statement, attitude, other, all"),
        (["a.txt", "--format", "xml"], "'xml' is not one of jsonl, json, csv, excel.csv, xlsx,"),
        (["a.txt", "--published", "yesterday"], "published is 'yesterday': write YYYY-MM-DD"),
        (["a.txt", "--threads", "-1"], "-1 is not in the range"),
        ([], "Missing argument"),
    ],
)
def test_wrong_usage_and_nothing_to_do_are_exit_2(
    extract: Extract, article: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], message: str
) -> None:
    monkeypatch.chdir(article.parent)
    Path("empty").mkdir()
    result = extract("run", *arguments, "-o", "out")
    assert result.exit_code == 2
    assert message in result.stderr
    assert not Path("out").exists()


def test_out_that_is_a_file_is_exit_2_before_any_work(extract: Extract, article: Path) -> None:
    result = extract("run", article, "-o", article)
    assert result.exit_code == 2
    assert "is a file; give a folder" in result.stderr


def test_records_of_another_make_need_force(extract: Extract, article: Path, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out/records.csv").write_text("mine", encoding="utf-8")
    assert extract("run", article, "-o", tmp_path / "out").exit_code == 2
    assert (tmp_path / "out/records.csv").read_text("utf-8") == "mine"
    assert extract("run", article, "-o", tmp_path / "out", "--force").exit_code == 0


def test_csv_on_standard_output_is_refused(extract: Extract, article: Path) -> None:
    result = extract("run", article, "--format", "csv")
    assert result.exit_code == 2
    assert "JSON Lines only" in result.stderr


def test_show_marks_the_quotes_with_brackets_when_it_is_no_terminal(extract: Extract, article: Path) -> None:
    result = extract("show", article)
    assert result.exit_code == 0
    assert '"[1 We [won],]" she said. "[2 It is over.]"' in result.stdout
    assert (
        "1. Ada Brunn | We [won], · direct, statement | about: Norvik Bank | 2017-04 (published)"
        in result.stdout
    )
    assert "\x1b" not in result.stdout


def test_show_says_that_there_are_more_articles(extract: Extract, tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    path.write_text('{"id": "x", "text": "X."}\n{"id": "y", "text": "Y."}\n', encoding="utf-8")
    assert "choose one with --id" in extract("show", path).stderr


def test_show_takes_the_article_with_the_id(extract: Extract, tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    path.write_text('{"id": "x", "text": "X."}\n{"id": "y", "text": "Yes.\\u001b[2J"}\n', encoding="utf-8")
    result = extract("show", path, "--id", "y")
    assert "Yes.\ufffd[2J" in result.stdout
    assert "No quotes." in result.stdout
    missing = extract("show", path, "--id", "z")
    assert missing.exit_code == 2
    assert "holds no article with the id 'z'" in missing.stderr


def test_show_of_an_article_that_breaks_is_exit_1(extract: Extract, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text('"ANNOTATE"', encoding="utf-8")
    result = extract("show", tmp_path / "a.txt")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "annotate is broken" in result.stderr


def test_show_of_a_missing_file_is_exit_2(extract: Extract) -> None:
    assert extract("show", "nowhere.txt").exit_code == 2


def test_version() -> None:
    assert CliRunner().invoke(main, ["--version"]).stdout == f"extract, version {__version__}\n"


def test_help_loads_neither_spacy_nor_pandas() -> None:
    code = (
        "import sys; from extract.cli.main import main; main(['run', '--help'], standalone_mode=False);"
        "sys.exit(any(name in sys.modules for name in ('spacy', 'pandas', 'dateparser', 'pydantic')))"
    )
    subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)


def test_ctrl_c_in_any_command_is_exit_130(
    monkeypatch: pytest.MonkeyPatch, extract: Extract, article: Path
) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("extract.readers.plan_inputs", interrupted)
    result = extract("show", article)
    assert (result.exit_code, result.stderr) == (130, "stopped by SIGINT\n")


def test_python_m_extract_is_the_command() -> None:
    done = subprocess.run([sys.executable, "-m", "extract", "--version"], check=True, capture_output=True)
    assert done.stdout.startswith(b"extract, version")


@pytest.mark.model
def test_info_prints_versions_and_the_model() -> None:
    result = CliRunner().invoke(main, ["info"])
    assert result.exit_code == 0
    assert f"extract:     {__version__}" in result.stdout
    assert "model:       en_news_lg-" in result.stdout
    assert "onnxruntime:" in result.stdout


@pytest.mark.model
def test_a_missing_model_is_exit_2(article: Path, tmp_path: Path) -> None:
    result = CliRunner().invoke(
        main, ["run", str(article), "-o", str(tmp_path / "out"), "--model", "no_such"]
    )
    assert result.exit_code == 2
    assert "no_such" in result.stderr
