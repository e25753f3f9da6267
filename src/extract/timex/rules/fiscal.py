"""Quarters, halves, fiscal years, and the "year-ago period" that business news compares with."""

from __future__ import annotations

import re

from extract.timex.period import Period, Unit
from extract.timex.rule import Reading, Rule, Scene, dated, rule
from extract.timex.rules.days import year_of
from extract.timex.vocabulary import (
    ABOUT_STARTERS,
    FRAGMENTS,
    ORDINAL_STARTERS,
    month_of,
    number_of,
    ordinal_of,
)

COMPARED = re.compile(
    r"\b(?:compared with|compared to|against|versus)\s[^.;\n]{0,60}(?:\d[^.;\n]{0,20}),?\s$", re.IGNORECASE
)
YEAR_ENDED = re.compile(r"\send(?:ed|ing|s)\b")
SINCE = re.compile(r"\b(?:since|from|at|last)\s(?:the\s)?$", re.IGNORECASE)
ENDED = re.compile(rf"\s(?:that )?(?:ended|ending|ends)\s({FRAGMENTS['month']})")


def _quarter_ended(month: int, now: Period) -> Period:
    """The calendar quarter of the month in which a company's quarter ended, the last on or before `now`."""
    here = Period("quarter", now.index - now.index % 4 + (month - 1) // 3)
    return here if here.index <= now.index else here.shift(-4)


SPORT = re.compile(  # whose games have halves and quarters of their own
    r"\b(?:goals?|goalkeeper|keeper|scored|scoring|ball|penalty|touchdowns?|yards?|yarder|striker|header|half-?time"
    r"|referee|equali[sz]\w+|midfield\w*|wickets?|innings|rebounds|rugby|football|soccer|basketball|kick-?off)\b",
    re.IGNORECASE,
)


def _read_quarter(match: re.Match[str], scene: Scene) -> Reading | None:
    words = match.groupdict()
    half = words.get("what", "").lower() in ("half", "h")
    count = 2 if half else 4
    number = count if match["n"].lower() in ("last", "final") else ordinal_of(match["n"])
    if not 1 <= number <= count:
        return None
    unit: Unit = "half" if half else "quarter"
    letter = "H" if half else "Q"
    year = match["y"] or words.get("y1")
    if year:
        return dated(Period(unit, int(year) * count + number - 1))
    now = scene.now("month")
    if now is None:
        return Reading(type="DATE", value=f"XXXX-{letter}{number}")
    relation = (words.get("rel") or words.get("of") or "").lower()
    if not relation and (SPORT.search(scene.before(120)) or SPORT.search(scene.after(120))):
        return None
    here = Period(unit, now.year * count + number - 1)
    if "last" in relation or "year-" in relation:
        return dated(here.shift(-count))
    if "next" in relation:
        return dated(here.shift(count))
    if "this" in relation or half:
        return dated(here)
    ahead = here.index - now.to("quarter").index
    if ahead >= 2 and scene.direction() != "future":
        here = here.shift(-4)
    return dated(here)


def _read_recent(match: re.Match[str], scene: Scene) -> Reading | None:
    now = scene.now("quarter")
    base = scene.named if scene.named and scene.named.unit != "year" else None
    if base is None and now is not None and (match["what"] or scene.named):
        base = now.shift(-1)
    ended = ENDED.match(scene.after(24)) if match["what"] else None
    if ended and now is not None:
        return dated(_quarter_ended(month_of(ended[1]), now))
    if base is not None and now is not None and match["latest"] and base.unit == "quarter":
        base = min(base, now.shift(-1), key=lambda one: one.index)
    if base is not None:
        return dated(base)
    return Reading(type="DATE", value="XXXX-QX") if match["what"] and scene.anchor is None else None


def _read_year_ago(match: re.Match[str], scene: Scene) -> Reading | None:
    year = scene.now("year")
    if match.groupdict().get("n"):
        number = ordinal_of(match["n"])
        if year is None or not 1 <= number <= 4:
            return None
        return dated(Period("quarter", (year.index - 1) * 4 + number - 1))
    if scene.named is not None:
        return dated(scene.named.years_on(-1))
    return dated(year.shift(-1)) if year else Reading(type="DATE", value="XXXX")


def _read_compared_year(match: re.Match[str], scene: Scene) -> Reading | None:
    """ "compared with $3 million last year", of the figures of a quarter: that quarter of last year."""
    named = scene.named
    if named is None or named.unit not in ("quarter", "half") or not COMPARED.search(scene.before(90)):
        return None
    return dated(named.years_on(-1))


def _read_named_period(match: re.Match[str], scene: Scene) -> Reading | None:
    year = int(match["y"])
    if match["n"]:
        number = ordinal_of(match["n"])
        return dated(Period("quarter", year * 4 + number - 1)) if 1 <= number <= 4 else None
    if scene.named is not None and scene.named.unit == "quarter":
        return dated(Period("quarter", year * 4 + scene.named.index % 4))
    return dated(Period.of_year(year))


def _read_fiscal(match: re.Match[str], scene: Scene) -> Reading | None:
    return dated(Period.of_year(year_of(match["y"] or match["fy"])))


def _read_fiscal_year(match: re.Match[str], scene: Scene) -> Reading | None:
    if not match["rel"] and not match[0].lower().startswith("the"):
        return None
    if not match["rel"] and YEAR_ENDED.match(scene.after(8)):
        return Reading(type="DURATION", value="P1Y")
    relation = (match["rel"] or "this").lower()
    year = scene.now("year")
    if year is None:
        return Reading(type="DATE", value="XXXX")
    return dated(year.shift(-1 if "last" in relation else 1 if "next" in relation else 0))


def _read_first_quarters(match: re.Match[str], scene: Scene) -> Reading | None:
    """The first or last two quarters of a year are a half of it."""
    half = 0 if match["n"].lower() == "first" else 1
    return dated(Period("half", int(match["y"]) * 2 + half))


def _read_year_end(match: re.Match[str], scene: Scene) -> Reading | None:
    """ "by year-end": the last day of the year; "since year-end": of the one before; "year end": a year."""
    year = scene.now("year")
    if match["hyphen"] is None:
        return dated(year) if year else Reading(type="DATE", value="XXXX")
    if year is None:
        return Reading(type="DATE", value="XXXX-12-31", edtf="XXXX-12-31")
    return dated(Period.of_day(year.index - bool(SINCE.search(scene.before(12))), 12, 31))


RULES: tuple[Rule, ...] = (
    rule(
        "quarter",
        ORDINAL_STARTERS | {"the", "this", "last", "next", "fiscal", "final", "early", "late", "year"},
        r"(?:(?P<rel>this year's|last year's|next year's|last year’s|this year’s|next year’s|year-ago"
        r"|year-earlier) )?(?:the )?(?:@early )?"
        r"(?:(?:fiscal|final)[ -])?(?:(?P<y1>@year) )?"
        r"(?P<n>first|second|third|fourth|1st|2nd|3rd|4th|last(?= half)|(?:last|final)(?= quarter of))"
        r" (?:fiscal )?(?P<what>quarter|half)(?! century)"
        r"(?:,? (?:of )?(?:(?:fiscal )?(?P<y>@year)|(?P<of>(?:this|last|next|the) year)))?",
        _read_quarter,
    ),
    rule(
        "hyphenated quarter",
        ORDINAL_STARTERS,
        r"(?P<n>first|second|third|fourth)-(?P<what>quarter|half)(?: (?P<y>@year))?",
        _read_quarter,
    ),
    rule(
        "two quarters",
        ABOUT_STARTERS | {"the", "first", "last", "final"},
        r"(?:@about )?(?:the )?(?P<n>first|last|final) two quarters of (?P<y>@year)",
        _read_first_quarters,
    ),
    rule("Q", {"q", "h"}, r"(?P<what>[QH])(?P<n>[1-4])(?:,? (?:of )?(?P<y>@year))?", _read_quarter),
    rule(
        "recent quarter",
        {"the", "latest"},
        r"the (?:(?P<latest>latest|just-ended|most recent) )?(?P<what>quarter)|the latest period",
        _read_recent,
    ),
    rule(
        "year ago",
        {"the", "year", "last", "comparable", "corresponding"},
        r"(?:the )?(?:comparable |corresponding |like )?(?:year[- ](?:ago|earlier|before)|last"
        r" year['’]s) (?:(?P<n>first|second|third|fourth) )?(?:quarter|period|half)",
        _read_year_ago,
    ),
    rule("compared year", {"last"}, r"last year(?!['’])", _read_compared_year),
    rule("year-ago", {"year"}, r"year-(?:ago|earlier)", _read_year_ago),
    rule(
        "year-ago months",
        {"the", "year"},
        r"(?:the )?year-(?:ago|earlier) (?P<months>three|six|nine|3|6|9) months",
        lambda match, scene: Reading(type="DURATION", value=f"P{number_of(match['months']):g}M"),
    ),
    rule(
        "period of a year",
        {"the"},
        r"the (?P<y>@year) (?:(?P<n>first|second|third|fourth) )?(?:quarter|period)",
        _read_named_period,
    ),
    rule(
        "fiscal",
        {"fiscal", "the", "this", "last", "next", "current", "fy"},
        r"(?:(?:the )?(?:fiscal|financial)(?: year)? (?P<y>@year|['’]\d\d)|(?-i:FY) ?(?P<fy>@year|\d\d))",
        _read_fiscal,
    ),
    rule(
        "fiscal year",
        {"the", "this", "last", "next", "current", "fiscal"},
        r"(?:the )?(?:(?P<rel>this|last|next|current|previous) )?(?:fiscal|financial) year",
        _read_fiscal_year,
    ),
    rule("year end", {"year", "the"}, r"(?:the )?year(?:['’]s | |(?P<hyphen>-))end", _read_year_end),
)
