"""Names in the form in which they are compared."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.quotes.entities.names import NameKind
from extract.quotes.entities.watchlist.normalize import (
    WORD,
    fold_word,
    is_acronym,
    key_of,
    loose_words,
    strict_words,
    surname_last,
    without_initials,
    without_possessive,
)

ANY_TEXT = st.text(alphabet=st.one_of(st.characters(), st.sampled_from("aAzZéø’'.&+- \u00ad\u0301ŉß½ﬁ")))
KINDS = st.sampled_from(["organization", "person"])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Zoë Lindqvist", "Zoe Lindqvist"),
        ("Zoe\u0308 Lindqvist", "ZOË LINDQVIST"),
        ("Jørgen Łosz", "Jorgen Losz"),
        ("U.N.", "UN"),
        ("Rolls-Royce", "Rolls Royce"),
        ("Rolls\u2011Royce", "Rolls–Royce"),
        ("Holt & Moen", "Holt and Moen"),
        ("Holt ＆ Moen", "Holt & Moen"),
        ("Ｎｏｒｖｉｋ Bank", "Norvik Bank"),
        ("Macy’s", "Macy's"),
        ("Nor\u00advik", "Norvik"),
        ("Norvik\u00a0Bank\n", "Norvik  Bank"),
        ("ﬁrst Bank", "First Bank"),
    ],
)
def test_names_that_are_written_differently_are_one(one: str, other: str) -> None:
    assert strict_words(one) == strict_words(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Lloyd's", "Lloyds"), ("Norvik+", "Norvik"), ("Norvik Bank", "Norvikbank"), ("Local 12", "Local 13")],
)
def test_names_that_are_two_stay_two(one: str, other: str) -> None:
    assert strict_words(one) != strict_words(other)


@pytest.mark.parametrize(
    ("name", "kind", "loose"),
    [
        ("The Norvik Bank plc", "organization", "norvik bank"),
        ("Norvik Foods Co., Inc.", "organization", "norvik foods"),
        ("The Inc.", "organization", "inc"),
        ("Co", "organization", "co"),
        ("Dr. Ada Brunn", "person", "ada brunn"),
        ("President Ada Brunn", "person", "ada brunn"),
        ("Ada Brunn Ltd", "person", "ada brunn ltd"),
        ("Lloyd's of London", "organization", "lloyds of london"),
    ],
)
def test_what_may_be_left_out(name: str, kind: NameKind, loose: str) -> None:
    assert key_of(loose_words(strict_words(name), kind)) == loose


def test_surname_first_is_turned() -> None:
    assert surname_last("Lindqvist, Zoë") == "Zoë Lindqvist"
    assert surname_last("Karl Holt, Jr.") is None
    assert surname_last("Holt, Moen, Brunn") is None
    assert surname_last("Zoë Lindqvist") is None


@pytest.mark.parametrize("name", ["WHO", "W.H.O.", "AT&T", "X", "3M"])
def test_short_names_in_capitals_are_acronyms(name: str) -> None:
    assert is_acronym(name)


@pytest.mark.parametrize("name", ["Who", "UNICEF", "THE WHO", "1860", "eBay"])
def test_other_names_are_none(name: str) -> None:
    assert not is_acronym(name)


@given(ANY_TEXT)
def test_normalizing_twice_is_normalizing_once(text: str) -> None:
    assert strict_words(key_of(strict_words(text))) == strict_words(text)


@given(ANY_TEXT, KINDS)
def test_leaving_out_twice_is_leaving_out_once(text: str, kind: NameKind) -> None:
    loose = loose_words(strict_words(text), kind)
    assert loose_words(loose, kind) == loose
    assert bool(loose) == bool(strict_words(text))


@given(ANY_TEXT)
def test_initials_go_between_first_and_last_only(text: str) -> None:
    words = strict_words(text)
    fewer = without_initials(words)
    assert without_initials(fewer) == fewer
    assert (fewer[:1], fewer[-1:]) == (words[:1], words[-1:])


@given(ANY_TEXT)
def test_words_are_slices_of_the_text_and_fold_to_one_word(text: str) -> None:
    end = 0
    for match in WORD.finditer(text):
        assert match.start() >= end
        end = match.end()
        assert text[match.start() : end] == match[0]
        assert " " not in fold_word(match[0])


def test_possessives_go() -> None:
    assert [without_possessive(name) for name in ("Norvik’s", "Holts'", "Norvik")] == [
        "Norvik",
        "Holts",
        "Norvik",
    ]
