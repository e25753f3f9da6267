"""Dates of publication that a table writes in one way of its own, such as 06/04/2017."""

from __future__ import annotations

import re
from datetime import datetime

from extract.errors import InputError

_TRIED = datetime(2001, 2, 3)  # of which no two numbers are one
_TIME_OF_DAY = re.compile(r"[T ,]+\d{1,2}[:.]\d\d.*", re.DOTALL)
_HOURS = re.compile(r"%[HIXcTRr]")


def check_date_format(pattern: str) -> None:
    """Raise InputError where `pattern` is none of `datetime.strptime` that holds a year."""
    try:
        found = datetime.strptime(_TRIED.strftime(pattern), pattern)
    except ValueError as error:
        raise InputError(f"the date format {pattern!r} is none: {error}; {_advice()}") from error
    if found.year != _TRIED.year:
        raise InputError(f"the date format {pattern!r} has no year; {_advice()}")
    if found.day == _TRIED.day and found.month != _TRIED.month:
        raise InputError(f"the date format {pattern!r} has a day and no month; {_advice()}")


def date_as(pattern: str, value: str) -> str | None:
    """The EDTF of `value`, written as `pattern` says, as precise as that; None where it is not.

    A time of day may follow: its day counts.
    """
    text = value.strip() if _HOURS.search(pattern) else _TIME_OF_DAY.sub("", value.strip())
    try:
        found = datetime.strptime(text, pattern)
        known = datetime.strptime(_TRIED.strftime(pattern), pattern)
    except ValueError:
        return None
    day = found.date().isoformat()
    if known.month != _TRIED.month:
        return day[:4]
    return day if known.day == _TRIED.day else day[:7]


def _advice() -> str:
    return "write one such as '%d/%m/%Y' (06/04/2017) or '%m/%d/%y' (4/6/17)"
