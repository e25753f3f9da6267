"""The organizations of a speaker."""

from __future__ import annotations

import pytest

from extract.quotes.speakers.antecedents import antecedents_of
from extract.quotes.subjects.speaker_ties import SpeakerTies
from tests.marked_texts import make_index, span_of
from tests.quotes.subjects.speakers import resolved


def ties_of(source: str) -> SpeakerTies:
    text = f"{source} said rain fell."
    index = make_index(text, people=["Ada Brunn"], organizations=["Norvik Bank"])
    return SpeakerTies(index, resolved(index, antecedents_of(index), source, [span_of(text, "rain fell")]))


@pytest.mark.parametrize(
    ("source", "official", "own"),
    [
        ("Norvik Bank", False, "Norvik Bank"),
        ("Norvik Bank chairwoman Ada Brunn", True, "Norvik Bank"),
        ("Ada Brunn, an analyst at Norvik Bank,", False, None),
        ("A spokesman for Norvik Bank", True, "Norvik Bank"),
        ("Ada Brunn", False, None),
    ],
)
def test_an_official_speaks_for_the_organization_and_an_analyst_does_not(
    source: str, official: bool, own: str | None
) -> None:
    ties = ties_of(source)
    assert (ties.official, ties.own and ties.own.canonical) == (official, own)


def test_an_analyst_is_an_onlooker_with_an_affiliation() -> None:
    ties = ties_of("Ada Brunn, an analyst at Norvik Bank,")
    assert ties.onlooker
    assert ties.affiliated is not None
    assert ties.affiliated.canonical == "Norvik Bank"
