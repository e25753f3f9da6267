"""Expressions that hang on the date named last, and on who speaks."""

from __future__ import annotations

import pytest

from extract.timex import find_timexes

THURSDAY = "2017-04-06"


def read(text: str, anchor: str | None = THURSDAY) -> list[tuple[str, str]]:
    return [(timex.span.of(text), timex.value) for timex in find_timexes(text, anchor)]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("It began on May 3, 2015. The next day, it rained.", ("The next day", "2015-05-04")),
        ("It began on May 3, 2015, in the spring of 2014. That day, it rained.", ("That day", "2015-05-03")),
        ("They met in May 2015. That month, it rained.", ("That month", "2015-05")),
        ("They met on May 3, 2015. The following Friday, it rained.", ("The following Friday", "2015-05-08")),
        ("Stocks fell Wednesday, to end the day at 90 points.", ("the day", "2017-04-05")),
        ("Stocks fell. Later in the day they rose.", ("Later in the day", "2017-04-06")),
        ("A few days later, she left.", ("A few days later", "PXD")),
        ("A few hours later, she left.", ("A few hours later", "PTXH")),
        ("An hour and a half later, she left.", ("An hour and a half later", "PT1H30M")),
        (
            "Orders in February rose 9 percent from a year earlier, after 4 percent the previous month.",
            ("the previous month", "2017-01"),
        ),
    ],
)
def test_the_date_named_last(text: str, last: tuple[str, str]) -> None:
    assert read(text)[-1] == last


@pytest.mark.parametrize("verb", ["is expected to last", "will not last", "may last"])
def test_what_lasts_is_no_last_one(verb: str) -> None:
    assert read(f"The trial {verb} three weeks.") == [("three weeks", "P3W")]
    assert read("It rained for the last three weeks.") == [("the last three weeks", "P3W")]


def test_that_day_needs_a_day() -> None:
    assert read("They had lost money that day.") == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ('Rivera said Monday: "We start today."', "2017-04-03"),
        ("“We start tomorrow,” Rivera said on Monday.", "2017-04-04"),
        ('"We start tonight," Rivera told the Herald on Monday.', "2017-04-03TNI"),
        ('Rivera said: "We start today." The vote was on Monday.', "2017-04-06"),  # no day of the words
        ("Rivera said Monday that the talks start today.", "2017-04-06"),  # the author's today
        ('Rivera said Monday.\n"We start today," Osei said.', "2017-04-06"),  # another paragraph
        ('Rivera said Monday and said again Tuesday: "We start today."', "2017-04-06"),  # which of both?
    ],
)
def test_today_in_a_quotation_is_the_speakers(text: str, value: str) -> None:
    assert value in [found for _, found in read(text)]
    assert all(timex.edtf is not None for timex in find_timexes(text, THURSDAY))


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Filed 4/6/2017.", ["2017-04-06"]),
        ("Filed 4/6/2017 and 13/6/2017.", ["2017-06-04", "2017-06-13"]),
        ("Filed 4/6/2017 and 6/13/2017.", ["2017-04-06", "2017-06-13"]),
        ("Filed 04-06-2017, after a hearing on 2 March.", ["2017-06-04", "2017-03-02"]),
        ("Filed 4/6/2017, after a hearing on March 2.", ["2017-04-06", "2017-03-02"]),
    ],
)
def test_the_other_dates_of_a_text_show_the_order_of_its_numbers(text: str, values: list[str]) -> None:
    assert [value for _, value in read(text)] == values


def test_an_anchor_with_a_time_of_day_is_its_day() -> None:
    for anchor in ("2017-04-06T09:30", "2017-04-06T09:30:00Z", "2017-04-06 09:30:00+02:00"):
        assert read("It rained yesterday.", anchor) == [("yesterday", "2017-04-05")]
