"""Read the date of publication from the name of a file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from extract.errors import ArticleError, InputError
from extract.readers.storage.kinds import stem_of

AUTO = "auto"
_CODES: Mapping[str, tuple[str, str]] = {
    "%Y": ("year", r"\d{4}"),
    "%y": ("year", r"\d\d"),
    "%m": ("month", r"\d\d?"),
    "%B": ("month", r"[A-Za-z]{3,9}"),
    "%b": ("month", r"[A-Za-z]{3,9}"),
    "%d": ("day", r"\d\d?"),
}
_WILDCARDS = {"*": r"[^/]*", "?": r"[^/]"}
_PATTERN_PART = re.compile(r"%.?|[^%]")  # "%Y", "*"
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
# A time of day may follow the day: 20170406T1030, 20170406103000.
# "2017-04-06", "20170406T1030"
_DAY_ANYWHERE = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)(?P<sep>[-_./]?)(?P<month>0[1-9]|1[0-2])(?P=sep)"
    r"(?P<day>0[1-9]|[12]\d|3[01])(?!\d(?!\d{3}(?:\d\d)?(?!\d)))",
    re.ASCII,
)


@dataclass(frozen=True, slots=True)
class NamePattern:
    """The place of the date in file names: "auto", or codes and wildcards such as `%Y-%m-%d_*`.

    The codes are %Y, %y, %m, %d, %b and %B (a month's English name, short or whole); `*` stands for any
    characters and `?` for one, neither for a slash. Raises InputError for other codes and without a year.
    """

    text: str

    def __post_init__(self) -> None:
        if self.text != AUTO:
            _compile(self.text)

    def date_in(self, path: str) -> str | None:
        """The EDTF date in `path`, a path inside the folder given; None without one.

        A pattern must match the whole name, with or without its extension; one with slashes also as many
        folders. "auto" is the only day, year first, in the name, else in the path. Raises ArticleError where
        the name matches and the calendar does not have the day.
        """
        if self.text == AUTO:
            return _only_day(path.rpartition("/")[2]) or _only_day(path)
        match = self._match(path)
        return None if match is None else _edtf(match.groupdict(), path)

    def fits(self, path: str) -> bool:
        """Whether `path` matches, even where the calendar does not have the day."""
        return self.date_in(path) is not None if self.text == AUTO else self._match(path) is not None

    def _match(self, path: str) -> re.Match[str] | None:
        expression = _compile(self.text)
        tail = "/".join(path.split("/")[-1 - self.text.count("/") :])
        return expression.fullmatch(stem_of(tail)) or expression.fullmatch(tail)


def _compile(pattern: str) -> re.Pattern[str]:
    parts: list[str] = _PATTERN_PART.findall(pattern)
    pieces, named = [], set()
    for number, part in enumerate(parts):
        if part in _CODES:
            name, digits = _CODES[part]
            if name in named:
                raise InputError(f"the name pattern {pattern!r} has two codes for the {name}; keep one")
            named.add(name)
            # Without anything between two numbers, only two digits each can be told apart.
            joined = any(
                other[:1] == "%" for other in (*parts[number - 1 : number], *parts[number + 1 :][:1])
            )
            pieces.append(f"(?P<{name}>{digits.removesuffix('?') if joined else digits})")
        elif part[0] == "%" and part != "%%":
            codes = ", ".join(_CODES)
            raise InputError(f"the name pattern {pattern!r} has the code {part!r}; the codes are {codes}")
        else:
            pieces.append(_WILDCARDS.get(part) or re.escape(part[-1]))
    if "year" not in named or ("day" in named and "month" not in named):
        raise InputError(f"the name pattern {pattern!r} names no {'month' if 'year' in named else 'year'}; "
                         f"write one such as '%Y-%m-%d_*', or {AUTO!r}")  # fmt: skip
    return re.compile("".join(pieces), re.ASCII)


def _only_day(name: str) -> str | None:
    """The only day in `name`; None where there is none or more than one."""
    days = set()
    for match in _DAY_ANYWHERE.finditer(name):
        try:
            days.add(date(int(match["year"]), int(match["month"]), int(match["day"])).isoformat())
        except ValueError:
            continue  # eight digits that are not a day
    return days.pop() if len(days) == 1 else None


def _edtf(parts: Mapping[str, str], name: str) -> str:
    year = int(parts["year"])
    if len(parts["year"]) == 2:
        year += 1900 if year >= 70 else 2000
    numbers = [year]
    try:
        if month := parts.get("month"):
            numbers.append(int(month) if month.isdecimal() else _MONTHS.index(month[:3].lower()) + 1)
        if day := parts.get("day"):
            numbers.append(int(day))
        date(*numbers, *[1] * (3 - len(numbers)))
    except ValueError as error:
        reason = error if "index" not in str(error) else "no such month"
        raise ArticleError(
            f"the file name {name!r} gives no date ({reason}); rename the file or change --date-from-name"
        ) from error
    return "-".join(f"{number:04}" if place == 0 else f"{number:02}" for place, number in enumerate(numbers))
