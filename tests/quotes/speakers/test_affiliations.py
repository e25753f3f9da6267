"""For whom a person works or speaks."""

from __future__ import annotations

import pytest

from extract.quotes.speakers.affiliations import Affiliations
from extract.quotes.speakers.titles import Titles
from tests.marked_texts import make_index


@pytest.mark.parametrize(
    ("text", "affiliation"),
    [
        ("Riksnett chief Bo Ek spoke.", "Riksnett"),
        ("Bo Ek of the Harbour Board spoke.", "Harbour Board"),
        ("Riksnett's Bo Ek spoke.", "Riksnett"),
        ("Professor Bo Ek, a surgeon at Westmere Hospital, spoke.", "Westmere Hospital"),
        ("“No,” said Bo Ek. Bo Ek, who is 40, left. It was Bo Ek of Riksnett.", "Riksnett"),
        ("Bo Ek, who leads Oslo's Harbour Board, spoke.", "Harbour Board"),
        ("Bo Ek, who has run the Harbour Board since May, spoke.", "Harbour Board"),
        ("Norvik's Harbour Board chief Bo Ek spoke.", "Harbour Board"),
        ("Bo Ek, a critic of the Harbour Board, spoke.", None),
        ("Bo Ek, a surgeon who sued Westmere Hospital, spoke.", None),
        ("CFO Bo Ek spoke.", None),
        ("Riksnett says Bo Ek is wrong.", None),
        ("Bo Ek spoke to Riksnett.", None),
    ],
)
def test_an_affiliation_stands_in_the_title_or_beside_the_name(text: str, affiliation: str | None) -> None:
    index = make_index(
        text,
        people=["Bo Ek"],
        organizations=["Riksnett", "Harbour Board", "Westmere Hospital", "Norvik", "CFO"],
    )
    [name] = index.people
    mention = name.mentions[0].span
    found = Affiliations(index).of(name, mention, Titles(index).of(mention, name))
    assert (found.of(text) if found else None) == affiliation
