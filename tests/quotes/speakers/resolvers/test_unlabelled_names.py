"""Speakers whose names no model has labelled."""

from __future__ import annotations

import pytest

from extract.quotes.speakers.antecedents import antecedents_of
from extract.quotes.speakers.profiles import Profiles
from extract.quotes.speakers.resolvers.unlabelled_names import Surname, UnlabelledName
from tests.marked_texts import make_index
from tests.quotes.speakers.turns import query, resolve, speaker


@pytest.mark.parametrize("source", ["BRUNN", "Brunn"])
def test_a_surname_that_was_not_seen_as_a_name_is_the_one_person_who_has_it(source: str) -> None:
    text = f"Ada Brunn came. “No,” {source} said."
    [found] = resolve(make_index(text, people=["Ada Brunn"]), [(source, "No")])
    assert found.speaker.name == "Ada Brunn"


def test_a_name_that_no_model_labelled_is_read_from_the_source() -> None:
    text = "“No,” said the deputy head of the harbour board Timo Rask."
    found = speaker(text, ("the deputy head of the harbour board Timo Rask", "No"))
    assert (found.name, found.kind) == ("Timo Rask", "person")
    assert found.title is not None
    assert found.title.of(text) == "the deputy head of the harbour board"


def test_capitals_behind_a_preposition_are_no_unlabelled_name() -> None:
    found = speaker("“No,” said a spokesman for Timo Rask.", ("a spokesman for Timo Rask", "No"))
    assert found.name == "a spokesman for Timo Rask"


@pytest.mark.parametrize("source", ["MR. BRUNN", "Brunn"])
def test_a_surname_of_two_people_names_neither(source: str) -> None:
    index = make_index(f"Ada Brunn met Karl Brunn. {source}: no.", people=["Ada Brunn", "Karl Brunn"])
    surname = Surname(index, Profiles(index, antecedents_of(index).organizations))
    assert surname(query(index, source)) is None


@pytest.mark.parametrize("name", ["Norvik Fjord", "Velden Nord"])
def test_an_organization_or_a_place_is_no_unlabelled_name(name: str) -> None:
    source = f"the head of the board {name}"
    index = make_index(f"{source} said no.", organizations=["Norvik Fjord"], places=["Velden Nord"])
    assert UnlabelledName(index)(query(index, source)) is None
