"""Kinds of mention."""

from __future__ import annotations

import pytest

from extract.score.matching import mention_kind


@pytest.mark.parametrize(
    ("mention", "name", "kind"),
    [
        (None, "Ada Brunn", "none"),
        (None, None, "none"),
        ("She", "Ada Brunn", "pronoun"),
        ("they", None, "pronoun"),
        ("Ada Brunn, the mayor", "Ada Brunn", "full name"),
        ("Dr. Ada Brunn", "Ada Brunn", "full name"),
        ("Ms Brunn", "Ada Brunn", "part of a name"),
        ("the mayor", "Ada Brunn", "description"),
        ("the bank", "Norvik Credit Union", "description"),
        ("a senior official", "a senior official", "nobody named"),
        ("an official", None, "nobody named"),
    ],
)
def test_a_mention_is_of_one_kind(mention: str | None, name: str | None, kind: str) -> None:
    assert mention_kind(mention, name) == kind
