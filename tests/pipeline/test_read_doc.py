"""From a Doc to annotations: what they hold, and how often a Doc is decoded for them."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from spacy.tokens import Doc

from extract.article import Article
from extract.layout.blocks import find_layout
from extract.layout.quotation_marks.quotations import find_quotations
from extract.pipeline import read_doc
from extract.pipeline.components import layout, timex
from extract.pipeline.entity import Entity
from extract.pipeline.load import annotate, load_pipeline
from extract.pipeline.read_doc import read_annotations
from extract.timex.anchor import find_anchor
from tests.docs.pages import annotated_doc
from tests.marked_texts import make_attribution, span_of

TEXT = (
    "Bank stays open\n\nBy Ada Brunn\n\nOSTERVIK, April 6, 2017. /NVA/. Norvik Bank met on Tuesday. It "
    "rained.\n\n“We stay open,” Jan Holt said.\n"
)
ARTICLE = Article(id="a", text=TEXT, path="a.txt")
SAID = make_attribution(TEXT, "“We stay open,”", cue="said", source="Jan Holt")


@pytest.fixture
def doc() -> Doc:
    return annotated_doc(ARTICLE, entities={"Norvik Bank": "ORG", "Jan Holt": "PERSON"}, attributions=[SAID])


def test_annotations_hold_what_the_components_found(doc: Doc) -> None:
    found = read_annotations(ARTICLE, doc)
    assert found.article is ARTICLE
    assert found.layout == find_layout(TEXT)
    assert found.quotations == find_quotations(TEXT, [block.span for block in found.layout.blocks])
    assert found.entities == (
        Entity(span_of(TEXT, "Norvik Bank"), "ORG"),
        Entity(span_of(TEXT, "Jan Holt"), "PERSON"),
    )
    assert found.attributions == (SAID,)
    assert found.anchor == find_anchor(TEXT, found.layout.dateline)
    assert [(timex.span.of(TEXT), timex.edtf) for timex in found.timexes] == [
        ("April 6, 2017", "2017-04-06"),
        ("Tuesday", "2017-04-04"),
    ]


def test_sentences_are_spans_of_the_text(doc: Doc) -> None:
    sentences = [span.of(TEXT).strip() for span in read_annotations(ARTICLE, doc).sentences]
    assert sentences[-3:] == ["Norvik Bank met on Tuesday.", "It rained.", "“We stay open,” Jan Holt said."]


def test_front_matter_is_what_only_the_text_states(doc: Doc) -> None:
    found = read_annotations(ARTICLE, doc).front_matter
    assert (found.title, found.author, found.published) == ("Bank stays open", "Ada Brunn", "2017-04-06")
    stated = Article(id="a", text=TEXT, path="a.txt", title="Bank", author="E. Lund", published="2017-04-07")
    found = read_annotations(stated, doc).front_matter
    assert (found.title, found.author, found.published) == (None, None, None)


def test_a_saved_doc_gives_the_same_annotations(doc: Doc) -> None:
    copy = Doc(doc.vocab).from_bytes(doc.to_bytes())
    assert read_annotations(ARTICLE, copy) == read_annotations(ARTICLE, doc)


@pytest.mark.model
def test_a_run_decodes_and_finds_everything_once_an_article(monkeypatch: pytest.MonkeyPatch) -> None:
    """The text is not put together from tokens, and the layout that the component found is handed on."""
    calls: Counter[str] = Counter()

    def count(module: Any, name: str) -> None:
        plain = getattr(module, name)

        def counted(*args: Any, **options: Any) -> Any:
            calls[name] += 1
            return plain(*args, **options)

        monkeypatch.setattr(module, name, counted)

    for name in ("read_layout", "find_layout", "find_quotations"):
        count(layout, name)
    for name in ("read_attributions", "read_timexes"):
        count(read_doc, name)
    count(timex, "find_anchor")
    articles = [ARTICLE, Article(id="b", text=TEXT * 2, path="b.txt", published="2017-04-07")]
    assert len(list(annotate(load_pipeline(), articles))) == 2
    assert calls == {
        "find_layout": 2,
        "find_quotations": 2,
        "find_anchor": 2,
        "read_attributions": 2,
        "read_timexes": 2,
    }
