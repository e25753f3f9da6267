"""Where people are mentioned, and how."""

from __future__ import annotations

import pytest

from extract.quotes.speakers.pronouns.mentions import Place, Trails
from tests.scenes import make_index, span_of

TEXT = "Ada Brunn spoke of Mira Okonjo. “He lied. He ran,” she said. Then Brunn’s friend left."


@pytest.fixture
def trails() -> Trails:
    return Trails(make_index(TEXT, people=["Ada Brunn", "Mira Okonjo", "Brunn"]))


def place(trails: Trails, words: str, number: int = 0) -> Place:
    return trails.place(span_of(TEXT, words, number), pronoun=words in ("he", "she", "He"))


def test_a_name_before_its_verb_is_a_subject_and_behind_a_preposition_none(trails: Trails) -> None:
    assert place(trails, "Ada Brunn").subject
    assert not place(trails, "Mira Okonjo").subject


def test_the_first_person_of_a_sentence(trails: Trails) -> None:
    assert place(trails, "Ada Brunn").first
    assert not place(trails, "Mira Okonjo").first


def test_a_possessive_is_no_subject(trails: Trails) -> None:
    found = place(trails, "Brunn", 1)
    assert (found.owner, found.subject) == (True, False)


def test_what_stands_inside_quotation_marks_is_marked(trails: Trails) -> None:
    assert place(trails, "He").marked
    assert not place(trails, "she").marked


def test_the_subject_of_a_verb_of_saying_is_a_source(trails: Trails) -> None:
    assert place(trails, "she").source
    assert not place(trails, "Ada Brunn").source


def test_sentences_wholly_inside_marks_are_not_told(trails: Trails) -> None:
    assert place(trails, "she").told - place(trails, "Ada Brunn").told == 1


def test_a_pronoun_that_is_resolved_is_a_place_of_its_person() -> None:
    index = make_index(TEXT, people=["Ada Brunn", "Mira Okonjo", "Brunn"])
    trails, brunn = Trails(index), index.people[0]
    trails.add(brunn, span_of(TEXT, "she"), pronoun=True)
    assert [p.span.of(TEXT) for p in trails.before(brunn, len(TEXT))] == ["Ada Brunn", "she", "Brunn"]
    assert [p.span.of(TEXT) for p in trails.before(brunn, TEXT.index("Then"))] == ["Ada Brunn", "she"]


def test_a_name_behind_its_description_is_a_subject() -> None:
    index = make_index("A trader, Ada Brunn, told us so.", people=["Ada Brunn"])
    [found] = Trails(index).before(index.people[0], len(index.text))
    assert found.subject
