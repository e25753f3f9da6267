"""Quarters, halves, fiscal years, and the "year-ago period" that business news compares with."""

from __future__ import annotations

import re

from extract.timex.dates import year_of
from extract.timex.period import Period, Unit
from extract.timex.rule import Reading, Rule, Scene, dated, rule
from extract.timex.vocabulary import ORDINAL_STARTERS, ordinal_of


def _read_quarter(match: re.Match[str], scene: Scene) -> Reading | None:
    words = match.groupdict()
    half = words.get("what", "").lower() == "half"
    number = 2 if match["n"].lower() == "last" else ordinal_of(match["n"])
    count = 2 if half else 4
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
    base = scene.named or (now.shift(-1) if now and match["what"] else None)
    if base is not None and now is not None and match["latest"] and base.unit == "quarter":
        base = min(base, now.shift(-1), key=lambda one: one.index)
    if base is not None:
        return dated(base)
    return Reading(type="DATE", value="XXXX-QX") if match["what"] and scene.anchor is None else None


def _read_year_ago(match: re.Match[str], scene: Scene) -> Reading | None:
    year = scene.now("year")
    if match["n"]:
        number = ordinal_of(match["n"])
        if year is None or not 1 <= number <= 4:
            return None
        return dated(Period("quarter", (year.index - 1) * 4 + number - 1))
    if scene.named is not None:
        return dated(scene.named.shift(-4 if scene.named.unit == "quarter" else -2))
    return dated(year.shift(-1)) if year else Reading(type="DATE", value="XXXX")


def _read_named_period(match: re.Match[str], scene: Scene) -> Reading | None:
    year = int(match["y"])
    if match["n"]:
        number = ordinal_of(match["n"])
        return dated(Period("quarter", year * 4 + number - 1)) if 1 <= number <= 4 else None
    if scene.named is not None and scene.named.unit == "quarter":
        return dated(Period("quarter", year * 4 + scene.named.index % 4))
    return dated(Period.of_year(year))


def _read_fiscal(match: re.Match[str], scene: Scene) -> Reading | None:
    return dated(Period.of_year(year_of(match["y"])))


def _read_fiscal_year(match: re.Match[str], scene: Scene) -> Reading | None:
    if not match["rel"] and not match[0].lower().startswith("the"):
        return None
    relation = (match["rel"] or "this").lower()
    year = scene.now("year")
    if year is None:
        return Reading(type="DATE", value="XXXX")
    return dated(year.shift(-1 if "last" in relation else 1 if "next" in relation else 0))


def _read_year_end(match: re.Match[str], scene: Scene) -> Reading | None:
    year = scene.now("year")
    return dated(year) if year else Reading(type="DATE", value="XXXX")


RULES: tuple[Rule, ...] = (
    rule(
        "quarter",
        ORDINAL_STARTERS | {"the", "this", "last", "next", "fiscal", "early", "late", "year"},
        r"(?:(?P<rel>this year's|last year's|next year's|last year’s|this year’s|next year’s|year-ago"
        r"|year-earlier) )?(?:the )?(?:@early )?"
        r"(?:(?:fiscal|final)[ -])?(?:(?P<y1>@year) )?"
        r"(?P<n>first|second|third|fourth|1st|2nd|3rd|4th|last(?= half)) (?:fiscal )?(?P<what>quarter|half)"
        r"(?:,? (?:of )?(?:(?:fiscal )?(?P<y>@year)|(?P<of>(?:this|last|next|the) year)))?",
        _read_quarter,
    ),
    rule(
        "hyphenated quarter",
        ORDINAL_STARTERS,
        r"(?P<n>first|second|third|fourth)-(?P<what>quarter|half)(?: (?P<y>@year))?",
        _read_quarter,
    ),
    rule("Q", {"q"}, r"Q(?P<n>[1-4])(?:,? (?:of )?(?P<y>@year))?", _read_quarter),
    rule(
        "recent quarter",
        {"the", "latest"},
        r"the (?:(?P<latest>latest|just-ended|most recent) )?(?P<what>quarter)|the latest period",
        _read_recent,
    ),
    rule(
        "year ago",
        {"the", "year", "comparable", "corresponding"},
        r"(?:the )?(?:comparable |corresponding |like )?(?:year[- ](?:ago|earlier|before)) (?:(?P<n>first"
        r"|second|third|fourth) )?"
        r"(?:quarter|period|half)",
        _read_year_ago,
    ),
    rule("year-ago", {"year"}, r"year-(?:ago|earlier)(?P<n>(?!))?", _read_year_ago),
    rule(
        "period of a year",
        {"the"},
        r"the (?P<y>@year) (?:(?P<n>first|second|third|fourth) )?(?:quarter|period)",
        _read_named_period,
    ),
    rule(
        "fiscal",
        {"fiscal", "the", "this", "last", "next", "current", "fy"},
        r"(?:the )?(?:fiscal|financial)(?: year)? (?P<y>@year|['’]\d\d)",
        _read_fiscal,
    ),
    rule(
        "fiscal year",
        {"the", "this", "last", "next", "current", "fiscal"},
        r"(?:the )?(?:(?P<rel>this|last|next|current|previous) )?(?:fiscal|financial) year",
        _read_fiscal_year,
    ),
    rule("year end", {"year", "the"}, r"(?:the )?year(?:['’]s)?[ -]end", _read_year_end),
)
