"""Speakers who are somebody's relative."""

from __future__ import annotations

import pytest

from tests.marked_texts import make_index
from tests.quotes.speakers.turns import resolve


@pytest.mark.parametrize(
    ("text", "source", "name"),
    [
        ("Jan and Ada Brunn run the inn. Her husband said no.", "Her husband", "Jan Brunn"),
        ("Ada Brunn came with her brother, Olav Holt. Her brother said no.", "Her brother", "Olav Holt"),
        ("Ada Brunn and Olav Holt run the inn. Her husband said no.", "Her husband", "Her husband"),
        ("Ada Brunn runs the inn. Her husband said no.", "Her husband", "Her husband"),
        ("Jan and Ada Brunn run the inn. Her tenant said no.", "Her tenant", "Her tenant"),
    ],
)
def test_a_relative_is_who_is_called_so_or_shares_the_family_name(text: str, source: str, name: str) -> None:
    index = make_index(text, people=["Jan", "Ada Brunn", "Olav Holt"])
    [found] = resolve(index, [(source, "no")], quoted=False)
    assert found.speaker.name == name
