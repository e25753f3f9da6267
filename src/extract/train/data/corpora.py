"""Training sets, read from the folder that `extract train --data` names.

Attributions in the manner of PolNeAR are in `quotes/*.jsonl.gz`, entities in `ner/*.jsonl.gz`, and
`ner/LABELS.json` says which labels a set annotates.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from extract.errors import InputError
from extract.pipeline.network.labels import ROLES
from extract.train.data.row import Row, scheme

QUOTE_SETS = ("quotes/train",)
# Sets made by people whose terms do not forbid commercial use; see the model card.
ENTITY_SETS = (
    "ner/worldwide-train",
    "ner/conll2003-train",
    "ner/ieer",
    "ner/re3d",
    "ner/meantime",
    "ner/crossner-politics-train",
    "ner/crossner-politics-dev",
    "ner/wikigold",
    "ner/uner-ewt-dev",
    "ner/timeml-dates",
)
# The two largest with names, which an epoch reads twice.
_TWICE = frozenset({"ner/worldwide-train", "ner/conll2003-train"})


def read_jsonl(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the objects of a JSON Lines file, gzipped or not. Raises InputError when it is missing."""
    if not path.is_file():
        raise InputError(f"{path} is missing; the model card lists the sets that training reads")
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


def _forbidden(row: dict[str, Any]) -> bool:
    """Whether a row must not train: gold for measuring, and BBC text, whose terms are non-commercial."""
    publisher = f"{row.get('publisher') or ''} {row.get('source') or ''} {row.get('id') or ''}"
    return bool(row.get("gold_dev")) or "bbc" in publisher.lower()


def read_entities(data: Path, name: str) -> list[Row]:
    """Read the articles of one `ner/` set."""
    notes = json.loads((data / "ner/LABELS.json").read_text(encoding="utf-8"))
    meaning = scheme(notes[name.split("/")[1]])
    return [
        Row(
            set=name,
            text=row["text"],
            entities=tuple((s, e, label) for s, e, label in row["entities"]),
            ignore=tuple((s, e) for s, e in row.get("ignore", [])),
            scheme=meaning,
        )
        for row in read_jsonl(data / f"{name}.jsonl.gz")
        if not _forbidden(row)
    ]


def read_quotes(data: Path, name: str) -> list[Row]:
    """Read the articles of one `quotes/` set."""
    return [
        Row(
            set=name,
            text=row["text"],
            attributions=tuple(
                {role: tuple((s, e) for s, e in item[role]) for role in ROLES} for item in row["attributions"]
            ),
        )
        for row in read_jsonl(data / f"{name}.jsonl.gz")
        if not _forbidden(row)
    ]


def read_training(data: Path) -> list[Row]:
    """Read all sets that train the shipped weights; large ones with names twice."""
    rows = [row for name in QUOTE_SETS for row in read_quotes(data, name)]
    for name in ENTITY_SETS:
        rows += read_entities(data, name) * (2 if name in _TWICE else 1)
    return rows
