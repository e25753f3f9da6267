"""EDTF as days, and as anchors."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.timex.edtf import bounds, period_of
from extract.timex.period import Period, Unit


@pytest.mark.parametrize(
    ("edtf", "days"),
    [
        ("2017-04-06", ("2017-04-06", "2017-04-06")),
        ("2017-02", ("2017-02-01", "2017-02-28")),
        ("2016", ("2016-01-01", "2016-12-31")),
        ("199X", ("1990-01-01", "1999-12-31")),
        ("19XX", ("1900-01-01", "1999-12-31")),
        ("2016-22", ("2016-06-01", "2016-08-31")),
        ("2016-24", ("2016-12-01", "2017-02-28")),
        ("2017-01/2017-03", ("2017-01-01", "2017-03-31")),
        ("2017-04-03/2017-04-07", ("2017-04-03", "2017-04-07")),
        ("XXXX-04-06", (None, None)),
    ],
)
def test_bounds_are_the_first_and_last_day(edtf: str, days: tuple[str | None, str | None]) -> None:
    assert bounds(edtf) == days


@pytest.mark.parametrize("text", ["", "soon", "2017-13", "2017-4-6", "06.04.2017"])
def test_what_is_no_edtf_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="no EDTF date"):
        bounds(text)


def test_an_anchor_without_a_year_is_none() -> None:
    assert period_of("XXXX-04-06") is None
    assert period_of("2017-02-30") is None
    assert period_of(None) is None


UNITS: tuple[Unit, ...] = ("day", "week", "weekend", "month", "quarter", "half", "season", "year", "decade")


@given(st.dates(min_value=date(1600, 1, 1), max_value=date(2400, 1, 1)), st.sampled_from(UNITS))
def test_a_period_holds_its_days_and_its_edtf_has_its_bounds(day: date, unit: Unit) -> None:
    period = Period.on(unit, day)
    assert period.first <= day <= period.last or unit == "weekend"
    assert bounds(period.edtf) == (period.first.isoformat(), period.last.isoformat())
    assert period.shift(1).first > period.last or unit == "weekend"
