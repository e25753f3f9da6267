"""Seasons, weekends, and holidays with a date."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from extract.timex.dates import EDGE, spelled_year
from extract.timex.period import SEASONS, Period
from extract.timex.reference import first_words
from extract.timex.relative import unknown
from extract.timex.rule import Reading, Rule, Scene, dated, rule
from extract.timex.vocabulary import SEASON_CODES


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
    "veterans day": _fixed(11, 11), "armistice day": _fixed(11, 11), "may day": _fixed(5, 1),
    "earth day": _fixed(4, 22),
    "thanksgiving day": _nth(11, 3, 4), "thanksgiving": _nth(11, 3, 4), "labor day": _nth(9, 0, 1),
    "columbus day": _nth(10, 0, 2), "martin luther king day": _nth(1, 0, 3), "presidents day": _nth(2, 0, 3),
    "presidents' day": _nth(2, 0, 3), "mother's day": _nth(5, 6, 2), "father's day": _nth(6, 6, 3),
    "memorial day": lambda year: _nth(6, 0, 1)(year) - timedelta(days=7),
    "election day": lambda year: _nth(11, 0, 1)(year) + timedelta(days=1),
    "good friday": _from_easter(-2), "easter sunday": _from_easter(0), "easter monday": _from_easter(1),
    "easter": _from_easter(0), "ash wednesday": _from_easter(-46), "palm sunday": _from_easter(-7),
}  # fmt: skip


IN_THE = re.compile(r"\b(?:in|by|of|during|until|since|for|early|late) the $", re.IGNORECASE)


def _read_holiday(match: re.Match[str], scene: Scene) -> Reading | None:
    """The day of the holiday; with "week" or "weekend" behind it, the one that holds it or is next to it."""
    day = _holiday(match, scene)
    if day is None or not match["around"]:
        return dated(day) if day else None
    if match["around"].lower() == "week":
        return dated(day.to("week"))
    return dated(day.shift(-2).to("weekend") if day.first.weekday() < 2 else day.to("weekend"))


def _holiday(match: re.Match[str], scene: Scene) -> Period | None:
    name = re.sub(r"\s+", " ", match["name"].lower().replace("’", "'"))
    on, year = HOLIDAYS[name], match["y"]
    if year:
        return Period("day", on(int(year)).toordinal())
    if scene.anchor is None:
        return None
    now = scene.anchor.first.toordinal()
    around = [on(one).toordinal() for one in range(scene.anchor.year - 1, scene.anchor.year + 2)]
    relation = (match["rel"] or "").lower()
    if relation == "last":
        return Period("day", max(one for one in around if one < now))
    if relation == "next":
        return Period("day", min(one for one in around if one > now))
    return Period("day", min(around, key=lambda one: abs(one - now)))


def _read_weekend(match: re.Match[str], scene: Scene) -> Reading | None:
    """ "over the weekend": the last, from Saturday on the present, in a future clause the coming one."""
    today = scene.now("day")
    if today is None:
        return unknown("weekend")
    present = today.to("weekend")
    begun = today.first.weekday() >= 5
    return dated(present if begun or scene.direction() == "future" else present.shift(-1))


def _read_season(match: re.Match[str], scene: Scene) -> Reading | None:
    code = SEASON_CODES[match["season"].lower()]
    relation = re.sub(r"^the ", "", (match["rel"] or "").lower())
    if match["y"] or match["spelled"]:
        year = int(match["y"]) if match["y"] else spelled_year(match["spelled"])
        return dated(Period("season", year * 4 + code))
    if not relation and not match["the"]:
        return None
    lead = scene.text[max(0, match.start("season") - 20) : match.start("season")]
    if not relation and match["season"].lower() in ("fall", "spring") and not IN_THE.search(lead):
        return None  # "the fall of the dollar"
    now = scene.now("season")
    if now is None:
        return Reading(type="DATE", value=f"XXXX-{SEASONS[code]}")
    around = [Period("season", year * 4 + code) for year in range(now.year - 2, now.year + 3)]
    if relation.startswith(("last", "past", "previous", "this past")):
        return dated([one for one in around if one.index < now.index][-1])
    if relation.startswith(("next", "coming", "following", "this coming")):
        return dated(next(one for one in around if one.index > now.index))
    return dated(min(around, key=lambda one: abs(one.index - now.index)))


RULES: tuple[Rule, ...] = (
    rule("weekend", {"the"}, r"the (?:holiday |long )?weekend", _read_weekend),
    rule(
        "season",
        {
            "last",
            "next",
            "this",
            "the",
            "early",
            "late",
            "mid",
            "spring",
            "summer",
            "fall",
            "autumn",
            "winter",
            "past",
            "coming",
        },
        rf"(?:@early[ -]|{EDGE})?(?:(?P<rel>last|next|this past|this coming|this|(?:the )?(?:past|previous"
        rf"|coming|following)|the late"
        r"|the early) |(?P<the>the ))?"
        r"(?P<season>@season)(?:,? (?:of )?(?:(?P<y>@year)|(?P<spelled>@spelledyear)))?",
        _read_season,
    ),
    rule(
        "holiday",
        first_words(tuple(HOLIDAYS)) | {"last", "next", "this"},
        r"(?:(?P<rel>last|next|this) )?(?P<name>(?-i:(?=[A-Z]))(?:"
        + "|".join(sorted(HOLIDAYS, key=len, reverse=True)).replace("'", "['’]")
        + r"))(?: (?P<around>week(?:end)?))?(?:,? (?P<y>@year))?",
        _read_holiday,
    ),
)
