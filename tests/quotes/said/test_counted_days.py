"""Days that are counted from another."""

from __future__ import annotations

import pytest

from extract.layout.spans import CharSpan
from extract.quotes.said.counted_days import counted_day
from extract.timex import find_timexes
from tests.marked_texts import span_of

TODAY = "2017-04-06"  # a Thursday


def counted(text: str, content: str) -> str | None:
    found = counted_day(
        text,
        CharSpan(0, len(text)),
        [span_of(text, content)],
        span_of(text, "said"),
        find_timexes(text, TODAY),
        TODAY,
    )
    return found.edtf if found else None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("On the eve of Friday's vote, Brunn said it was late.", "2017-04-06"),
        ("The day after Monday's vote, Brunn said it was late.", "2017-04-04"),
        ("Two days after the flood on March 3, Brunn said it was late.", "2017-03-05"),
        ("A week before the vote on April 4, Brunn said it was late.", "2017-03-28"),
        ("Hours after the vote on Monday, April 3, Brunn said it was late.", "2017-04-03"),
        ("Brunn said two days after the flood on March 3 it was late.", "2017-03-05"),
        ("Brunn, who left two days after the flood on March 3, said it was late.", None),
        ("On Monday, Brunn said it was late.", None),
        ("Two days after the flood on April 5, Brunn said it was late.", None),
    ],
)
def test_the_day_is_that_of_the_words(text: str, day: str | None) -> None:
    assert counted(text, "it was late") == day
