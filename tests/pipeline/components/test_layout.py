"""The layout as a spaCy component."""

from __future__ import annotations

import json

import spacy

from extract.layout.blocks import find_layout
from extract.pipeline.components.layout import layout_of, make_layout

TEXT = "Wall divides town.\n\nOSTBURG, April 6. /NVA/. The council voted.\n\n© Mira Okonjo/NVA"


def test_layout_is_json_and_comes_back() -> None:
    nlp = spacy.blank("en")
    doc = make_layout(nlp, "extract_layout", None)(nlp.make_doc(TEXT))
    assert json.loads(json.dumps(doc._.extract_layout)) == doc._.extract_layout
    assert layout_of(doc) == find_layout(TEXT)
    assert layout_of(doc).dateline is not None


def test_layout_survives_serialization() -> None:
    nlp = spacy.blank("en")
    doc = make_layout(nlp, "extract_layout", None)(nlp.make_doc(TEXT))
    copy = type(doc)(nlp.vocab).from_bytes(doc.to_bytes())
    assert layout_of(copy) == find_layout(TEXT)


def test_headline_of_the_doc_is_used() -> None:
    nlp = spacy.blank("en")
    component = make_layout(nlp, "extract_layout", None)
    doc = nlp.make_doc(TEXT)
    doc._.extract_title = "Wall divides town"
    assert component(doc)._.extract_layout["blocks"][0] == [0, 18, "title"]


def test_layout_is_found_when_the_component_did_not_run() -> None:
    make_layout(spacy.blank("en"), "one", None)
    make_layout(spacy.blank("en"), "again", None)
    assert layout_of(spacy.blank("en").make_doc(TEXT)) == find_layout(TEXT)
