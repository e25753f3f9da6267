"""The training sets as they are read."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from extract.train.data.corpora import read_entities, read_jsonl, read_quotes
from tests.train.data.made import TEXT


def write_gzip(path: Path, rows: list[dict[str, Any]]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(gzip.compress("".join(json.dumps(row) + "\n" for row in rows).encode()))


@pytest.mark.parametrize("name", ["rows.jsonl", "rows.jsonl.gz"])
def test_json_lines_are_read_packed_or_not(tmp_path: Path, name: str) -> None:
    data = b'{"a": 1}\n\n{"a": 2}\n'
    (tmp_path / name).write_bytes(gzip.compress(data) if name.endswith("gz") else data)
    assert [row["a"] for row in read_jsonl(tmp_path / name)] == [1, 2]


def test_articles_kept_for_measuring_do_not_train(tmp_path: Path) -> None:
    row: dict[str, Any] = {
        "text": TEXT,
        "attributions": [{"source": [[0, 9]], "cue": [[20, 24]], "content": [[25, 27]]}],
    }
    rows = [row, row | {"gold_dev": True}, row | {"publisher": "BBC News"}]
    write_gzip(tmp_path / "quotes/train.jsonl.gz", rows)
    [found] = read_quotes(tmp_path, "quotes/train")
    assert found.attributions == ({"source": ((0, 9),), "cue": ((20, 24),), "content": ((25, 27),)},)


def test_a_set_is_read_with_what_its_labels_mean(tmp_path: Path) -> None:
    write_gzip(
        tmp_path / "ner/own.jsonl.gz", [{"text": TEXT, "entities": [[0, 9, "PER"]], "ignore": [[13, 19]]}]
    )
    notes = {"own": {"complete": ["PER"], "partial": [], "ambiguous": {"PER": ["PERSON"]}}}
    (tmp_path / "ner/LABELS.json").write_text(json.dumps(notes))
    [found] = read_entities(tmp_path, "ner/own")
    assert found.entities == ((0, 9, "PER"),)
    assert found.ignore == ((13, 19),)
    assert found.scheme is not None
    assert found.scheme.fine == {"PER": ("PERSON",)}
