"""Values of a text that the components of one run hand on."""

from __future__ import annotations

import spacy

from extract.pipeline.components.layout import LayoutFinder, layout_of, quotations_of, text_of
from extract.pipeline.components.timex import anchor_of
from extract.pipeline.doc_memo import memo_of, remember

TEXT = "OSTERVIK, April 6, 2017. /NVA/. “We stay,” Ada Brunn said."


def test_what_is_remembered_is_found_once() -> None:
    doc = spacy.blank("en").make_doc(TEXT)
    remember(doc, TEXT)
    LayoutFinder("layout")(doc)
    assert text_of(doc) is TEXT
    assert layout_of(doc) is layout_of(doc)
    assert quotations_of(doc) is quotations_of(doc)
    assert anchor_of(doc, None) is anchor_of(doc, None)


def test_anchors_are_kept_by_the_day_of_publication() -> None:
    doc = spacy.blank("en").make_doc("It rained.")
    remember(doc, doc.text)
    assert anchor_of(doc, "2017-04-06").date == "2017-04-06"
    assert anchor_of(doc, None).date is None


def test_a_doc_that_nobody_remembers_keeps_nothing_but_json() -> None:
    doc = LayoutFinder("layout")(spacy.blank("en").make_doc(TEXT))
    assert quotations_of(doc) == quotations_of(doc)
    assert memo_of(doc).quotations is None
    assert type(doc)(doc.vocab).from_bytes(doc.to_bytes()).text == TEXT


def test_a_layout_that_a_program_sets_itself_counts() -> None:
    doc = LayoutFinder("layout")(spacy.blank("en").make_doc(TEXT))
    doc._.extract_layout = {"blocks": [[0, len(TEXT), "heading"]], "dateline": None}
    assert [block.kind for block in layout_of(doc).blocks] == ["heading"]
