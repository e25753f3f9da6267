"""Accusations that a speaker answers."""

from __future__ import annotations

import pytest

from extract.quotes.passages.repairs.accusers import with_accuser
from tests.marked_texts import make_attribution
from tests.quotes.passages.repairs.attributions import parts


@pytest.mark.parametrize(
    ("text", "content", "source", "found"),
    [
        (
            "Brunn denied accusations by the union that it sank.",
            ("accusations", "that it sank"),
            "the union",
            "it sank",
        ),
        (
            "Brunn rejected the mayor's comments that it sank.",
            ("the mayor's comments that it sank",),
            "the mayor",
            "it sank",
        ),
        ("Brunn denied that it sank.", ("that it sank",), "Brunn", "that it sank"),
        (
            "Brunn heard claims by Holt that it sank.",
            ("claims by Holt that it sank",),
            "Brunn",
            "claims by Holt that it sank",
        ),
    ],
)
def test_they_are_the_words_of_who_makes_them(
    text: str, content: tuple[str, ...], source: str, found: str
) -> None:
    item = make_attribution(text, *content, cue=text.split()[1], source="Brunn")
    assert parts(text, with_accuser(text, item)) == [([source], [found])]
