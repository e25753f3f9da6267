"""What kinds of organization a noun may stand for."""

from __future__ import annotations

import pytest

from extract.quotes.entities.organization_kinds import OrganizationKinds, may_be
from tests.marked_texts import make_index

NAMES = ("Inland Workers Alliance", "Harbour Council", "Norvik Bank", "The Quay Courier", "NMA", "Panthers")


def called(noun: str) -> list[str]:
    index = make_index(", ".join(NAMES), organizations=NAMES)
    return [name.canonical for name in OrganizationKinds(index.organizations).called(noun)]


@pytest.mark.parametrize(
    ("noun", "names"),
    [
        ("union", ["Inland Workers Alliance"]),
        ("alliance", ["Inland Workers Alliance"]),
        ("council", ["Harbour Council"]),
        ("bank", ["Norvik Bank"]),
        ("lender", ["Norvik Bank"]),
        ("newspaper", ["Quay Courier"]),
        ("ministry", []),
    ],
)
def test_a_noun_stands_for_names_that_say_so(noun: str, names: list[str]) -> None:
    assert called(noun) == names


@pytest.mark.parametrize(
    ("name", "noun", "fits"),
    [
        ("Panthers", "ministry", False),
        ("Panthers", "club", True),
        ("NMA", "ministry", True),
        ("Harbour Council", "council", True),
        ("Department of Tides", "ministry", True),
        ("Norvik", "company", True),
        ("Road Safety Board", "company", False),
        ("Norvik Bank", "government", False),
        ("Norvik Government", "government", True),
    ],
)
def test_most_public_bodies_say_what_they_are(name: str, noun: str, fits: bool) -> None:
    [found] = make_index(f"{name} spoke.", organizations=[name]).organizations
    assert may_be(found, noun) is fits
