"""Names of speakers as a record has them."""

from __future__ import annotations

import pytest

from extract.quotes.quote import GroupMember, Speaker


@pytest.mark.parametrize(
    ("names", "joined"),
    [
        (["Ada Brunn", "Jan Holt"], "Ada Brunn and Jan Holt"),
        (["Ada Brunn", "Jan Holt", "Karl Holt, Jr."], "Ada Brunn, Jan Holt and Karl Holt, Jr."),
    ],
)
def test_the_full_name_of_several_joins_theirs(names: list[str], joined: str) -> None:
    members = tuple(GroupMember(name=name, kind="person") for name in names)
    assert Speaker(mention=None, name=None, kind="group", members=members).full_name == joined


def test_the_full_name_of_one_is_its_name() -> None:
    assert Speaker(mention=None, name="Ada Brunn", kind="person").full_name == "Ada Brunn"
    assert Speaker(mention=None, name=None, kind="unknown", reason="no_source").full_name is None
