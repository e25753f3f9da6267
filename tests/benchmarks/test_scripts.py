"""The scripts of `benchmarks/` run, on little."""

from __future__ import annotations

import gzip
import importlib
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.repository import ROOT

SAMPLE = ROOT / "data" / "raw" / "us-paper.txt"
TEXT = "OSTERVIK - Ada Brunn of Norvik Bank said on Thursday that nine branches would close in Sweden."
# Stands for scorers that are not part of the repository: it scores nothing, and says what it was given.
SCORER = """
import json, sys
gold, records, option, out = sys.argv[1:]
assert option == "--json"
rows, found = ([json.loads(line) for line in open(path, encoding="utf-8")] for path in (gold, records))
assert {record["article"]["id"] for record in found} <= {row["id"] for row in rows}
half = {"p": 0.5, "r": 0.5, "f1": 0.5}
roles = {"content": 0.25, "source": 0.5, "cue": 0.75}
json.dump({"articles": len(rows), "quote": {"all": half}, "orgs": half, "record": half, "quote_span_f1": 0.5,
           "type_accuracy": 1, "speaker_accuracy": 1, "said_accuracy": 1, "gold": len(rows),
           "token_f1": roles, "exact_f1": roles, "found_f1": 0.5, "linked_f1": 0.25}, open(out, "w"))
"""


def run(script: str, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / "benchmarks" / script), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False, encoding="utf-8")


def write_rows(path: Path, *rows: dict[str, Any]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = "".join(json.dumps(row) + "\n" for row in rows)
    path.write_bytes(gzip.compress(lines.encode()) if path.suffix == ".gz" else lines.encode())


@pytest.fixture
def script(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Any]:
    """`script("speed")` is the module."""
    monkeypatch.syspath_prepend(str(ROOT / "benchmarks"))
    return importlib.import_module


@pytest.fixture(scope="module")
def speed(
    tmp_path_factory: pytest.TempPathFactory,
) -> tuple[subprocess.CompletedProcess[str], dict[str, Any]]:
    """What a run on one article prints, and the figures it writes."""
    out = tmp_path_factory.mktemp("speed") / "speed.json"
    done = run("speed.py", SAMPLE, "--words", "700", "--starts", "1", "--json", out)
    assert done.returncode == 0, done.stderr
    return done, json.loads(out.read_text("utf-8"))


Speed = tuple["subprocess.CompletedProcess[str]", dict[str, Any]]


@pytest.mark.model
def test_articles_are_repeated_until_there_are_enough_words(speed: Speed) -> None:
    once = len(SAMPLE.read_text("utf-8").split()) + 1  # and the number that each copy ends in
    assert speed[1]["articles"] == -(-700 // once)
    assert speed[1]["words"] == once * speed[1]["articles"]


@pytest.mark.model
def test_the_stages_add_up_to_the_run(speed: Speed) -> None:
    figures = speed[1]
    assert sum(figures["stages"].values()) == pytest.approx(figures["processor"], rel=0.05)
    assert {"read", "encoder", "assemble", "write"} <= {
        name for name, s in figures["stages"].items() if s > 0
    }


@pytest.mark.model
def test_every_component_of_the_pipeline_is_a_stage(speed: Speed) -> None:
    from extract.pipeline.load import COMPONENTS

    assert {name.removeprefix("extract_") for name in COMPONENTS} <= set(speed[1]["stages"])


@pytest.mark.model
def test_start_and_memory_are_measured(speed: Speed) -> None:
    done, figures = speed
    [[wall, processor]] = figures["starts"]
    assert wall > 0
    assert processor > 0
    assert figures["peak"] > 20
    assert "| encoder |" in done.stdout


def test_a_path_without_words_is_wrong_usage(tmp_path: Path) -> None:
    done = run("speed.py", tmp_path)
    assert done.returncode == 2
    assert str(tmp_path) in done.stderr


@pytest.mark.model
def test_accuracy_prints_a_table_for_each_kind_of_data(tmp_path: Path) -> None:
    article = {"id": "a", "text": TEXT, "entities": [[11, 20, "PERSON"], [24, 35, "ORG"], [87, 93, "LOC"]]}
    content = TEXT.index("that")
    said = {"source": [[11, 35]], "cue": [[36, 40]], "content": [[content, len(TEXT) - 1]]}
    notes = {"complete": ["PERSON", "ORG", "LOC"], "partial": [], "ambiguous": {"LOC": ["GPE", "LOC", "FAC"]}}
    sets = ("conll2003-dev", "cleanconll-dev", "worldwide-dev", "finer-dev")
    for name in sets:
        write_rows(tmp_path / f"ner/{name}.jsonl.gz", article, article | {"id": "b"})
    write_rows(tmp_path / "ner/LABELS.json", dict.fromkeys(sets, notes))
    write_rows(tmp_path / "quotes/dev.jsonl.gz", article | {"attributions": [said]}, article | {"id": "b"})
    write_rows(tmp_path / "gold.jsonl", article, article | {"id": "b"})
    for name in ("score_records.py", "score_attributions.py"):
        (tmp_path / name).write_text(SCORER, encoding="utf-8")
    done = run(
        "accuracy.py", tmp_path, tmp_path / "gold.jsonl", "--scorers", tmp_path, "--articles", "1",
        "--json", tmp_path / "figures.json",
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    figures = json.loads((tmp_path / "figures.json").read_text("utf-8"))
    assert "| quote, all | 0.500 | 0.500 | 0.500 |" in done.stdout
    assert "| F1 of words | 0.250 | 0.500 | 0.750 | |" in done.stdout
    assert figures["records"]["articles"] == 1
    assert list(figures["entities"]) == list(sets)
    for way in ("exact", "overlap"):
        every = figures["entities"]["finer-dev"][way]["all"]
        assert every["right"] + every["missed"] == 3
    of_indirect = figures["contents"]["indirect"]
    assert of_indirect["found"]["right"] + of_indirect["found"]["missed"] == 1
    assert figures["contents"]["direct"]["found"]["missed"] == 0


def test_a_finer_label_counts_as_the_one_that_the_set_has(script: Callable[[str], Any]) -> None:
    notes = {
        "complete": ["PERSON", "LOC", "MISC"],
        "partial": ["DATE"],
        "ambiguous": {"LOC": ["GPE", "LOC", "FAC"], "MISC": ["NORP", "PRODUCT", "MISC"], "DATE": ["DATE"]},
    }
    assert script("accuracy").folded(notes) == {
        "PERSON": "PERSON", "LOC": "LOC", "MISC": "MISC",
        "GPE": "LOC", "FAC": "LOC", "NORP": "MISC", "PRODUCT": "MISC",
    }  # fmt: skip


def test_a_label_that_the_set_has_itself_is_not_folded(script: Callable[[str], Any]) -> None:
    notes = {"complete": ["LOC", "FAC"], "ambiguous": {"LOC": ["LOC", "FAC"]}}
    assert script("accuracy").folded(notes) == {"LOC": "LOC", "FAC": "FAC"}


def test_an_entity_is_right_with_its_span_and_label_only(script: Callable[[str], Any]) -> None:
    accuracy, spans = script("accuracy"), script("spans")
    gold = {(0, 5, "ORG"), (8, 12, "ORG"), (20, 25, "LOC")}
    found = {(0, 5, "ORG"), (8, 13, "ORG"), (20, 25, "ORG"), (30, 40, "ORG")}
    exact, overlap = ({"ORG": spans.Counts(), "LOC": spans.Counts()} for _ in range(2))
    accuracy.count_exact(gold, found, [(35, 36)], exact)
    assert exact == {"ORG": spans.Counts(right=1, wrong=2, missed=1), "LOC": spans.Counts(missed=1)}
    assert exact["ORG"].f1 == pytest.approx(0.4)
    accuracy.count_overlap(gold, found, [(35, 36)], overlap)
    assert overlap == {"ORG": spans.Counts(right=2, wrong=1), "LOC": spans.Counts(missed=1)}


def test_two_entities_found_on_one_are_not_both_right(script: Callable[[str], Any]) -> None:
    accuracy, spans = script("accuracy"), script("spans")
    counts = {"ORG": spans.Counts()}
    accuracy.count_overlap({(0, 20, "ORG")}, {(0, 5, "ORG"), (10, 20, "ORG")}, [], counts)
    assert counts["ORG"] == spans.Counts(right=1, wrong=1)


def record_of(text: str, *contents: str) -> dict[str, Any]:
    found = [(text.index(content), text.index(content) + len(content)) for content in contents]
    return {"quote": {"spans": [{"start": start, "end": end} for start, end in found]}}


def test_contents_count_by_type_exact_and_without_that(script: Callable[[str], Any]) -> None:
    attributions = script("attributions")
    text = (
        "Runa Dahl said that the ferry was late.\n\n"
        "\u201cWe waited for hours,\u201d said Ola Berg.\n\nNobody answered."
    )

    def spans_of(*contents: str) -> list[list[int]]:
        return [[text.index(content), text.index(content) + len(content)] for content in contents]

    rows = [
        {
            "id": "a",
            "text": text,
            "attributions": [
                {"content": spans_of("that the ferry was late")},
                {"content": spans_of("\u201cWe waited for hours,\u201d")},
            ],
        }
    ]
    records = {
        "a": [record_of(text, "the ferry was late"), record_of(text, "We waited"), record_of(text, "Nobody")]
    }
    counts = attributions.by_type(rows, records)
    shown = {
        kind: {name: (c.right, c.wrong, c.missed) for name, c in by.items()} for kind, by in counts.items()
    }
    assert shown["indirect"] == {"found": (1, 1, 0), "exact": (0, 2, 1), "bare": (1, 1, 0)}
    assert shown["direct"] == {"found": (1, 0, 0), "exact": (0, 1, 1), "bare": (0, 1, 1)}
    assert shown["all"] == {"found": (2, 1, 0), "exact": (0, 3, 2), "bare": (1, 2, 1)}
    assert "| indirect | 0.500 | 1.000 | 0.667 | 0.000 | 0.667 |" in "\n".join(attributions.table(counts))


def test_every_share_of_nested_figures_is_compared(script: Callable[[str], Any]) -> None:
    pytest.importorskip("torch")
    quantization = script("quantization")
    nested = {"a": {"all": {"f1": 0.5, "p": 0.4, "right": 3}}, "share": 0.25}
    assert dict(quantization.f1_figures(nested)) == {"a/all/f1": 0.5, "share": 0.25}


def test_check_names_every_figure_that_is_missed(script: Callable[[str], Any]) -> None:
    speed = script("speed")
    figures = speed.Figures(
        words=1000, articles=1, records=0, wall=1.0, processor=1.0, load=1.0, peak=800.0,
        stages={"encoder": 0.5, "word pieces": 0.1, "assemble": 0.4}, first=None,
        starts=((4.0, 2.0), (3.5, 2.0)),
    )  # fmt: skip
    missed = list(speed.misses(figures))
    assert [line.split()[0] for line in missed] == ["1,000", "400", "3.50", "800"]


def test_a_stage_is_not_charged_for_the_stages_inside_it(
    script: Callable[[str], Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    stages = script("stages")
    now = [0.0]
    monkeypatch.setattr(stages.time, "process_time", lambda: now[0])

    def work(seconds: float) -> None:
        now[0] += seconds

    watch = stages.Stopwatch()
    inner = watch.call("inner", work)
    with watch.stage("outer"):
        work(1)
        inner(2)
        for _ in watch.each("items", [3, 4]):
            work(4)
    work(8)
    assert watch.stop() == {"outer": 9.0, "inner": 2.0, "items": 0.0, "other": 8.0}
