"""Attributions on a Doc."""

from __future__ import annotations

import json

import pytest
import spacy
from spacy.tokens import Doc

from extract.pipeline.components.attribution import AttributionFinder, make_attribution, read_attributions
from extract.pipeline.network.attribution import Attribution
from tests.docs.pages import encoded_doc
from tests.marked_texts import span_of

TEXT = "The bank won't close, Brunn told reporters. It grew."


@pytest.fixture
def doc() -> Doc:
    content, source, cue = (
        span_of(TEXT, words) for words in ("The bank won't close", "Brunn", "told reporters")
    )
    return AttributionFinder()(
        encoded_doc(
            TEXT,
            roles=[(content, "content"), (source, "source"), (cue, "cue")],
            links=[(content, cue), (source, cue)],
        )
    )


def test_an_attribution_is_read_back_with_its_spans(doc: Doc) -> None:
    [found] = read_attributions(doc)
    assert isinstance(found, Attribution)
    assert [span.of(TEXT) for span in found.source + found.cue] == ["Brunn", "told reporters"]
    assert [span.of(TEXT) for span in found.content] == ["The bank won't close"]
    assert found.confidence == pytest.approx(0.97, abs=0.01)


def test_it_holds_json_values(doc: Doc) -> None:
    value = doc._.extract_attributions
    assert json.loads(json.dumps(value)) == value


def test_it_survives_serialization(doc: Doc) -> None:
    copy = Doc(doc.vocab).from_bytes(doc.to_bytes())
    assert read_attributions(copy) == read_attributions(doc)


def test_span_groups_share_the_id_of_their_attribution(doc: Doc) -> None:
    spans = [span for role in ("source", "cue", "content") for span in doc.spans[f"extract.{role}"]]
    assert [span.text for span in spans] == ["Brunn", "told reporters", "The bank won't close"]
    assert len({span.id_ for span in spans}) == 1


def test_scores_are_let_go(doc: Doc) -> None:
    assert "extract.scores" not in doc.user_data


def test_a_text_without_words_has_no_attributions() -> None:
    doc = AttributionFinder()(encoded_doc(""))
    assert read_attributions(doc) == []
    assert len(doc.spans["extract.content"]) == 0


def test_a_doc_that_the_component_never_saw_has_none() -> None:
    AttributionFinder()
    assert read_attributions(spacy.blank("en").make_doc(TEXT)) == []


def test_the_factory_makes_the_component() -> None:
    assert isinstance(make_attribution(spacy.blank("en"), "extract_attribution"), AttributionFinder)
