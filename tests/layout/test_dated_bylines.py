"""Bylines with a day."""

from __future__ import annotations

import pytest

from extract.layout.blocks import find_layout
from extract.layout.dated_bylines import date_of_byline
from extract.layout.spans import CharSpan
from extract.timex.anchor import find_anchor


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("By Edda Brunn | 6 April 2017", "6 April 2017"),
        ("By Edda Brunn, April 6, 2017 10:22 AM", "April 6, 2017"),
        ("Posted by Edda Brunn on April 6, 2017", "April 6, 2017"),
        ("Edda Brunn - April 6, 2017", "April 6, 2017"),
        ("The wall fell on April 6, 2017", None),
        ("By Edda Brunn", None),
        ("6 April 2017", None),
    ],
)
def test_the_day_stands_at_its_end(line: str, day: str | None) -> None:
    found = date_of_byline(line, CharSpan(0, len(line)))
    assert (found.of(line) if found else None) == day


@pytest.mark.parametrize(
    "head",
    [
        "Harbour wall falls\n\nBy Edda Brunn | 6 April 2017\n\n",
        "Harbour wall falls\n\n(6 Apr 2017)\n\n",
        "Harbour wall falls\n\nNews | April 6, 2017\n\n",
        "Harbour wall falls\n\nApril 6, 2017 | Velden\n\n",
        "Harbour wall falls\n\nPress release, 6 April 2017\n\n",
        "Harbour wall falls\n\n2017/04/06\n\n",
        "Harbour wall falls\n\n06-Apr-2017\n\n",
        "VELDEN - April 6 2017 - ",
        "VELDEN | 6 April 2017 | ",
        "VELDEN: April 6, 2017: ",
        "VELDEN, 6-Apr-2017 — ",
        "[VELDEN] April 6, 2017 - ",
        "April 6, 2017 (VELDEN) - ",
        "Thursday, 6 April 2017 | VELDEN: ",
        "6 April 2017, VELDEN – ",
        "(6 Apr 2017) ",
    ],
)
def test_an_article_is_dated_by_its_head(head: str) -> None:
    text = f"{head}The council of Velden voted on the wall on Monday, a spokesman said.\n\nIt rained.\n"
    assert find_anchor(text, find_layout(text).dateline).date == "2017-04-06"
