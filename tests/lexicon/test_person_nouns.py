"""Nouns for people, singular and plural."""

from __future__ import annotations

import pytest

from extract.lexicon.organization_nouns import ORGANIZATION_NOUNS
from extract.lexicon.person_nouns import (
    INHABITANTS,
    PERSON_NOUNS,
    ends_in_person_noun,
    is_person_noun,
    is_plural_noun,
    is_plural_person_noun,
    is_usually_person,
)


@pytest.mark.parametrize(
    "word",
    "publisher plaintiff landlord paramedic magistrate consul astronaut lender cook judge guide".split(),
)
def test_roles_of_people(word: str) -> None:
    assert is_person_noun(word)


@pytest.mark.parametrize(
    "word", "paper order river beat help married forward later letter voice police someone it".split()
)
def test_words_that_are_mostly_something_else(word: str) -> None:
    assert not is_person_noun(word)


@pytest.mark.parametrize("word", ["vice-president", "ex-mayor", "policymaker", "mother-of-two", "bassoonist"])
def test_a_word_that_ends_in_a_noun_for_people_is_one(word: str) -> None:
    assert is_person_noun(word)


@pytest.mark.parametrize(
    "word", ["screwdriver", "enlist", "skyscraper", "best-seller", "groundwater", "-", ""]
)
def test_words_that_only_look_like_one(word: str) -> None:
    assert not is_person_noun(word)


def test_an_age_is_a_person() -> None:
    assert is_person_noun("45-year-old")


def test_case_and_the_point_of_an_abbreviation_do_not_matter() -> None:
    assert is_person_noun("Rep.")
    assert is_person_noun("Professor")


def test_a_lender_may_be_a_person_but_the_lender_hardly_is() -> None:
    assert is_person_noun("lender")
    assert not is_usually_person("lender")
    assert is_usually_person("broker")


@pytest.mark.parametrize(
    "word", ["landlords", "spokeswomen", "thieves", "Policymakers", "wives", "secretaries"]
)
def test_plurals(word: str) -> None:
    assert is_plural_person_noun(word)


@pytest.mark.parametrize("word", ["landlord", "papers", "rivers", "police"])
def test_no_plurals_of_people(word: str) -> None:
    assert not is_plural_person_noun(word)


def test_the_lists_hold_lower_case_words() -> None:
    words = PERSON_NOUNS | ORGANIZATION_NOUNS | INHABITANTS
    assert all(word == word.lower() and word.replace("-", "").replace("'", "").isalnum() for word in words)


def test_a_short_last_part_makes_no_person() -> None:
    assert not ends_in_person_noun("airman", {"man"})  # nor of the name "Coleman"
    assert ends_in_person_noun("air-man", {"man"})


@pytest.mark.parametrize("word", ["spokeswoman", "analyst", "CEO", "co-founder", "lawyer", "librarian"])
def test_nouns_for_persons(word: str) -> None:
    assert is_person_noun(word)


@pytest.mark.parametrize("word", ["newspaper", "police", "minister’s", "summer", "river", "committee", ""])
def test_nouns_that_name_no_person(word: str) -> None:
    assert not is_person_noun(word)


@pytest.mark.parametrize("word", ["officials", "police", "policemen", "townspeople", "Analysts"])
def test_plural_nouns(word: str) -> None:
    assert is_plural_noun(word)


@pytest.mark.parametrize("word", ["official", "boss", "census", "analysis", "bus", "bank’s", "as"])
def test_singular_nouns(word: str) -> None:
    assert not is_plural_noun(word)


@pytest.mark.parametrize(
    "noun",
    """auctioneer carer cleaner miller motorist trucker usher orderly umpire jockey mason soprano sexton
        principal telegraphist telephonist cabdriver exorcist expansionist mutualist universalist
        cosponsor""".split(),
)
def test_seldom_roles_and_those_who_operate_something_are_people(noun: str) -> None:
    assert is_person_noun(noun)


@pytest.mark.parametrize("noun", ["sweater", "toaster", "hanger", "poster", "gusher", "stepladder"])
def test_things_that_end_like_roles_are_none(noun: str) -> None:
    assert not is_person_noun(noun)
