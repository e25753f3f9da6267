"""Quarters, fiscal years, and what figures are compared with."""

from __future__ import annotations

import pytest

from extract.timex import find_timexes

OCTOBER = "1989-10-26"


def read(text: str, anchor: str = OCTOBER) -> list[tuple[str, str]]:
    return [(timex.span.of(text), timex.value) for timex in find_timexes(text, anchor)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Net rose in the third quarter.", "1989-Q3"),
        ("A charge will be taken in the fourth quarter.", "1989-Q4"),
        ("Sales fell in the final quarter of 1988.", "1988-Q4"),
        ("Q2 1988 was poor.", "1988-Q2"),
        ("H1 1988 was poor.", "1988-H1"),
        ("Sales fell in the first two quarters of 1988.", "1988-H1"),
        ("Sales fell in fiscal 1988.", "1988"),
        ("Sales fell in FY88.", "1988"),
        ("It hopes to close by year-end.", "1989-12-31"),
        ("Prices doubled since year-end.", "1988-12-31"),
        ("Sales rose in the quarter ended July 31.", "1989-Q3"),
    ],
)
def test_quarters_and_fiscal_years(text: str, value: str) -> None:
    assert read(text)[0][1] == value


@pytest.mark.parametrize(
    ("text", "values"),
    [
        (
            "Net was $4 million in the third quarter, against $3 million a year earlier.",
            ["1989-Q3", "1988-Q3"],
        ),
        (
            "Third-quarter net fell. The fourth quarter will be worse. In the year-ago quarter it rose.",
            ["1989-Q3", "1989-Q4", "1988-Q3"],
        ),
        (
            "Third-quarter net rose. For the nine months, it fell from a year earlier.",
            ["1989-Q3", "P9M", "1988"],
        ),
        ("Third-quarter net rose from the same period last year.", ["1989-Q3", "1988-Q3"]),
        ("Sales rose in August from the same month a year ago.", ["1989-08", "1988-08"]),
        ("Third-quarter net rose; for the full year it fell.", ["1989-Q3", "1989"]),
        ("Third-quarter net fell short of last year's quarter.", ["1989-Q3", "1988-Q3"]),
        (
            "Third-quarter net was $4 million, compared with a loss of $3 million last year.",
            ["1989-Q3", "1988-Q3"],
        ),
        ("Third-quarter net fell. It lost a partner last year.", ["1989-Q3", "1988"]),
        ("Net for the year-earlier nine months rose.", ["P9M"]),
    ],
)
def test_what_figures_are_compared_with(text: str, values: list[str]) -> None:
    assert [value for _, value in read(text)] == values


def test_a_year_that_ended_on_a_day_is_a_length() -> None:
    assert read("Sales rose in the year ended March 31.") == [("the year", "P1Y"), ("March 31", "1989-03-31")]


def test_figures_for_the_year_reported_in_january_are_of_the_year_before() -> None:
    assert read("Profit doubled in the full year.", "1990-01-20") == [("the full year", "1989")]
