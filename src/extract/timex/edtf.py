"""EDTF (ISO 8601-2:2019) as this package writes it: days, months, years, seasons, masked years, intervals."""

from __future__ import annotations

import re
from calendar import monthrange

from extract.timex.period import Period

# "2017", "2017-04-06", "199X", "2017-21"
DATE = re.compile(r"(?P<year>[\dX]{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?", re.ASCII)
# "2017-04-06T09:30Z", "2017-04-06 09:30:00+02:00"
TIME_OF_DAY = re.compile(r"(?<=-\d\d)[T ][\d:.]+(?:Z|[+-][\d:]+)?$", re.ASCII)
SPRING = 21  # the first of EDTF's codes of seasons, which stand where a month does


def bounds(edtf: str) -> tuple[str | None, str | None]:
    """The first and last day (`YYYY-MM-DD`) of a date or interval; None where the year is not known.

    An unspecified decade or century (`199X`) has bounds, an unknown year (`XXXX-04-06`) has none.
    Raises ValueError when `edtf` is no date of the kinds this package writes.
    """
    first, slash, last = edtf.partition("/")
    return _bounds(first)[0], _bounds(last if slash else first)[1]


def _bounds(part: str) -> tuple[str | None, str | None]:
    match = DATE.fullmatch(part)
    if match is None:
        raise ValueError(f"no EDTF date: {part!r}; write YYYY, YYYY-MM or YYYY-MM-DD")
    year, month, day = match["year"], match["month"], match["day"]
    if year == "XXXX":
        return None, None
    if "X" in year:
        return f"{year.replace('X', '0')}-01-01", f"{year.replace('X', '9')}-12-31"
    if month is None:
        return f"{year}-01-01", f"{year}-12-31"
    if int(month) >= SPRING:
        season = Period("season", int(year) * 4 + int(month) - SPRING)
        return season.first.isoformat(), season.last.isoformat()
    if not 1 <= int(month) <= 12:
        raise ValueError(f"no EDTF date: {part!r}; months are 01 to 12, seasons 21 to 24")
    if day is None:
        return f"{part}-01", f"{part}-{monthrange(int(year), int(month))[1]:02}"
    return part, part


def period_of(edtf: str | None) -> Period | None:
    """The day, month or year of an anchor; None for anything else, such as an unknown year.

    A time of day behind the day (`2017-04-06T09:30`, with or without a zone) is ignored.
    """
    match = DATE.fullmatch(TIME_OF_DAY.sub("", edtf or ""))
    if match is None or "X" in match["year"]:
        return None
    year, month, day = int(match["year"]), int(match["month"] or 0), int(match["day"] or 0)
    try:
        if day:
            return Period.of_day(year, month, day)
        return (
            Period.of_month(year, month) if 1 <= month <= 12 else Period.of_year(year) if not month else None
        )
    except ValueError:
        return None
