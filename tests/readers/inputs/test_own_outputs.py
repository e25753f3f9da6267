"""Results of earlier runs in a folder of articles."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.article import Failure
from extract.readers import Skipped, plan_inputs

RUN = '{"schema_version": "1.3", "extract": "0.1.0", "files": ["records.jsonl", "articles.jsonl"]}'
MERGE = '{"extract": "0.1.0", "files": ["records.merged.csv"], "table_sha256": null}'
RESULTS = [
    *("records.jsonl", "records.jsonl.gz", "records.csv", "records.excel.csv", "records.xlsx"),
    *("records.parquet", "records.nested.parquet", "failures.jsonl", "report.html"),
    *("records.merged.jsonl", "records.merged.csv", "records.merged.parquet", "merges.csv"),
]


def write(folder: Path, *names: str, **files: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("It rained.", encoding="utf-8")
    for name, text in files.items():
        (folder / f"{name}.json").write_text(text, encoding="utf-8")


def read(folder: Path) -> list[str]:
    return [file.id for file in plan_inputs([folder]).files()]


@pytest.mark.parametrize("name", RESULTS)
def test_results_beside_what_a_run_says_of_itself_are_no_articles(tmp_path: Path, name: str) -> None:
    write(tmp_path, "a.txt", f"out/{name}", "out/own.csv")
    assert f"out/{name}" in read(tmp_path)
    write(tmp_path / "out", run=RUN)
    assert read(tmp_path) == ["a.txt", "out/own.csv"]
    found = [item for item in plan_inputs([tmp_path]).listed() if isinstance(item, Skipped)]
    assert Skipped(f"{tmp_path.as_posix()}/out/{name}", "a result of an earlier run") in found


def test_what_a_run_says_of_itself_is_a_result_too(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", "datapackage.json", "journal.sqlite")
    write(tmp_path, run=RUN)
    found = [item for item in plan_inputs([tmp_path]).listed() if isinstance(item, Skipped)]
    assert [item.reason for item in found] == ["a result of an earlier run"] * 3


def test_a_folder_of_nothing_but_results_says_so(tmp_path: Path) -> None:
    write(tmp_path, "records.csv", "a.md", run=RUN)
    [failure] = [item for item in plan_inputs([tmp_path]).listed() if isinstance(item, Failure)]
    assert failure.message.startswith("the folder holds no .txt")
    assert failure.message.endswith(
        "(results of an earlier run, read only when given by name: 2; 1 file of other kinds)"
    )


def test_a_result_that_is_given_by_name_is_read(tmp_path: Path) -> None:
    write(tmp_path, "records.csv")
    write(tmp_path, run=RUN)
    assert read(tmp_path / "records.csv") == ["records.csv"]


def test_merged_records_lie_beside_what_the_merge_says_of_itself(tmp_path: Path) -> None:
    write(tmp_path, "records.merged.csv", "merges.csv", "a.txt")
    write(tmp_path, merge=MERGE)
    assert read(tmp_path) == ["a.txt"]


def test_results_of_a_run_that_was_ended_lie_beside_its_journal(tmp_path: Path) -> None:
    write(tmp_path, "records.csv", "journal.sqlite", "a.txt")
    assert read(tmp_path) == ["a.txt"]


def test_texts_that_a_run_has_kept_are_known_by_its_list_of_files(tmp_path: Path) -> None:
    write(tmp_path, "articles.jsonl")
    write(tmp_path, run=RUN.replace("articles", "articles.of.mine"))
    assert read(tmp_path) == ["articles.jsonl"]
    write(tmp_path, run=RUN)
    assert read(tmp_path) == []


def test_parts_of_a_run_lie_below_what_it_says_of_itself(tmp_path: Path) -> None:
    write(tmp_path, "out/jsonl/part-00000.jsonl", "own/jsonl/part-00000.jsonl", "out/jsonl/a.jsonl")
    write(tmp_path / "out", run='{"finished": false}')
    assert read(tmp_path) == ["out/jsonl/a.jsonl", "own/jsonl/part-00000.jsonl"]


@pytest.mark.parametrize("run", ["", "[]", "[" * 100_000, '{"extract": 5}', '{"run": {"id": "mlflow"}}'])
def test_a_run_json_of_another_program_makes_nothing_a_result(tmp_path: Path, run: str) -> None:
    write(tmp_path, "records.csv", "articles.jsonl")
    write(tmp_path, run=run, merge=run)
    assert read(tmp_path) == ["articles.jsonl", "records.csv"]
