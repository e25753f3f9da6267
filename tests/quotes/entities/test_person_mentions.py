"""Mentions of people: honorifics, dashes, nicknames, couples."""

from __future__ import annotations

import pytest

from extract.layout.spans import CharSpan
from extract.quotes.entities.person_mentions import person_mention, whole_people
from tests.marked_texts import make_index, span_of, spans_of


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Engr. Ada Brunn", "Ada Brunn"),
        ("Datuk Seri Ada Brunn", "Ada Brunn"),
        ("Tan Sri Ada Brunn", "Ada Brunn"),
        ("Tan Wei Ling", "Tan Wei Ling"),
        ("Rt Hon. Ada Brunn", "Ada Brunn"),
        ("DGP Ada Brunn", "Ada Brunn"),
        ("DGP) Ada Brunn", "Ada Brunn"),
        ("SP Ada Brunn", "Ada Brunn"),
        ("SP Brunn", "SP Brunn"),
        ("EASTMOOR—Ada Brunn", "Ada Brunn"),
        ("Ada Brunn—the mayor", "Ada Brunn"),
        ("Brunn–Holt", "Brunn–Holt"),
        ("Plumber Thomas Holt", "Thomas Holt"),
        ("Dean Thomas Holt", "Dean Thomas Holt"),
    ],
)
def test_what_stands_beside_a_name_is_no_part_of_it(written: str, name: str) -> None:
    mention = person_mention(written, CharSpan(0, len(written)))
    assert mention is not None
    assert mention.text == name


@pytest.mark.parametrize(
    ("text", "names", "texts"),
    [
        ("Karl and Ada Brunn left.", ["Karl", "Ada Brunn"], ["Karl Brunn", "Ada Brunn"]),
        ("Holt and Ada Brunn left.", ["Holt", "Ada Brunn"], ["Holt", "Ada Brunn"]),
        ("Olav “The Wall” Holt left.", ["Olav", "Holt"], ["Olav “The Wall” Holt"]),
        ("Olav (Bo) Holt left.", ["Olav", "Holt"], ["Olav (Bo) Holt"]),
        ("“Olav,” Holt said.", ["Olav", "Holt"], ["Olav", "Holt"]),
        ("Then Ada Brunn left.", ["Ada", "Brunn"], ["Ada Brunn"]),
        ("Then Ada Brunn left.", ["Brunn"], ["Ada Brunn"]),
        ("Then Mayor Brunn left.", ["Brunn"], ["Brunn"]),
    ],
)
def test_a_name_is_put_together(text: str, names: list[str], texts: list[str]) -> None:
    mentions = [m for span in spans_of(text, names) if (m := person_mention(text, span)) is not None]
    assert [mention.text for mention in whole_people(text, mentions)] == texts


def test_a_couple_is_told_apart_by_the_honorific() -> None:
    text = "Karl and Ute Brandt came. Mr Brandt said no. Mrs Brandt said yes."
    index = make_index(text, people=["Karl", "Ute Brandt", "Brandt"])
    assert [(name.canonical, len(name.mentions)) for name in index.people] == [
        ("Karl Brandt", 2),
        ("Ute Brandt", 2),
    ]


def test_a_first_name_that_is_another_name_is_no_part() -> None:
    text = "Then the Christian Brunn left."
    mention = person_mention(text, span_of(text, "Brunn"))
    assert mention is not None
    assert whole_people(text, [mention], [span_of(text, "Christian")]) == [mention]
