"""Numbers of things, for a person."""

from __future__ import annotations

import pytest

from extract.errors import counted


@pytest.mark.parametrize(
    ("number", "words"), [(0, "0 records"), (1, "1 record"), (2, "2 records"), (1200, "1,200 records")]
)
def test_a_number_and_its_noun(number: int, words: str) -> None:
    assert counted(number, "record") == words
