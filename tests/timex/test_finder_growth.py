"""Any text is read in linear time."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.timex import find_timexes
from tests.growth import assert_linear

ANCHORS = st.sampled_from(
    [None, "2017-04-06", "2017-04-06T09:30", "2017-04", "2017", "0001-01-01", "9999-12-31"]
)


PIECES = (
    "1/1/11 ", "13/6/2017 ", "4-6-2017-", "1,1,", "12:", "1.1.", "2009-10-", "'82 ", "a week ", "to by ",
    "could not ", "planned ", "April ", "6 April ", "from 1 to ", "“today” ", '"today ', "said Monday today ",
    'said Monday "today\n', "the first two ", "two hundred ", "the quarter a year earlier ", "Easter week ",
    "the end of the ", "last week of ", "late in the ", "nineteen ", "1\u0660", "\u00bd", "- ", "\u2013",
    "19 ", "19 19-", "9/11/", "10.10.", "1,000,", "1/2 ", "(", "[((", "[1989] ", "\n", "\n\n1", "\u0663",
    "\u00b2 ", "May 1, ", "May 1, 2, 3 and ", "May\t\t1\t", "the the last last ", "from from May to to ",
    "years years ", "Monday to ", "and on Monday, ", "after after on Monday ", "adjourned until ", "due to ",
    "to meet ", "if Monday ", "the Sunday ", "Good Friday ", "the weekend of May 6-", "the first half of ",
    "mid-to-", "the 1st and ", "in the morning ", "in spring ", "8 p.m. EST Monday, May 1 ", "no more than ",
)  # fmt: skip
WORDS = (
    'said “ ” " today tomorrow Monday , . \n in by until the last first week of May June 2016 4/6/2017 '
    "13/6/17 quarter ended year ago earlier months nine to for five years -long weekend Easter FY19 H1 soon "
    "and if after due morning spring century 20th half ( ) [ ] \u0663 9/11 Sunday Post Good Friday through "
    "o\u2019clock"
).split(" ")


@pytest.mark.slow
@pytest.mark.parametrize("unit", PIECES)
def test_time_grows_no_faster_than_the_text(unit: str) -> None:
    assert_linear(lambda text: find_timexes(text, "2017-04-06"), unit, 40_000)


@given(st.text(min_size=1, max_size=12), st.integers(1, 10_000), ANCHORS)
def test_ten_thousand_code_points_of_anything_are_read(piece: str, size: int, anchor: str | None) -> None:
    text = (piece * (size // len(piece) + 1))[:size]
    for timex in find_timexes(text, anchor):
        assert 0 <= timex.span.start < timex.span.end <= len(text)


@given(st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join), ANCHORS)
def test_any_order_of_words_is_read(text: str, anchor: str | None) -> None:
    found = find_timexes(text, anchor)
    assert [timex.span.start for timex in found] == sorted(timex.span.start for timex in found)
    assert all(one.span.end <= two.span.start for one, two in pairwise(found))
