"""Short forms of names of organizations."""

from __future__ import annotations

import pytest

from extract.quotes.entities.short_forms import initials, is_short_for, organization_key


def key(name: str) -> tuple[str, ...]:
    return organization_key(tuple(name.lower().split()))


@pytest.mark.parametrize(
    ("name", "acronym"),
    [
        ("European Grid Agency", "ega"),
        ("Bureau of Harbour Safety", "bhs"),
        ("Ministry of Foreign Affairs", "mofa"),
        ("North-East Rail", "ner"),
        ("Norvik Dairy Workers Union", "dwu"),
        ("Group of Seven", "g7"),
        ("United Dairy Workers Union", "udw"),
    ],
)
def test_initials_with_and_without_small_words_and_the_first(name: str, acronym: str) -> None:
    assert acronym in initials(name.lower().split())


def test_one_word_has_no_initials() -> None:
    assert initials(["norvik"]) == set()


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("Harbour Ministry", "Ministry of the Harbour"),
        ("Justice Department", "US Department of Justice"),
        ("Health Ministry", "Ministry of Health and Welfare"),
        ("Harbour Safety", "Department of Harbour Safety"),
        ("NM Norland", "Norvik Motors of Norland Ltd"),
        ("Norvik", "Norvik Foods"),
        ("Norvik Motor", "Norvik Motor Company"),
        ("State Department", "US State Department"),
        ("Coast Guard Reserve", "United States Coast Guard Reserve"),
    ],
)
def test_a_name_is_short_for_a_longer_one(short: str, long: str) -> None:
    assert is_short_for(key(short), key(long), set(), {key("Norvik Motor Co")})


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("Norvik Motor", "Norvik Motor Credit"),  # there is a Norvik Motor Co.
        ("Norvik", "Norvik and Holm Services"),
        ("National", "National Dairy Board"),
        ("Health Ministry", "Ministry of Finance"),
        ("NM Norland", "Norvik Foods of Norland"),
    ],
)
def test_a_name_is_another_than_a_longer_one(short: str, long: str) -> None:
    assert not is_short_for(key(short), key(long), set(), {key("Norvik Motor Co")})


def test_an_acronym_in_brackets_need_not_be_the_initials() -> None:
    assert is_short_for(
        ("orail",), key("Osterviks Jernbaner"), {("orail", key("Osterviks Jernbaner"))}, set()
    )
