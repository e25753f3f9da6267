"""Genders of people, by what the text says of them."""

from __future__ import annotations

import pytest

from extract.quotes.speakers.gender import Genders
from tests.marked_texts import make_index


@pytest.mark.parametrize(
    ("text", "gender"),
    [
        ("Mr Brunn spoke.", "male"),
        ("Spokeswoman Brunn spoke.", "female"),
        ("Brunn, a businessman, spoke.", "male"),
        ("Brunn spoke. She left.", "female"),
        ("Brunn spoke for his bank. He left.", "male"),
        ("His daughter-in-law Brunn spoke.", "female"),
        ("His sister, Brunn, spoke.", "female"),
        ("Asked by his sister, Brunn spoke.", None),
        ("Brunn spoke.", None),
        ("Brunn met Holt. She left.", None),
        ("Mr Brunn spoke of her. She left.", "male"),
    ],
)
def test_gender_shows_in_titles_and_in_the_pronouns_that_follow(text: str, gender: str | None) -> None:
    index = make_index(text, people=["Brunn", "Holt"])
    assert Genders(index).of(index.people[0]) == gender


@pytest.mark.parametrize(
    ("name", "evidence"), [("Anna Brunn", -1.0), ("Peter Holt", 1.0), ("Jordan Moen", 0.0), ("Anna", 0.0)]
)
def test_a_first_name_is_evidence_of_its_own(name: str, evidence: float) -> None:
    index = make_index(f"{name} spoke.", people=[name])
    genders = Genders(index)
    assert genders.evidence(index.people[0])["first"] == evidence
    assert genders.of(index.people[0]) is None


def test_the_title_of_another_in_the_same_phrase_tells_nothing() -> None:
    text = "Ada Brunn, a businesswoman who met the king, spoke."
    index = make_index(text, people=["Ada Brunn"])
    assert Genders(index).evidence(index.people[0])["title"] == -1.0


def test_pronouns_in_what_somebody_says_tell_nothing_of_the_one_who_says_it() -> None:
    text = "Brunn spoke: “He left.”"
    index = make_index(text, people=["Brunn"], quoted=["He left."])
    assert Genders(index).of(index.people[0]) is None
