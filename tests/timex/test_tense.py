"""Which way the clause of a bare weekday, month or day points."""

from __future__ import annotations

import pytest

from extract.timex import find_timexes
from extract.timex.tense import direction_at

THURSDAY = "2017-04-06"


@pytest.mark.parametrize(
    ("text", "name", "direction"),
    [
        ("The council will meet Tuesday.", "Tuesday", "future"),
        ("The council rejected the plan on Tuesday.", "Tuesday", "past"),
        ("The council backed a rescue plan for the bank on Tuesday.", "Tuesday", "past"),
        ("The ministers plan to meet on Tuesday.", "Tuesday", "future"),
        ("The vote will be held on Monday.", "Monday", "future"),
        ("The leaders meet Monday in Velden.", "Monday", "future"),
        ("The offer was extended until Friday.", "Friday", "future"),
        ("The shop was closed until Friday.", "Friday", "past"),
        ("The talks are supposed to conclude by Monday.", "Monday", "future"),
        ("The firm has a plan to repay the loan by June.", "June", "future"),
        ("The bid had been due to expire Friday.", "Friday", "past"),
        ("Rivera could not be reached Wednesday.", "Wednesday", "past"),
        ("Neither Rivera nor Osei could be located Wednesday.", "Wednesday", "past"),
        ("The money would be paid on an unspecified date in January.", "January", "future"),
        ("Until Thursday, she had not been a suspect.", "Thursday", "past"),
        ("In January, a week after the vote in Velden, a shop was robbed.", "January", "past"),
        ("Protesters planned a march on Saturday.", "Saturday", "future"),
        ("The council decided to close the pool in June.", "June", "future"),
        ("On Saturday, Rivera vowed to appeal.", "Saturday", "past"),
        ("The ministry on Sunday agreed to pay.", "Sunday", "past"),
        ("Ahead of the trip, the ministry on Sunday issued a warning.", "Sunday", "past"),
        ("She spoke ahead of the vote Tuesday.", "Tuesday", "future"),
        ("They withdrew due to injuries on Monday.", "Monday", "past"),
        ("The fair, which falls on Friday, is free.", "Friday", "future"),
        ("The law comes into force on Monday.", "Monday", "future"),
        ("Velden goes to the polls on Thursday.", "Thursday", "future"),
        ("They will be promoted if they win on Monday.", "Monday", "future"),
        ("The pump is needed by December.", "December", "future"),
        ("The judge set May 7 for sentencing.", "May 7", "future"),
        ("The judge set a hearing for May 7.", "May 7", "future"),
        ("The judge set bail on May 7.", "May 7", "past"),
        ("Crude for delivery in December rose.", "December", "future"),
        ("They want peace at home and on Sunday, the guards, mostly old men, went home.", "Sunday", "past"),
        ("The board failed to meet on Friday.", "Friday", "past"),
        ("He had asked her to prolong the talks till Monday.", "Monday", "future"),
        ("Eleven were held after a march in Velden on Monday.", "Monday", "past"),
        ("The guard on duty during the Monday incident is ill.", "Monday", "past"),
        ("He missed the meeting that followed on Monday.", "Monday", "past"),
        ("A bridge, Tuesday, the river.", "Tuesday", None),
    ],
)
def test_direction_of_a_clause(text: str, name: str, direction: str | None) -> None:
    start = text.index(name)
    assert direction_at(text, start, start + len(name)) == direction


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The talks will resume in June.", "2017-06"),
        ("The talks broke down in June.", "2016-06"),
        ("They were seen in March.", "2017-03"),
        ("The March meeting will be short.", "2017-03"),
        ("It rose this year through February.", "2017-02"),
        ("The loan was extended through September.", "2017-09"),
        ("He died last Oct. 23.", "2016-10-23"),
        ("The summit would still be held on June 24.", "2017-06-24"),
        ("They were in Velden for the May 2 election.", "2017-05-02"),
        ("They were in Velden for the May 2 bombing.", "2016-05-02"),
        ("A small plane crashed on May 20.", "2016-05-20"),
        ("The offer was extended to May 2.", "2017-05-02"),
        ("The second vote will be held on Nov. 11.", "2017-11-11"),
        ("Sales are forecast through next March 31.", "2018-03-31"),
        ("Sales of June contracts rose.", "2017-06"),
    ],
)
def test_months_follow_the_tense(text: str, value: str) -> None:
    assert value in [timex.value for timex in find_timexes(text, THURSDAY)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The permit will expire in five years.", [("five years", "2022")]),
        ("The work will be done within five years.", [("five years", "P5Y")]),
        ("It was the worst flood in five years.", [("five years", "P5Y")]),
        ("She will soon begin.", [("soon", "FUTURE_REF")]),
        ("He was soon released, as soon as he had paid.", []),
        ("The town will one day be rebuilt.", [("one day", "FUTURE_REF")]),
        ("It took one day.", [("one day", "P1D")]),
    ],
)
def test_lengths_that_are_dates_ahead(text: str, found: list[tuple[str, str]]) -> None:
    assert [(timex.span.of(text), timex.value) for timex in find_timexes(text, THURSDAY)] == found
