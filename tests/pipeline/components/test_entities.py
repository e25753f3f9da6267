"""`doc.ents` from the encoder's scores."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc

from extract.pipeline.components.entities import EntityFinder, make_entities
from tests.docs.pages import encoded_doc


def entities(doc: Doc) -> list[tuple[str, str]]:
    return [(entity.text, entity.label_) for entity in EntityFinder()(doc).ents]


def test_names_get_their_labels() -> None:
    doc = encoded_doc(
        "Ada Brunn runs Norvik Bank in Ostervik.",
        entities={"Ada Brunn": "PERSON", "Norvik Bank": "ORG", "Ostervik": "LOC"},
    )
    assert entities(doc) == [("Ada Brunn", "PERSON"), ("Norvik Bank", "ORG"), ("Ostervik", "LOC")]


def test_a_name_over_two_paragraphs_is_one_in_each() -> None:
    doc = encoded_doc(
        "The vote was won by Norvik\n\nBank workers were glad.", entities={"Norvik\n\nBank": "ORG"}
    )
    assert entities(doc) == [("Norvik", "ORG"), ("Bank", "ORG")]


def test_a_name_ends_at_whole_tokens_of_spacy() -> None:
    doc = encoded_doc("They can't lend.", entities={"can": "MISC"})  # spaCy's tokens are "ca" and "n't"
    assert entities(doc) == [("can't", "MISC")]


def test_marks_at_the_edges_of_a_name_are_no_part_of_it() -> None:
    doc = encoded_doc("In Ostervik, “Norvik Bank” and Yahoo! met.", entities={"Ostervik,": "LOC"})
    assert entities(doc) == [("Ostervik", "LOC")]
    doc = encoded_doc("In Ostervik, “Norvik Bank” met.", entities={"“Norvik Bank”": "ORG"})
    assert entities(doc) == [("Norvik Bank", "ORG")]


@pytest.mark.parametrize("name", ["Yahoo!", "U.S.", "Farmers'", "Bank (Norvik)"])
def test_marks_that_belong_to_a_name_stay(name: str) -> None:
    assert entities(encoded_doc(f"They met {name} there.", entities={name: "ORG"})) == [(name, "ORG")]


@pytest.mark.parametrize(
    ("text", "name", "found"),
    [
        ("The regional Bank of Norvik grew.", "regional", False),
        ("The School grew.", "The", False),
        ("The firm norvik.com grew.", "norvik.com", True),
        ("The firm eNorvik grew.", "eNorvik", True),
        ("The Centre of Tides (icot) grew. There icot is.", "icot", True),
        ("The firm 挪威银行 grew.", "挪威银行", True),
    ],
)
def test_a_word_without_a_capital_is_no_name(text: str, name: str, found: bool) -> None:
    assert entities(encoded_doc(text, entities={name: "ORG"})) == [(name, "ORG")] * text.count(name) * found


def test_a_text_without_words_has_no_entities() -> None:
    assert entities(encoded_doc("")) == []
    assert entities(encoded_doc(" \n ")) == []


def test_scores_stay_for_the_attributions() -> None:
    doc = encoded_doc("Norvik Bank grew.", entities={"Norvik Bank": "ORG"})
    EntityFinder()(doc)
    assert "extract.scores" in doc.user_data


def test_the_factory_makes_the_component() -> None:
    assert isinstance(make_entities(spacy.blank("en"), "extract_entities"), EntityFinder)
    assert "extract_entities" in spacy.blank("en").factory_names
