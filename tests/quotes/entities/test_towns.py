"""Towns that are labelled as organizations."""

from __future__ import annotations

from extract.layout.spans import CharSpan
from extract.quotes.entities.towns import without_towns
from tests.marked_texts import spans_of


def left(text: str, *names: str) -> list[str]:
    return [span.of(text) for span in without_towns(text, spans_of(text, names))]


def test_a_town_in_front_of_a_site_is_no_organization() -> None:
    assert left("The Westmere plant of Norvik closed.", "Westmere", "Norvik") == ["Norvik"]
    assert left("Both Westmere offices closed.", "Westmere") == []


def test_a_company_that_stands_elsewhere_too_is_one() -> None:
    text = "The Norvik plant closed. Norvik grew."
    assert left(text, "Norvik") == ["Norvik", "Norvik"]


def test_names_of_several_words_and_acronyms_stay() -> None:
    assert left("The Norvik Foods plant and the NSB office.", "Norvik Foods", "NSB") == [
        "Norvik Foods",
        "NSB",
    ]


def test_no_site_no_town() -> None:
    assert without_towns("Westmere", [CharSpan(0, 8)]) == [CharSpan(0, 8)]
