"""Options of `extract run` for long runs, with an extractor made by hand; the last test with the model."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from extract.cli import run_options
from extract.cli.main import main
from extract.runs.extractor import Extractor
from tests.by_hand import Load

Extract = Callable[..., Result]


@pytest.fixture
def extract(use_extractor: Callable[[Load], None], extractor: Extractor) -> Extract:
    """`extract("run", ...)` is the command with the extractor made by hand."""
    use_extractor(lambda settings: extractor)
    return lambda *arguments: CliRunner().invoke(main, [str(argument) for argument in arguments])


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    """Two articles that break, and one that does not."""
    folder = tmp_path / "raw"
    folder.mkdir()
    for name, text in {"a": '"ANNOTATE"', "b": '"one"', "c": '"ASSEMBLE"'}.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


def test_max_failures_is_exit_1_and_says_how_to_go_on(extract: Extract, raw: Path, tmp_path: Path) -> None:
    result = extract("run", raw, "-o", tmp_path / "out", "--max-failures", "1")
    assert result.exit_code == 1
    assert "a.txt: annotate is broken [annotate]" in result.stderr
    assert "stopped after 2 failures; mend their causes, then raise --max-failures" in result.stderr
    assert "repeat the command to resume" in result.stderr
    fresh = extract("run", raw, "-o", tmp_path / "out", "--max-failures", "1", "--fresh")
    assert "repeat the command without --fresh to resume" in fresh.stderr
    assert not (tmp_path / "out/records.jsonl").exists()
    assert extract("run", raw, "-o", tmp_path / "out", "--max-failures", "2").exit_code == 1
    assert (tmp_path / "out/records.jsonl").exists()


def test_log_json_is_nothing_but_json_lines(extract: Extract, raw: Path, tmp_path: Path) -> None:
    result = extract("run", raw, "-o", tmp_path / "out", "--log-json")
    events = [json.loads(line) for line in result.stderr.splitlines()]
    assert [event["event"] for event in events] == ["failure", "failure", "done"]
    assert {name: events[-1][name] for name in ("articles", "records", "failures", "exit_code")} == {
        "articles": 1,
        "records": 1,
        "failures": 2,
        "exit_code": 1,
    }
    stopped = extract("run", raw, "-o", tmp_path / "out", "--log-json", "--max-failures", "0")
    last = json.loads(stopped.stderr.splitlines()[-1])
    assert (last["event"], last["failures"]) == ("stopped", 1)
    (tmp_path / "out/merges.csv").write_text("mine", encoding="utf-8")
    refused = extract("run", raw, "-o", tmp_path / "out", "--log-json")
    assert refused.exit_code == 2
    [error] = [json.loads(line) for line in refused.stderr.splitlines()]
    assert error["event"] == "error"
    assert "was edited" in error["message"]


def test_a_second_run_says_what_had_been_done_and_fresh_does_it_anew(
    extract: Extract, raw: Path, tmp_path: Path
) -> None:
    extract("run", raw, "-o", tmp_path / "out")
    assert "1 article had been done before" in extract("run", raw, "-o", tmp_path / "out").stderr
    fresh = extract("run", raw, "-o", tmp_path / "out", "--fresh")
    assert "had been done before" not in fresh.stderr
    again = extract("run", raw, "-o", tmp_path / "out", "--retry-failures")
    assert "1 article had been done before; 2 failures" in again.stderr


def test_results_in_a_folder_that_is_read_are_no_input(extract: Extract, raw: Path) -> None:
    for _ in range(2):
        result = extract("run", raw, "-o", raw, "-v")
        assert "1 article, 1 record in" in result.stderr
        assert "skipped" not in result.stderr


def test_an_edited_table_of_merges_is_in_the_way_before_any_work(
    extract: Extract, raw: Path, tmp_path: Path
) -> None:
    extract("run", raw, "-o", tmp_path / "out")
    (tmp_path / "out/merges.csv").write_text("mine", encoding="utf-8")
    assert extract("run", raw, "-o", tmp_path / "out").exit_code == 2
    assert extract("run", raw, "-o", tmp_path / "out", "--force").exit_code == 1
    assert not (tmp_path / "out/merges.csv").exists()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--memory-limit", "much"], "'much' is not a size; write 2GB or 800MB"),
        (["--memory-limit", "0"], "give more than 0"),
        (["--time-limit", "0"], "0.0 is not in the range"),
        (["--jobs", "-1"], "-1 is not in the range"),
        (["--max-failures", "-1"], "-1 is not in the range"),
    ],
)
def test_wrong_usage_is_exit_2(
    extract: Extract, raw: Path, tmp_path: Path, arguments: list[str], message: str
) -> None:
    result = extract("run", raw, "-o", tmp_path / "out", *arguments)
    assert result.exit_code == 2
    assert message in result.stderr


def test_a_filter_has_no_workers(extract: Extract, raw: Path) -> None:
    result = extract("run", raw, "-j", "2")
    assert result.exit_code == 2
    assert "workers, limits and journal need a folder; give one with -o OUT" in result.stderr


def test_sizes_are_read_with_their_units() -> None:
    context, parameter = main.make_context("extract", ["info"]), main.commands["run"].params[0]
    read = run_options._parse_size
    assert [read(context, parameter, size) for size in ("800MB", "2 GiB", None)] == [800_000_000, 2**31, None]


@pytest.mark.model
def test_two_workers_with_the_model_write_the_bytes_of_one(tmp_path: Path) -> None:
    lines = (
        json.dumps(
            {"id": str(at), "text": f"“We have sold {at} ships,” said Ada Brunn of Norvik Bank on Monday."}
        )
        for at in range(20)
    )
    samples = tmp_path / "in.jsonl"
    samples.write_text("\n".join(lines), encoding="utf-8")
    for jobs in ("1", "2"):
        result = CliRunner().invoke(main, ["run", str(samples), "-o", str(tmp_path / jobs), "-j", jobs])
        assert result.exit_code == 0, result.stderr
    for name in ("records.jsonl", "records.csv"):
        assert (tmp_path / "1" / name).read_bytes() == (tmp_path / "2" / name).read_bytes()
    assert (tmp_path / "2" / "records.jsonl").read_text("utf-8").count("\n") == 20
