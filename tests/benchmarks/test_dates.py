"""What `benchmarks/dates.py` counts, of which articles."""

from __future__ import annotations

import importlib
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.repository import ROOT

# Stands for a scorer that is not part of the repository: it says how many articles it was given.
SCORER = """
import json, sys
gold, option, found, option_json, out = sys.argv[1:]
assert (option, option_json) == ("--pred", "--json")
rows, predictions = ([json.loads(line) for line in open(path, encoding="utf-8")] for path in (gold, found))
assert [row["doc"] for row in rows] == [row["doc"] for row in predictions]
half = {f"{name}_{letter}": 0.5 for name in ("strict", "relaxed") for letter in ("p", "r", "f1")}
pred = sum(len(row["spans"]) for row in predictions)
json.dump({"ALL": half | {"right": 0.5, "value_f1": 0.5, "gold": len(rows), "pred": pred, "value": pred}},
          open(out, "w"))
"""


@pytest.fixture
def dates(monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.syspath_prepend(str(ROOT / "benchmarks"))
    return importlib.import_module("dates")


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Friday", "weekday"),
        ("last week", "this, last, next + unit"),
        ("a year earlier", "offset (two years ago, a year earlier)"),
        ("the third quarter", "quarter, half"),
        ("every spring", "set (daily, each year)"),
        ("8 p.m. Friday", "time of day"),
        ("recent weeks", "vague duration (days, recent weeks)"),
        ("two weeks", "counted duration (two years)"),
        ("Aug. 7, 1998", "full date (Aug. 7, 1998)"),
        ("1998", "year"),
        ("Lammas", "other"),
    ],
)
def test_the_kind_of_an_expression(dates: Any, words: str, kind: str) -> None:
    assert dates.kind_of(words) == kind


def test_about_a_tenth_of_all_names_is_held_out(dates: Any) -> None:
    held_out = sum(dates.is_held_out(f"article-{number}") for number in range(2000))
    assert 150 < held_out < 260
    assert not dates.is_held_out("article-0")
    assert dates.is_held_out("article-3") == dates.is_held_out("article-3")


def test_a_table_of_kinds_counts_what_is_found_and_right(dates: Any) -> None:
    text = "Rivera left on Monday and came back on Friday."
    gold = [
        {"start": text.index(word), "end": text.index(word) + len(word), "value": value}
        for word, value in (("on Monday", "2017-04-03"), ("Friday", "2017-04-07"))
    ]
    article = {"doc": "a", "text": text, "timex": gold}
    kinds = dates.by_kind([article], {"a": dates.find_timexes(text, "2017-04-06")})
    assert kinds["weekday"] == dates.Kind(gold=2, relaxed=2, strict=1, value=1)


@pytest.mark.parametrize("part", ["all", "held-out", "rest"])
def test_the_parts_are_scored_apart(dates: Any, tmp_path: Path, part: str) -> None:
    names = [f"article-{number}" for number in range(40)]
    rows = [{"doc": name, "dct": "2017-04-06", "text": "It rained on Monday.", "timex": []} for name in names]
    data, scorer = tmp_path / "data.jsonl", tmp_path / "score.py"
    data.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    scorer.write_text(SCORER, "utf-8")
    command = [sys.executable, str(ROOT / "benchmarks" / "dates.py"), str(data), str(scorer)]
    done = subprocess.run(
        [*command, "--part", part, "--articles", "0"],
        capture_output=True,
        text=True,
        check=False,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr
    wanted = [name for name in names if part == "all" or dates.is_held_out(name) == (part == "held-out")]
    assert 0 < len(wanted) <= 40
    assert done.stdout.startswith(f"{len(wanted)} articles, ")
