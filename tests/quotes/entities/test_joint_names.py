"""Joint speakers, taken apart."""

from __future__ import annotations

import pytest

from extract.quotes.entities.joint_names import joined, members_of
from extract.quotes.entities.names import Name

NAMES = {
    name: Name(number=number, canonical=name, kind="person", mentions=())
    for number, name in enumerate(("Ada Brunn", "Jan Holt", "Holt, Moen and Company", "Karl Holt, Jr."))
}


@pytest.mark.parametrize(
    "names",
    [
        ["Ada Brunn", "Jan Holt"],
        ["Ada Brunn", "Jan Holt", "Karl Holt, Jr."],
        ["Holt, Moen and Company", "Ada Brunn"],
        ["Ada Brunn", "Holt, Moen and Company"],
    ],
)
def test_joined_names_come_apart(names: list[str]) -> None:
    assert [name.canonical for name in members_of(joined(names), NAMES)] == names


@pytest.mark.parametrize("name", ["Ada Brunn", "Holt, Moen and Company", "Ada Brunn and others", "and", ""])
def test_other_names_do_not(name: str) -> None:
    assert members_of(name, NAMES) == ()


def test_a_very_long_name_is_no_joint_speaker() -> None:
    assert members_of(", ".join(["x"] * 20_000), NAMES) == ()
