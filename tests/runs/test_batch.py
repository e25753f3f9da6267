"""A batch: inputs to one folder."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from extract.errors import InputError
from extract.readers import plan_inputs
from extract.runs.batch import BatchListener, BatchOptions, run_batch
from extract.runs.engines.in_process import in_process
from extract.runs.extractor import Extractor
from extract.runs.fingerprint import Fingerprint
from extract.runs.resume import Done
from extract.runs.settings import Settings
from extract.runs.summary import Summary

SETTINGS = Settings(acts=("statement",))


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    """Three good articles, an empty one, and one that breaks."""
    texts = {
        "a": 'A said "one".',
        "b": "",
        "c": 'C said "ANNOTATE".',
        "d": 'D said "two" and "three".',
        "e": "No.",
    }
    for name, text in texts.items():
        path = tmp_path / "raw" / f"{name}.txt"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path / "raw"


def run(
    extractor: Extractor, out: Path, *inputs: Path, settings: Settings = SETTINGS, **listener: Any
) -> Summary:
    made_by = Fingerprint(provenance=extractor.provenance, digest=repr(settings.acts).encode())
    return run_batch(
        plan_inputs(inputs),
        out,
        in_process(extractor),
        settings,
        BatchOptions(fingerprint=made_by),
        BatchListener(**listener),
    )


def read_lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def test_records_of_every_good_article_in_order(raw: Path, tmp_path: Path, extractor: Extractor) -> None:
    run(extractor, tmp_path / "out", raw)
    records = read_lines(tmp_path / "out/records.jsonl")
    assert [(record["article"]["id"], record["quote"]["text"]) for record in records] == [
        ("a.txt", "one"),
        ("d.txt", "two"),
        ("d.txt", "three"),
    ]


def test_a_bad_file_leaves_a_line_and_never_ends_the_run(
    raw: Path, tmp_path: Path, extractor: Extractor
) -> None:
    summary = run(extractor, tmp_path / "out", raw, tmp_path / "nowhere")
    failures = read_lines(tmp_path / "out/failures.jsonl")
    assert [(Path(line["path"]).name, line["stage"], line["message"]) for line in failures] == [
        ("nowhere", "read", "no such file or folder; check the path"),
        ("b.txt", "read", "there is no text in it"),
        ("c.txt", "annotate", "annotate is broken"),
    ]
    assert (summary.articles, summary.records, summary.failures, summary.exit_code) == (3, 3, 3, 1)
    assert summary.line().startswith("3 articles, 3 records in ")
    assert summary.line().endswith("; 3 failures, see failures.jsonl")


def test_run_json_says_what_was_run_and_what_came_of_it(
    raw: Path, tmp_path: Path, extractor: Extractor
) -> None:
    run(extractor, tmp_path / "out", raw)
    value = json.loads((tmp_path / "out/run.json").read_bytes())
    assert value["model"] == "en_fake-0.1.0"
    assert value["settings"]["acts"] == ["statement"]
    counts = value["counts"]
    assert {name: counts[name] for name in ("articles", "words", "records", "failures")} == {
        "articles": 3,
        "words": 9,
        "records": 3,
        "failures": 2,
    }
    assert value["inputs"] == [{"input": raw.as_posix(), "articles": 3, "records": 3, "failures": 2}]
    assert value["files"] == ["records.jsonl", "records.csv", "failures.jsonl", "datapackage.json"]


def test_a_run_without_failures_has_no_failure_file_and_removes_the_last_ones(
    raw: Path, tmp_path: Path, extractor: Extractor
) -> None:
    out = tmp_path / "out"
    run(extractor, out, raw, settings=replace(SETTINGS, formats=("json",)))
    assert (out / "failures.jsonl").exists()
    summary = run(extractor, out, raw / "a.txt")
    assert sorted(path.name for path in out.iterdir()) == [
        "datapackage.json",
        "journal.sqlite",
        "records.csv",
        "records.jsonl",
        "run.json",
    ]
    assert summary.exit_code == 0


def test_the_same_input_gives_the_same_bytes(raw: Path, tmp_path: Path, extractor: Extractor) -> None:
    for out in ("one", "two"):
        run(extractor, tmp_path / out, raw)
    for name in ("records.jsonl", "records.csv", "failures.jsonl"):
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()


def test_progress_hears_of_every_article_and_failure(raw: Path, tmp_path: Path, extractor: Extractor) -> None:
    heard: list[Done] = []
    run(extractor, tmp_path / "out", raw, on_done=heard.append)
    assert [done.outcome.failure is None for done in heard] == [True, False, False, True, True]


def test_a_disk_that_fails_in_the_middle_is_an_input_error(
    raw: Path, tmp_path: Path, extractor: Extractor
) -> None:
    def fail(done: Done) -> None:
        raise OSError(28, "No space left on device")

    out = tmp_path / "out"
    with pytest.raises(InputError, match="No space left on device"):
        run(extractor, out, raw, on_done=fail)
    assert [path.name for path in out.iterdir()] == ["journal.sqlite"]


def test_a_5_mb_single_line_goes_through(tmp_path: Path, extractor: Extractor) -> None:
    path = tmp_path / "big.txt"
    path.write_text('"We will appeal," she said. ' * 190_000, encoding="utf-8")
    assert path.stat().st_size > 5_000_000
    lean = replace(extractor, quotes_in=lambda annotations: extractor.quotes_in(annotations)[:3])
    assert run(lean, tmp_path / "out", path).records == 3


def test_settings_that_do_not_exist_are_refused() -> None:
    with pytest.raises(InputError, match="there is no format 'xml'; choose from jsonl, json, csv"):
        Settings(formats=("xml",))
    with pytest.raises(InputError, match="threads is -1"):
        Settings(threads=-1)
    with pytest.raises(InputError, match="published is 'yesterday': write YYYY-MM-DD"):
        Settings(published="yesterday")
