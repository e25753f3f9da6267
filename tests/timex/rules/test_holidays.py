"""Holidays, weeks, seasons, ranges, parts of the day, and sets."""

from __future__ import annotations

import pytest

from extract.timex import find_timexes

JULY = "2017-07-06"  # a Thursday


@pytest.mark.parametrize(
    ("text", "value", "edtf"),
    [
        ("It closed on Black Friday.", "2016-11-25", "2016-11-25"),
        ("It will close on Labor Day.", "2017-09-04", "2017-09-04"),
        ("It opened over Easter weekend.", "2017-W15-WE", "2017-04-15/2017-04-16"),
        ("It opened in Thanksgiving week 2016.", "2016-W47", "2016-11-21/2016-11-27"),
        ("It rained in the week of May 8.", "2017-W19", "2017-05-08/2017-05-14"),
        ("It rained in the last week of March 2009.", "2009-W13", "2009-03-23/2009-03-29"),
        ("It rained in the first week of June.", "2017-W22", "2017-05-29/2017-06-04"),
        ("They will meet a week on Tuesday.", "2017-07-18", "2017-07-18"),
        ("It was found six and a half months ago.", "2016-12", "2016-12"),
        ("It was found a week and a half ago.", "2017-W26", "2017-06-26/2017-07-02"),
        ("Ice covered it fifteen thousand years ago.", "PAST_REF", None),
        ("Ice covered it 13 billion years ago.", "PAST_REF", None),
        ("They left in April 2010, and died in June the same year.", "2010-06", "2010-06"),
        ("It closed the week before last.", "2017-W25", "2017-06-19/2017-06-25"),
        ("It will close the year after next.", "2019", "2019"),
        ("The offer ends a week from today.", "2017-W28", "2017-07-10/2017-07-16"),
        ("He was ill in the late summer of '98.", "1998-SU", "1998-22"),
        ("It rang at eight o'clock in the evening.", "2017-07-06T20:00", "2017-07-06"),
        ("They left in the second half of May.", "2017-05", "2017-05"),
        ("It rained over the weekend of May 6.", "2017-W18-WE", "2017-05-06/2017-05-07"),
        ("It was built in the spring of last year.", "2016-SP", "2016-21"),
        ("It was built in spring.", "2017-SP", "2017-21"),
        ("It will not open before winter.", "2017-WI", "2017-24"),
        ("It was loud in the mid-to-late 1990s.", "199", "199X"),
        ("It rang at 3 o'clock.", "2017-07-06T03:00", "2017-07-06"),
        ("It rained on Monday. The sun came out in the afternoon.", "2017-07-03TAF", "2017-07-03"),
        ("The guards left after the September 11 attacks.", "2001-09-11", "2001-09-11"),
        ("It has been so since 9/11.", "2001-09-11", "2001-09-11"),
        ("It was that cold in the winter of 2010.", "2010-WI", "2010-24"),
        ("They left in January nineteen ninety-seven.", "1997-01", "1997-01"),
        ("It was built half a century ago.", "1967", "1967"),
        ("The 1980s were loud.", "198", "198X"),
        ("It is of the 19th century.", "18", "18XX"),
        ("She played in the 2009-10 season.", "2009", "2009/2010"),
        ("It began at 18:00 GMT on Monday.", "2017-07-03T18:00Z", "2017-07-03"),
        ("He left at 4 in the morning.", "2017-07-06T04:00", "2017-07-06"),
        ("Shares rose in mid-afternoon.", "2017-07-06TAF", "2017-07-06"),
        ("The best year since '82\nby far.", "1982", "1982"),
    ],
)
def test_what_the_calendar_says(text: str, value: str, edtf: str | None) -> None:
    assert (value, edtf) in [(timex.value, timex.edtf) for timex in find_timexes(text, JULY)]


@pytest.mark.parametrize(
    ("text", "type_", "value"),
    [
        ("They meet every second Tuesday.", "SET", "XXXX-WXX-2"),
        ("They meet on Tuesday nights.", "SET", "XXXX-WXX-2TNI"),
        ("They meet each summer.", "SET", "XXXX-SU"),
        ("They meet every few months.", "SET", "PXM"),
        ("They meet every spring.", "SET", "XXXX-SP"),
        ("They meet on weekends.", "SET", "XXXX-WXX-WE"),
        ("It was the third flood of the past decade.", "DURATION", "P10Y"),
        ("They argued for a couple of years.", "DURATION", "P2Y"),
        ("A decades-long row ended.", "DURATION", "PXY"),
        ("A day-long row ended.", "DURATION", "P1D"),
        ("They had a week to leave.", "DURATION", "P1W"),
        ("Few came in the past decade.", "DURATION", "P10Y"),
        ("They had an additional year.", "DURATION", "P1Y"),
    ],
)
def test_sets_and_lengths(text: str, type_: str, value: str) -> None:
    [timex] = find_timexes(text, JULY)
    assert (timex.type, timex.value) == (type_, value)


def test_a_time_of_day_ends_with_its_last_word() -> None:
    for text in ("It fell at 10:35 a.m. (local time).", "It fell at 10:35 a.m. May said so."):
        assert [timex.span.of(text) for timex in find_timexes(text, JULY)] == ["10:35 a.m."]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("It ran from May 2 to May 9, 2016.", ["2016-05-02", "2016-05-09"]),
        ("It ran from Dec. 30 to Jan. 2, 2016.", ["2015-12-30", "2016-01-02"]),
        ("It ran from 26 April to 3 May 2012.", ["2012-04-26", "2012-05-03"]),
        ("It ran on April 26-27, 2012.", ["2012-04-26", "2012-04-27"]),
        ("It ran from May 2 to May 9, 2016, twice.", ["2016-05-02", "2016-05-09"]),
        ("It ran on May 2, 3 and 4, 2016.", ["2016-05-02", "2016-05-03", "2016-05-04"]),
        ("It was closed from March to August 2011.", ["2011-03", "2011-08"]),
        ("It was closed from November through March 2011.", ["2010-11", "2011-03"]),
        ("It was closed between May and June in 1981.", ["1981-05", "1981-06"]),
        ("It was closed from Monday through Thursday.", ["2017-07-03", "2017-07-06"]),
        ("It was closed from Tuesday to Friday.", ["2017-07-04", "2017-07-07"]),
        ("The 20th and 21st centuries differ.", ["19", "20"]),
    ],
)
def test_a_range_has_one_year(text: str, values: list[str]) -> None:
    assert [timex.value for timex in find_timexes(text, JULY)] == values


@pytest.mark.parametrize(
    "text",
    [
        'She spoke on "This Week" and "60 Minutes".',
        "It was high noon for them.",
        "On days of rain, minutes apart.",
        "Ukraine's Independence Day parade.",
        "The Sunday Telegraph and the Sunday Post reported it.",
        "She was on Saturday Night Live.",
        "He told USA Today so.",
        "A spokeswoman for NOW agreed.",
        "The Thirty Years' War and Bloody Sunday are long past.",
        "The Good Friday Agreement holds.",
        "It came in the early hours, before business hours.",
        "Three quarters of the town drowned.",
        "The goalkeeper was ill in the second half.",
    ],
)
def test_what_only_looks_like_time(text: str) -> None:
    assert find_timexes(text, JULY) == []
