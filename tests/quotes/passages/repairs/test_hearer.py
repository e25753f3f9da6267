"""Hearers at the head of a content."""

from __future__ import annotations

import pytest

from extract.quotes.passages.repairs.hearer import without_hearer
from tests.marked_texts import make_attribution
from tests.quotes.passages.repairs.attributions import parts


@pytest.mark.parametrize(
    ("text", "content", "found"),
    [
        ("The board told me it would rain.", "me it would rain", "it would rain"),
        ("The board told her that it would rain.", "her that it would rain", "that it would rain"),
        ("The board told her mother was ill.", "her mother was ill", "her mother was ill"),
    ],
)
def test_who_is_told_is_no_content(text: str, content: str, found: str) -> None:
    item = make_attribution(text, content, cue="told", source="The board")
    assert parts(text, without_hearer(text, item)) == [(["The board"], [found])]
