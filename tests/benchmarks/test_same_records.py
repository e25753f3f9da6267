"""`benchmarks/same_records.py` tells whether two revisions make the same records."""

from __future__ import annotations

import importlib
import json
from pathlib import Path
from typing import Any

import pytest

from tests.repository import BENCHMARKS


@pytest.fixture
def module(monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    return importlib.import_module("same_records")


class Fake:
    """A revision that writes one record, with a provenance of its own."""

    def __init__(self, speaker: str, version: str) -> None:
        self.record = {"speaker": speaker, "provenance": {"extract": version}}

    def run(self, command: list[str], codes: tuple[int, ...]) -> str:
        out = Path(command[command.index("-o") + 1])
        out.mkdir()
        (out / "records.jsonl").write_text(json.dumps(self.record) + "\n", encoding="utf-8")
        return ""


@pytest.mark.parametrize(("speaker", "different"), [("Ada Brunn", 0), ("Per Holt", 1)])
def test_records_that_differ_in_more_than_provenance_are_told(
    module: Any, tmp_path: Path, speaker: str, different: int
) -> None:
    old = module.records(Fake("Ada Brunn", "1"), [tmp_path], (), tmp_path / "old")
    new = module.records(Fake(speaker, "2"), [tmp_path], (), tmp_path / "new")
    assert len(list(module.differences(old, new))) == different


def test_a_record_more_is_a_difference(module: Any) -> None:
    assert list(module.differences(["a"], ["a", "b"])) == ["2: - None\n2: + b"]


def test_entry_points_of_a_revision_are_those_of_its_project(module: Any, tmp_path: Path) -> None:
    revisions = importlib.import_module("revisions")
    (tmp_path / "pyproject.toml").write_text(
        '[project]\nname = "extract-news"\nscripts = { extract = "a:b" }\n'
        '[project.entry-points.spacy_factories]\nextract_layout = "c:d"\n'
    )
    [folder] = revisions._with_entry_points(tmp_path, tmp_path / "metadata").iterdir()
    assert (folder / "entry_points.txt").read_text("utf-8").splitlines() == [
        "[console_scripts]",
        "extract = a:b",
        "[spacy_factories]",
        "extract_layout = c:d",
    ]
