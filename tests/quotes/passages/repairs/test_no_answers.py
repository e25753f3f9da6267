"""Answers that were not given."""

from __future__ import annotations

import pytest

from extract.quotes.passages.repairs.no_answers import is_no_answer
from tests.marked_texts import make_attribution


@pytest.mark.parametrize(
    ("text", "cue", "content", "expected"),
    [
        ("Neither responded to requests for comment.", "responded", "to requests for comment", True),
        ("Norvik Bank returned no calls seeking comment.", "returned", "no calls seeking comment", True),
        ("Brunn replied to questions from the board.", "replied", "to questions from the board", True),
        ("Brunn replied that the pier was safe.", "replied", "that the pier was safe", False),
        ("Brunn called for comment.", "called", "for comment", False),
    ],
)
def test_an_answer_to_requests_reports_nothing(text: str, cue: str, content: str, expected: bool) -> None:
    assert is_no_answer(text, make_attribution(text, content, cue=cue)) is expected
