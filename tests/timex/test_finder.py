"""Time expressions: what is found, where it ends, what it means."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.timex import find_timexes
from tests.growth import assert_linear

THURSDAY = "2017-04-06"


def read(text: str, anchor: str | None = THURSDAY) -> list[tuple[str, str]]:
    return [(timex.span.of(text), timex.value) for timex in find_timexes(text, anchor)]


def edtf(text: str, anchor: str | None = THURSDAY) -> list[str | None]:
    return [timex.edtf for timex in find_timexes(text, anchor)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It was signed on Aug. 7, 1998, in Velden.", ("Aug. 7, 1998", "1998-08-07")),
        ("It was signed on 7 August 1998.", ("7 August 1998", "1998-08-07")),
        ("It was signed on the 7th of August 1998.", ("the 7th of August 1998", "1998-08-07")),
        ("Filed 10/26/89 by the clerk.", ("10/26/89", "1989-10-26")),
        ("Filed 26/10/2015 by the clerk.", ("26/10/2015", "2015-10-26")),
        ("Filed 26.10.2015 by the clerk.", ("26.10.2015", "2015-10-26")),
        ("Updated 2015-10-26 by the desk.", ("2015-10-26", "2015-10-26")),
        ("The mine opened in May 2010.", ("May 2010", "2010-05")),
        ("The mine opened in late 2011.", ("late 2011", "2011")),
        ("Fashion of the 1970s returned.", ("the 1970s", "197")),
        ("A castle of the 19th century burned.", ("the 19th century", "18")),
    ],
)
def test_dates_that_need_no_anchor(text: str, found: tuple[str, str]) -> None:
    assert read(text, None) == [found]
    assert read(text, THURSDAY) == [found]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Rivera said Thursday the plan was dead.", "2017-04-06"),  # the day of the article itself
        ("Rivera said Friday the plan was dead.", "2017-03-31"),
        ("The council will meet Tuesday.", "2017-04-11"),
        ("The vote will be held on Monday.", "2017-04-10"),
        ("He resigned last Thursday.", "2017-03-30"),
        ("She arrived yesterday.", "2017-04-05"),
        ("It was announced last week.", "2017-W13"),
        ("Sales fell last year.", "2016"),
        ("Prices may rise next month.", "2017-05"),
        ("The bridge fell two years ago.", "2015"),
        ("She was seen 10 days ago.", "2017-03-27"),
        ("It closed on Sept. 30.", "2016-09-30"),
        ("The fair opens on May 2.", "2017-05-02"),
        ("They met in February.", "2017-02"),
        ("They met last June.", "2016-06"),
        ("The storm came over the weekend.", "2017-W13-WE"),
        ("They met last summer.", "2016-SU"),
        ("Profit fell in the first quarter.", "2017-Q1"),
        ("He spoke Tuesday evening.", "2017-04-04TEV"),
        ("Shells fell last night.", "2017-04-05TNI"),
        ("The train left at 8:15 a.m. Wednesday.", "2017-04-05T08:15"),
    ],
)
def test_dates_relative_to_the_article(text: str, value: str) -> None:
    assert [found for _, found in read(text)] == [value]


@pytest.mark.parametrize(
    ("text", "type_", "value"),
    [
        ("She waited two years.", "DURATION", "P2Y"),
        ("A four-week strike ended.", "DURATION", "P4W"),
        ("It lasted 2 1/2 hours.", "DURATION", "PT2H30M"),
        ("It took a few days.", "DURATION", "PXD"),
        ("He calls every Tuesday.", "SET", "XXXX-WXX-2"),
        ("He calls daily.", "SET", "P1D"),
        ("He is now in Velden.", "DATE", "PRESENT_REF"),
        ("He was recently in Velden.", "DATE", "PAST_REF"),
    ],
)
def test_durations_sets_and_vague_words(text: str, type_: str, value: str) -> None:
    [timex] = find_timexes(text, THURSDAY)
    assert (timex.type, timex.value, timex.edtf) == (type_, value, None)


@pytest.mark.parametrize(
    "text",
    [
        "They may march on the capital; the sun was out.",
        "Mrs. May met Jan Kavan and April Osei.",
        "A second man fell off the spring board.",
        "It costs $1990 or $10.50, 50% more than 3.5.",
        "The 6-year-old boy and a man, 54 years old, won 10-8.",
        "About 2000 people and 1500 soldiers came.",
        "Flight 1998 carried 1,984 boxes of A320 parts.",
    ],
)
def test_words_and_numbers_that_are_no_time(text: str) -> None:
    assert read(text) == []


def test_without_an_anchor_relative_expressions_are_found_but_not_dated() -> None:
    text = "She said Friday that last year was dry; on April 6 it rained."
    assert read(text, None) == [("Friday", "XXXX-WXX-5"), ("last year", "XXXX"), ("April 6", "XXXX-04-06")]
    assert edtf(text, None) == [None, None, "XXXX-04-06"]


def test_an_anchor_of_lower_precision_dates_only_what_it_can() -> None:
    assert edtf("She said Friday that last year was dry.", "2017-04") == [None, "2016"]


def test_a_range_of_days_is_two_dates() -> None:
    text = "They meet in Moscow from 26 to 27 April."
    assert read(text) == [
        ("26", "2017-04-26"),
        ("27 April", "2017-04-27"),
    ]
    assert read("They meet on April 26-27.") == [("April 26", "2017-04-26"), ("27", "2017-04-27")]


def test_a_later_date_hangs_on_the_one_spoken_of() -> None:
    text = "He was arrested on March 3, 2015. A week later he was free; the following year he won."
    assert [value for _, value in read(text)] == ["2015-03-03", "2015-W11", "2016"]


def test_a_year_earlier_is_the_same_quarter_of_the_year_before() -> None:
    text = "Net rose to $4 million in the third quarter from $3 million a year earlier."
    assert [value for _, value in read(text, "1989-10-26")] == ["1989-Q3", "1988-Q3"]


def test_weeks_and_quarters_are_intervals_in_edtf() -> None:
    assert edtf("It came last week.") == ["2017-03-27/2017-04-02"]
    assert edtf("It came in the first quarter.") == ["2017-01/2017-03"]


def test_weekday_with_its_date_decides_the_year() -> None:
    assert edtf("It happened on Thursday, April 7.") == ["2016-04-07"]


def test_abbreviation_points_belong_to_the_expression() -> None:
    assert read("It ends Feb. 28. Then it rains.") == [("Feb. 28", "2017-02-28")]


def test_days_that_no_calendar_has_are_not_dated() -> None:
    assert all(value != "2017-02-30" for _, value in read("It was due on February 30, 2017."))


@given(
    st.text(max_size=300),
    st.sampled_from([None, "2017-04-06", "2017-04", "2017", "XXXX-04-06", "9999-12-31"]),
)
def test_spans_are_valid_ascending_and_apart(text: str, anchor: str | None) -> None:
    spans = [timex.span for timex in find_timexes(text, anchor)]
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(one.end <= two.start for one, two in pairwise(spans))


WORDS = st.sampled_from(
    "the a last next this two 10 1989 '90s early mid - , . / : May March Sept. Friday week weeks year years "
    "ago later earlier quarter first third of and to p.m. 8 noon every half fiscal summer weekend 0001 9999 "
    "31 days "
    "month thousand million century now Easter \n é 😀 ½ ² ٣".split(" ")
)


@given(
    st.lists(WORDS, max_size=40).map(" ".join),
    st.sampled_from([None, "2017-04-06", "0001-01-01", "9999-12-31"]),
)
def test_any_order_of_time_words_is_read(text: str, anchor: str | None) -> None:
    spans = [timex.span for timex in find_timexes(text, anchor)]
    assert all(one.end <= two.start for one, two in pairwise(spans))


@pytest.mark.slow
@pytest.mark.parametrize(
    "unit", ["1", "1 ", "1,", "1/", "10:", "12-", "a ", "the last ", "twenty-", "May ", "\n", " "]
)
def test_time_grows_no_faster_than_the_text(unit: str) -> None:
    assert_linear(lambda text: find_timexes(text, THURSDAY), unit, 40_000)
