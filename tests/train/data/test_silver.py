"""Articles that a trained pipeline annotates for the next training. Needs the `train` extra."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

pytest.importorskip("torch")

from extract.pipeline.components.encoder import NewsEncoder
from extract.pipeline.load import load_pipeline
from extract.train.data.row import Row
from extract.train.data.silver import annotate_texts, read_raw, with_attributions

TEXT = (
    "OSTERVIK - The harbor will stay shut until Friday, Mayor Ada Brunn said on Monday.\n\n"
    "“We lost two cranes in the storm,” she told reporters. Norvik Bank will lend the city the money."
)


def write_raw(data: Path, *rows: dict[str, str]) -> None:
    (data / "raw").mkdir()
    lines = "".join(json.dumps(row) + "\n" for row in rows)
    (data / "raw/news.jsonl.gz").write_bytes(gzip.compress(lines.encode()))


def test_only_long_texts_of_the_sources_named_are_read(tmp_path: Path) -> None:
    write_raw(
        tmp_path,
        {"source": "ecb+", "text": "a" * 301},
        {"source": "ecb+", "text": "a" * 20},
        {"source": "gum", "text": "b" * 400},
    )
    assert read_raw(tmp_path) == ["a" * 301]


@pytest.mark.model
def test_the_shipped_pipeline_annotates_names_attributions_and_its_doubts() -> None:
    encoder = load_pipeline().get_pipe("extract_encoder")
    assert isinstance(encoder, NewsEncoder)
    [row] = annotate_texts([TEXT, "  \n "], encoder)
    assert row.text == TEXT
    names = {(TEXT[start:end], label) for start, end, label in row.entities or ()}
    assert {("Ada Brunn", "PERSON"), ("Norvik Bank", "ORG")} <= names
    sources = {TEXT[s:e] for item in row.attributions or () for s, e in item["source"]}
    assert "she" in sources
    assert any("Ada Brunn" in source for source in sources)
    for start, end in (*row.ignore, *row.doubtful):
        assert 0 <= start < end <= len(TEXT)


@pytest.mark.model
def test_rows_with_names_alone_are_given_attributions() -> None:
    encoder = load_pipeline().get_pipe("extract_encoder")
    assert isinstance(encoder, NewsEncoder)
    names = Row(set="ner/x", text=TEXT, entities=((9, 9, "LOC"),))
    quotes = Row(set="quotes/x", text=TEXT, attributions=())
    [first, second, third, empty] = with_attributions([names, quotes, names, Row(set="x", text=" ")], encoder)
    assert first == third
    assert first.entities == names.entities
    assert first.soft is None, "its names are annotated"
    assert any(TEXT[s:e] == "she" for item in first.attributions or () for s, e in item["source"])
    assert second == quotes
    assert empty.attributions is None
