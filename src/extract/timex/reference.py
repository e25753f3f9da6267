"""Vague words of time ("now", "recently", "the future") and holidays."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from extract.timex.period import Period
from extract.timex.rule import Reading, Rule, Scene, dated, rule

PRESENT = (
    "now", "currently", "current", "presently", "nowadays", "at present", "at the moment", "these days", "right now",
    "at this time", "at this point", "the present", "so far", "this time",
)  # fmt: skip
PAST = (
    "recently", "recent", "more recently", "most recently", "previously", "the past", "formerly", "lately",
    "recent days", "recent weeks", "recent months", "recent years", "past years", "recent times", "the recent past", "once",
)  # fmt: skip
FUTURE = (
    "soon",
    "the future",
    "future",
    "the near future",
    "as soon as possible",
    "the near term",
    "the short term",
)


def _easter(year: int) -> date:
    """Easter Sunday (Meeus, Jones and Butcher)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e, f = b // 4, b % 4, (b + 8) // 25
    g = (b - f + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = c // 4, c % 4
    j = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * j) // 451
    month, day = divmod(h + j - 7 * m + 114, 31)
    return date(year, month, day + 1)


def _nth(month: int, weekday: int, count: int) -> Callable[[int], date]:
    def on(year: int) -> date:
        first = date(year, month, 1)
        return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (count - 1))

    return on


def _fixed(month: int, day: int) -> Callable[[int], date]:
    return lambda year: date(year, month, day)


def _from_easter(days: int) -> Callable[[int], date]:
    return lambda year: _easter(year) + timedelta(days=days)


HOLIDAYS: dict[str, Callable[[int], date]] = {
    "christmas eve": _fixed(12, 24), "christmas day": _fixed(12, 25), "christmas": _fixed(12, 25),
    "boxing day": _fixed(12, 26), "new year's eve": _fixed(12, 31), "new year's day": _fixed(1, 1),
    "valentine's day": _fixed(2, 14), "st. patrick's day": _fixed(3, 17), "st patrick's day": _fixed(3, 17),
    "fourth of july": _fixed(7, 4), "independence day": _fixed(7, 4), "halloween": _fixed(10, 31),
    "veterans day": _fixed(11, 11), "armistice day": _fixed(11, 11), "may day": _fixed(5, 1), "earth day": _fixed(4, 22),
    "thanksgiving day": _nth(11, 3, 4), "thanksgiving": _nth(11, 3, 4), "labor day": _nth(9, 0, 1),
    "columbus day": _nth(10, 0, 2), "martin luther king day": _nth(1, 0, 3), "presidents day": _nth(2, 0, 3),
    "presidents' day": _nth(2, 0, 3), "mother's day": _nth(5, 6, 2), "father's day": _nth(6, 6, 3),
    "memorial day": lambda year: max(date(year, 5, day) for day in range(25, 32) if date(year, 5, day).weekday() == 0),
    "election day": lambda year: _nth(11, 0, 1)(year) + timedelta(days=1),
    "good friday": _from_easter(-2), "easter sunday": _from_easter(0), "easter monday": _from_easter(1),
    "easter": _from_easter(0), "ash wednesday": _from_easter(-46), "palm sunday": _from_easter(-7),
}  # fmt: skip


def _read_reference(value: str) -> Callable[[re.Match[str], Scene], Reading | None]:
    def read(match: re.Match[str], scene: Scene) -> Reading | None:
        return Reading(type="DATE", value=value)

    return read


def _read_holiday(match: re.Match[str], scene: Scene) -> Reading | None:
    name = re.sub(r"\s+", " ", match["name"].lower().replace("’", "'"))
    on, year = HOLIDAYS[name], match["y"]
    if year:
        return dated(Period("day", on(int(year)).toordinal()))
    if scene.anchor is None:
        return None
    now = scene.anchor.first.toordinal()
    around = [on(one).toordinal() for one in range(scene.anchor.year - 1, scene.anchor.year + 2)]
    relation = (match["rel"] or "").lower()
    if relation == "last":
        return dated(Period("day", max(one for one in around if one < now)))
    if relation == "next":
        return dated(Period("day", min(one for one in around if one > now)))
    return dated(Period("day", min(around, key=lambda one: abs(one - now))))


def _first_words(phrases: tuple[str, ...]) -> set[str]:
    return {re.findall(r"[a-z]+", phrase)[0] for phrase in phrases}


def _phrases(phrases: tuple[str, ...]) -> str:
    return "|".join(sorted((re.escape(one).replace(r"\ ", " ") for one in phrases), key=len, reverse=True))


RULES: tuple[Rule, ...] = (
    rule("present", _first_words(PRESENT), _phrases(PRESENT), _read_reference("PRESENT_REF")),
    rule("past", _first_words(PAST), _phrases(PAST), _read_reference("PAST_REF")),
    rule("future", _first_words(FUTURE), _phrases(FUTURE), _read_reference("FUTURE_REF")),
    rule(
        "holiday",
        _first_words(tuple(HOLIDAYS)) | {"last", "next", "this"},
        r"(?:(?P<rel>last|next|this) )?(?P<name>(?-i:(?=[A-Z]))(?:"
        + "|".join(sorted(HOLIDAYS, key=len, reverse=True)).replace("'", "['’]")
        + r"))(?:,? (?P<y>@year))?",
        _read_holiday,
    ),
)
