"""Singular and plural."""

from __future__ import annotations

import pytest

from extract.lexicon.inflection import plural, singular
from extract.lexicon.organization_nouns import ORGANIZATION_NOUNS
from extract.lexicon.person_nouns import PERSON_NOUNS


@pytest.mark.parametrize(
    ("many", "one"),
    [
        ("banks", "bank"),
        ("agencies", "agency"),
        ("churches", "church"),
        ("chairwomen", "chairwoman"),
        ("wives", "wife"),
        ("thieves", "thief"),
        ("alumni", "alumnus"),
        ("passersby", "passerby"),
        ("witness", "witness"),
        ("specimen", "specimen"),
    ],
)
def test_singular(many: str, one: str) -> None:
    assert singular(many) == one


@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("bank", "banks"),
        ("agency", "agencies"),
        ("church", "churches"),
        ("box", "boxes"),
        ("class", "classes"),
    ],
)
def test_regular_plural(one: str, many: str) -> None:
    assert plural(one) == many
    assert singular(many) == one


def test_every_regular_plural_of_the_lists_leads_back_to_its_noun() -> None:
    lost = {noun for noun in PERSON_NOUNS | ORGANIZATION_NOUNS if singular(plural(noun)) != noun}
    assert len(lost) < 0.01 * len(PERSON_NOUNS)
