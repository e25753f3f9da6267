"""Nouns for organizations."""

from __future__ import annotations

import pytest

from extract.lexicon.organization_nouns import ORGANIZATION_NOUNS, SELDOM_PEOPLE
from extract.lexicon.person_nouns import is_person_noun


@pytest.mark.parametrize(
    "noun", ["company", "ministry", "carmaker", "subcommittee", "delegation", "think-tank"]
)
def test_nouns_for_organizations(noun: str) -> None:
    assert noun in ORGANIZATION_NOUNS


@pytest.mark.parametrize("noun", ["industry", "country", "family", "report", "broker", "river"])
def test_collectives_places_and_documents_are_none(noun: str) -> None:
    assert noun not in ORGANIZATION_NOUNS


def test_those_that_are_seldom_people_may_be_either() -> None:
    assert SELDOM_PEOPLE <= ORGANIZATION_NOUNS
    assert all(map(is_person_noun, SELDOM_PEOPLE))
