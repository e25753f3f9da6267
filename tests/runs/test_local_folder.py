"""The output folder."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from extract.article import Failure
from extract.errors import InputError
from extract.runs.local_folder import prepare_folder, remove_stale, write_failures


def test_a_new_folder_is_made_with_its_parents(tmp_path: Path) -> None:
    prepare_folder(tmp_path / "a/b", replace=False)
    assert list((tmp_path / "a/b").iterdir()) == []


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("x", encoding="utf-8")
    with pytest.raises(InputError, match=r"out is a file; give a folder"):
        prepare_folder(tmp_path / "out", replace=True)


def test_a_folder_under_a_file_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(InputError, match="cannot be written"):
        prepare_folder(tmp_path / "file/out", replace=False)


def test_records_of_another_make_are_replaced_only_by_force(tmp_path: Path) -> None:
    (tmp_path / "records.csv").write_text("mine", encoding="utf-8")
    with pytest.raises(InputError, match=r"holds records.csv, but no run.json"):
        prepare_folder(tmp_path, replace=False)
    prepare_folder(tmp_path, replace=True)


def test_results_of_an_earlier_run_are_replaced(tmp_path: Path) -> None:
    for name in ("records.csv", "failures.jsonl", "run.json", "notes.txt"):
        (tmp_path / name).write_text("old", encoding="utf-8")
    prepare_folder(tmp_path, replace=False)
    remove_stale(tmp_path, ["records.csv", "run.json"])
    assert sorted(path.name for path in tmp_path.iterdir()) == ["notes.txt", "records.csv", "run.json"]


def test_failures_are_a_file_only_when_there_are_some(tmp_path: Path) -> None:
    with write_failures(tmp_path) as add:
        pass
    assert list(tmp_path.iterdir()) == []
    with write_failures(tmp_path) as add:
        add(Failure(path="a.txt", stage="read", kind="ArticleError", message="no text"))
    assert json.loads((tmp_path / "failures.jsonl").read_bytes()) == {
        "path": "a.txt",
        "line": None,
        "article_id": None,
        "stage": "read",
        "kind": "ArticleError",
        "message": "no text",
    }
