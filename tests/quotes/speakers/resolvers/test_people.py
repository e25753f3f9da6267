"""Speakers who are people named by the source."""

from __future__ import annotations

from extract.quotes.speakers.antecedents import antecedents_of
from extract.quotes.speakers.profiles import Profiles
from extract.quotes.speakers.resolvers.people import NamedPeople
from tests.marked_texts import make_index, span_of
from tests.quotes.speakers.turns import PEOPLE, query, speaker


def test_a_name_is_its_fullest_form() -> None:
    text = "Ada Brunn came. “No,” Brunn said."
    found = speaker(text, ("Brunn", "No"))
    assert (found.name, found.kind, found.reason) == ("Ada Brunn", "person", None)


def test_mention_is_the_source_as_written() -> None:
    text = "“No,” Finance Minister Ada Brunn said."
    found = speaker(text, ("Finance Minister Ada Brunn", "No"))
    assert found.mention == span_of(text, "Finance Minister Ada Brunn")
    assert found.name == "Ada Brunn"


def test_a_title_before_the_name_in_apposition_is_part_of_the_mention() -> None:
    text = "“No,” the head of the Harbour Council, Ada Brunn, said."
    found = speaker(text, ("the head of the Harbour Council, Ada Brunn", "No"))
    assert found.name == "Ada Brunn"


def test_two_names_are_a_group() -> None:
    text = "“No,” Ada Brunn and Jan Holt said."
    found = speaker(text, ("Ada Brunn and Jan Holt", "No"))
    assert (found.full_name, found.kind) == ("Ada Brunn and Jan Holt", "group")


def test_one_person_named_twice_is_no_group() -> None:
    text = "“No,” Ada Brunn, the Brunn of old, said."
    assert speaker(text, ("Ada Brunn, the Brunn of old", "No")).name == "Ada Brunn"


def test_who_is_only_mentioned_in_the_source_does_not_speak() -> None:
    index = make_index("A lawyer for Ada Brunn said no.", people=PEOPLE)
    people = NamedPeople(index, Profiles(index, antecedents_of(index).organizations))
    assert people(query(index, "A lawyer for Ada Brunn")) is None
    assert people(query(index, None)) is None
