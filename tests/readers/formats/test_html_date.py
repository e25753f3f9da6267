"""The day that a page shows above its article."""

from __future__ import annotations

import time

import pytest

from extract.readers.formats.html_date import day_above

FIRST = "The ferry to Skarra will stop in May, its owner Norvik Lines has said in a letter."


def page(head: str, foot: str = "") -> str:
    return f"<html><body><h1>Ferry to stop</h1>{head}<p>{FIRST}</p><p>More.</p>{foot}</body></html>"


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("<div>Last updated at 14:05, 3 Feb 2026</div>", "2026-02-03"),
        ("<div>Published:&nbsp;<b>February 3rd, 2026</b></div>", "2026-02-03"),
        ("<span>First published</span> <span>Tue 3 February 2026 09:00</span>", "2026-02-03"),
        ("<p>Posted on 2026-02-03 by Ada Quill</p>", "2026-02-03"),
        ("<ul><li>Published 1 May 2025</li></ul><p>Updated 3 Feb 2026</p>", "2026-02-03"),
        ("<div>Updated 31 Feb 2026</div>", None),
        ("<div>Updated 12:05</div>", None),
        ("<div>3 Feb 2026: a day to remember</div>", None),
        ("<script>var updated = 'updated 3 Feb 2026'</script>", None),
    ],
)
def test_a_day_counts_where_words_say_that_it_is_the_articles(head: str, day: str | None) -> None:
    assert day_above(page(head), f"Ferry to stop\n\n{FIRST}\n\nMore.") == day


def test_a_day_below_the_article_is_not_its_own() -> None:
    assert day_above(page("", foot="<p>Posted 3 Feb 2026 by angry_dave</p>"), FIRST) is None


def test_a_text_without_a_paragraph_or_of_another_page_has_none() -> None:
    head = "<div>Updated 3 Feb 2026</div>"
    assert day_above(page(head), "Ferry to stop") is None
    assert day_above(page(head), FIRST.replace("Skarra", "Nowhere")) is None


@pytest.mark.slow
@pytest.mark.parametrize("part", ["<script ", "<", "updated ", "updated 3 ", "&amp;", "<script><style>"])
def test_a_hostile_page_takes_no_time(part: str) -> None:
    begun = time.perf_counter()
    day_above(part * 100_000 + FIRST, FIRST)
    assert time.perf_counter() - begun < 2
