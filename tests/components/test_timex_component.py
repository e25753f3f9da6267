"""The component `extract_timex` in a blank pipeline."""

from __future__ import annotations

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin

import extract.components.timex  # noqa: F401  # registers the factory where the package is not installed


@pytest.fixture
def nlp() -> Language:
    nlp = spacy.blank("en")
    nlp.add_pipe("extract_timex")
    return nlp


def test_timexes_are_json_with_offsets_in_characters(nlp: Language) -> None:
    doc = nlp.make_doc("It rained on Friday.")
    doc._.extract_published = "2017-04-06"
    assert nlp(doc)._.extract_timexes == [
        {
            "start": 13,
            "end": 19,
            "text": "Friday",
            "type": "DATE",
            "value": "2017-03-31",
            "edtf": "2017-03-31",
        }
    ]
    [span] = doc.spans["extract.timex"]
    assert (span.text, span.label_) == ("Friday", "DATE")


def test_the_anchor_goes_before_publication(nlp: Language) -> None:
    doc = nlp.make_doc("It rained yesterday.")
    doc._.extract_published, doc._.extract_anchor = "2017-04-06", "2017-04-05"
    assert nlp(doc)._.extract_timexes[0]["edtf"] == "2017-04-04"


def test_the_dateline_goes_before_publication(nlp: Language) -> None:
    doc = nlp.make_doc("VELDEN, April 5, 2017 (XYZ) -- It rained yesterday.")
    doc._.extract_published = "2017-04-06"
    assert [timex["edtf"] for timex in nlp(doc)._.extract_timexes] == ["2017-04-05", "2017-04-04"]


def test_an_empty_doc_has_no_timexes(nlp: Language) -> None:
    assert nlp("")._.extract_timexes == []


def test_timexes_survive_saving(nlp: Language) -> None:
    doc = nlp("It rained in May 2010.")
    saved = DocBin(docs=[doc], store_user_data=True).to_bytes()
    [loaded] = DocBin(store_user_data=True).from_bytes(saved).get_docs(nlp.vocab)
    assert isinstance(loaded, Doc)
    assert list(loaded._.extract_timexes) == doc._.extract_timexes
