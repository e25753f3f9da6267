"""What `benchmarks/coreference.py` asks, and what it counts."""

from __future__ import annotations

import gzip
import importlib
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.repository import ROOT

TEXT = (
    "Ada Brunn, the chairwoman, runs Norvik Bank. She said so. Then the banker left him alone. "
    "It grew. They left."
)


def spans(*words: str) -> list[tuple[int, int]]:
    return [(TEXT.index(word), TEXT.index(word) + len(word)) for word in words]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    clusters = [
        spans("Ada Brunn", "She", "the chairwoman", "the banker"),
        spans("Norvik Bank", "It"),
        spans("him"),
    ]
    row = {"id": "a", "genre": "news", "published": None, "text": TEXT, "clusters": clusters}
    gum = row | {"types": ["person", "organization", "person"], "singletons": []}
    names = [(*span, "PERSON") for span in spans("Ada Brunn")] + [(*s, "ORG") for s in spans("Norvik Bank")]
    for path, content in {
        "coref/gum-dev": gum,
        "coref/ontogum-dev": row,
        "ner/gum-dev": {"id": "a", "entities": names},
    }.items():
        file = tmp_path / f"{path}.jsonl.gz"
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(gzip.compress(json.dumps(content).encode()))
    return tmp_path


@pytest.fixture
def gold(monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.syspath_prepend(str(ROOT / "benchmarks"))
    return importlib.import_module("coreference_gold")


@pytest.mark.parametrize("scheme", ["gum", "ontogum"])
def test_asked_is_about_pronouns_and_descriptions_of_those_named_before(
    gold: Any, data: Path, scheme: str
) -> None:
    [article] = gold.read_coreference(data, scheme, "dev")
    assert [(item.span.of(TEXT), item.kind, item.names) for item in article.asked] == [
        ("She", "she", ("Ada Brunn",)),
        ("the banker", "person description", ("Ada Brunn",)),
        ("It", "it", ("Norvik Bank",)),
    ]
    assert [item.span.of(TEXT) for item in article.pronouns] == ["She", "him"]


@pytest.mark.parametrize(
    ("answer", "right"),
    [
        ("Brunn", True),
        ("Ada Brunn", True),
        ("Dr. Ada M. Brunn", True),
        ("Ada Moen", False),
        ("Norvik Bank", False),
    ],
)
def test_a_shorter_or_fuller_name_is_the_same_name(gold: Any, answer: str, right: bool) -> None:
    assert gold.is_one_of(answer, ["Ada Brunn", "Brunn"]) is right


@pytest.mark.model
def test_it_prints_a_table_for_both_schemes(data: Path) -> None:
    command = [sys.executable, str(ROOT / "benchmarks" / "coreference.py"), str(data)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    assert done.stdout.count("| she | 1 | 1.00 | 0.00 | 0.00 |") == 6
