"""What an article calls its organizations."""

from __future__ import annotations

import pytest

from extract.quotes.speakers.organization_words import OrganizationWords
from tests.marked_texts import make_index


def words_of(text: str, name: str = "Vestra plc") -> OrganizationWords:
    return OrganizationWords(make_index(text, organizations=[name]))


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("Vestra plc, a developer based in Hull, failed.", "developer"),
        ("Vestra plc (VST), which is a maker of lifts, failed.", "maker"),
        ("Vestra plc is one of the largest breweries in town.", "brewery"),
        ("The troubled lift company Vestra plc failed.", "company"),
        ("The regulator, Vestra plc, failed.", "regulator"),
    ],
)
def test_the_noun_beside_a_name_is_a_word_for_it(text: str, noun: str) -> None:
    words = words_of(text)
    [name] = words.called(noun)
    assert name.canonical == "Vestra plc"
    assert noun in words.nouns(name)


@pytest.mark.parametrize(
    "text",
    [
        "Vestra plc, the chairman of which left, failed.",
        "He joined Vestra plc, a month before it failed.",
        "They said Vestra plc failed.",
    ],
)
def test_people_and_verbs_are_no_words_for_a_name(text: str) -> None:
    words = words_of(text)
    assert not words.called("chairman") + words.called("said") + words.called("before")


def test_modifiers_that_the_article_ties_to_a_name_are_allowed() -> None:
    words = words_of("Vestra plc, a Danish lift maker, failed.")
    [name] = words.called("maker")
    assert words.allow(name, ["lift"])
    assert words.allow(name, ["new", "danish"])
    assert not words.allow(name, ["competition"])
