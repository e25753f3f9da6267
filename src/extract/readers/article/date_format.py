"""Parse dates of publication in the format of a table, such as 06/04/2017, with a pattern of `strptime`."""

from __future__ import annotations

import re
from datetime import datetime

from extract.errors import InputError

_SAMPLE_DATE = datetime(2001, 2, 3)  # its numbers are all different
_TIME_OF_DAY = re.compile(r"[T ,]+\d{1,2}[:.]\d\d.*", re.DOTALL)  # ", 10:22 GMT", "T10:22:00Z"
_HOUR_CODE = re.compile(r"%[HIXcTRr]")


def check_date_format(pattern: str) -> None:
    """Raise InputError where `pattern` is not valid for `datetime.strptime` or has no year."""
    try:
        found = datetime.strptime(_SAMPLE_DATE.strftime(pattern), pattern)
    except ValueError as error:
        raise InputError(f"the date format {pattern!r} is not valid: {error}; {_advice()}") from error
    if found.year != _SAMPLE_DATE.year:
        raise InputError(f"the date format {pattern!r} has no year; {_advice()}")
    if found.day == _SAMPLE_DATE.day and found.month != _SAMPLE_DATE.month:
        raise InputError(f"the date format {pattern!r} has a day and no month; {_advice()}")


def parse_date(pattern: str, value: str) -> str | None:
    """The EDTF of `value`, as precise as `pattern`; None where `value` does not fit.

    A time of day may follow; it is ignored.
    """
    text = value.strip() if _HOUR_CODE.search(pattern) else _TIME_OF_DAY.sub("", value.strip())
    try:
        found = datetime.strptime(text, pattern)
        known = datetime.strptime(_SAMPLE_DATE.strftime(pattern), pattern)
    except ValueError:
        return None
    day = found.date().isoformat()
    if known.month != _SAMPLE_DATE.month:
        return day[:4]
    return day if known.day == _SAMPLE_DATE.day else day[:7]


def _advice() -> str:
    return "write one such as '%d/%m/%Y' (06/04/2017) or '%m/%d/%y' (4/6/17)"
