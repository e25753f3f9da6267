"""Speakers with title and affiliation."""

from __future__ import annotations

import pytest

from tests.quotes.speakers.turns import speaker


def test_title_and_affiliation_come_from_beside_the_name() -> None:
    text = "“No,” Norvik Bank chief executive Ada Brunn said."
    found = speaker(text, ("Norvik Bank chief executive Ada Brunn", "No"))
    assert found.title is not None
    assert found.affiliation is not None
    assert found.title.of(text) == "Norvik Bank chief executive"
    assert found.affiliation.of(text) == "Norvik Bank"


def test_a_quotation_without_a_source_tells_its_speakers_title_too() -> None:
    text = "Ada Brunn, head of the Harbour Council, came. “No,” Brunn said.\n\n“Never,” she said.\n\n“Not I.”"
    found = speaker(text, ("Brunn", "No"), ("she", "Never"), (None, "Not I"))
    assert (found.mention, found.name) == (None, "Ada Brunn")
    assert found.title is not None
    assert found.title.of(text) == "head of the Harbour Council"


@pytest.mark.parametrize("source", ["Its president, Ada Brunn,", "The council's president, Ada Brunn,"])
def test_whose_president_someone_is_tells_the_affiliation(source: str) -> None:
    text = f"The Harbour Council opposed the tax. {source} said no."
    found = speaker(text, (source, "no"), quoted=False)
    assert found.affiliation is not None
    assert found.affiliation.of(text) == "Harbour Council"


def test_a_title_given_once_holds_for_later_mentions() -> None:
    text = "Ada Brunn, head of the Harbour Council, came. “No,” Brunn said."
    found = speaker(text, ("Brunn", "No"))
    assert found.title is not None
    assert found.title.of(text) == "head of the Harbour Council"


@pytest.mark.parametrize(
    "source", ["A spokesman for the company", "A company spokesman", "The company’s lawyer"]
)
def test_whose_spokesman_someone_without_a_name_is_tells_the_affiliation(source: str) -> None:
    text = f"Halvorsen Foods closed a plant. {source} said no."
    found = speaker(text, (source, "no"), quoted=False)
    assert found.affiliation is not None
    assert found.affiliation.of(text) == "Halvorsen Foods"
