"""Names of people taken apart and compared."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.lexicon.nicknames import Nicknames
from extract.merge.forms.person import difference, person_form

NICKNAMES = Nicknames()


def compare(one: str, other: str) -> str | None:
    a, b = person_form(one), person_form(other)
    assert a is not None
    assert b is not None
    found = difference(a, b, NICKNAMES.of(a.first))
    assert found == difference(b, a, NICKNAMES.of(b.first))
    return found


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("José Marín", "Jose Marin"),
        ("ADA BRUNN", "Ada Brunn"),
        ("Ada Brunn’s", "Ada Brunn"),
        ("Pak Ji-hoon", "Pak Ji Hoon"),
        ("Farid al-Rashidi", "Farid Rashidi"),
        ("J.K. Moen", "J. K. Moen"),
        ("Otto 'Rocky' Brunn", "Otto Brunn"),
        ("Jan van der Holt", "Jan Van Der Holt"),
    ],
)
def test_one_name_in_two_spellings(one: str, other: str) -> None:
    assert compare(one, other) == "spelling"


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("Ada M. Brunn", "Ada Brunn", "middle"),
        ("Ada Maria Brunn", "Ada M. Brunn", "middle"),
        ("Ada Brunn Jr.", "Ada Brunn", "middle"),
        ("A. Brunn", "Ada Brunn", "initials"),
        ("J. Edgar Moen", "Edgar Moen", "initials"),
        ("Bob Moen", "Robert Moen", "nickname"),
        ("Mohammed Rashidi", "Muhammad Rashidi", "transliteration"),
        ("Sergei Balakin", "Sergey Balakin", "transliteration"),
    ],
)
def test_what_differs(one: str, other: str, found: str) -> None:
    assert compare(one, other) == found


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ada Brunn", "Eva Brunn"),
        ("Ada Brunn", "Ada Holt"),
        ("Ada M. Brunn", "Ada K. Brunn"),
        ("Otto W. Moen", "Otto H.W. Moen"),
        ("Otto Moen Jr.", "Otto Moen Sr."),
        ("A. Brunn", "Eva Brunn"),
        ("Maria Lopes", "Mario Lopes"),
        ("Daniel Holt", "Danielle Holt"),
        ("Zhang Wei", "Zheng Wei"),
    ],
)
def test_two_people(one: str, other: str) -> None:
    assert compare(one, other) is None


@pytest.mark.parametrize("name", ["Brunn", "Mr. Brunn Jr.", "a company spokesman", "The minister", "", "B."])
def test_a_surname_alone_and_a_description_are_no_full_name(name: str) -> None:
    form = person_form(name)
    assert form is None or name == "Mr. Brunn Jr."


@given(st.text(alphabet="aé.-' ABÖ’\"Jr", max_size=24))
def test_any_text_is_taken_apart_or_not(name: str) -> None:
    form = person_form(name)
    assert form is None or (form.first and form.last and form.letters)
