"""Periods named only as the ones spoken of: "the day", "the full year", "the same period a year ago"."""

from __future__ import annotations

import re

from extract.timex.period import Period
from extract.timex.rule import Reading, Rule, Scene, dated, rule
from extract.timex.rules.days import EDGE
from extract.timex.rules.relative import part_of_day, unit_of, unknown
from extract.timex.vocabulary import number_of

REPORTING = 2  # months into a year in which companies still report on the year before
PART_OF_A_YEAR = ("month", "quarter", "half")


def reported_year(scene: Scene) -> Period | None:
    """The year that figures "for the nine months" and "for the year" are of."""
    month = scene.now("month")
    return month.shift(-REPORTING).to("year") if month else scene.now("year")


def _read_day(match: re.Match[str], scene: Scene) -> Reading:
    day = scene.known.day or scene.now("day")
    return dated(day) if day else unknown("day")


def _read_part(match: re.Match[str], scene: Scene) -> Reading:
    return part_of_day(scene.known.day or scene.now("day"), match["part"])


def _read_week(match: re.Match[str], scene: Scene) -> Reading:
    week = scene.now("week")
    return dated(week) if week else unknown("week")


def _read_year(match: re.Match[str], scene: Scene) -> Reading:
    if match["ended"] is not None:
        return Reading(type="DURATION", value="P1Y", compared=reported_year(scene))
    spoken = scene.named or scene.focus
    if spoken is not None and spoken.unit in ("quarter", "half"):
        return dated(Period.of_year(spoken.year))
    year = reported_year(scene)
    return dated(year) if year else unknown("year")


def _read_same(match: re.Match[str], scene: Scene) -> Reading:
    """The period spoken of, one or two years before."""
    if match["n"]:
        return Reading(type="DURATION", value=f"P{number_of(match['n']):g}M")
    years = 2 if match["two"] else 1
    unit = unit_of(match["what"])  # "period": of any length
    for spoken in (scene.named, scene.focus):
        if spoken is not None and spoken.unit in PART_OF_A_YEAR and unit in (None, spoken.unit):
            return dated(spoken.years_on(-years))
    year = scene.now("year")
    return dated(year.shift(-years)) if year else unknown("year")


RULES: tuple[Rule, ...] = (
    rule(
        "the day",
        {"the", "late", "later", "early", "earlier", "end", "beginning", "start", "middle"},
        r"(?:(?<=end\s)|(?<=ended\s)|(?<=ending\s)|(?<=finish\s)|(?<=finished\s)|(?<=start\s)|(?<=started\s)"
        rf"|(?:late|later|early|earlier) in |{EDGE})the day(?! (?:before|after|when|that|the|of)\b)",
        _read_day,
    ),
    rule(
        "the morning",
        {"the"},
        r"(?:(?<=in\s)|(?<=during\s)|(?<=throughout\s))the (?P<part>morning|afternoon|evening)"
        r"(?! (?:of|after)\b)",
        _read_part,
    ),
    rule(
        "the week",
        {"the", "earlier", "later"},
        r"(?:(?:earlier|later) in |(?<=for\s)|(?<=during\s)|(?<=over\s)|(?<=of\s))the week"
        r"(?! (?:of|before|after)\b)",
        _read_week,
    ),
    rule(
        "the year",
        {"the"},
        r"the (?:(?:full|entire|whole) year|year(?P<ended>(?= end(?:ed|ing|s)))"
        r"|(?:(?<=for\sthe\s)|(?<=months\sof\sthe\s))year(?= to |[,.;]| of ))",
        _read_year,
    ),
    rule(
        "the same period",
        {"the", "same", "corresponding", "comparable", "like"},
        r"(?:(?:the )?(?:same|corresponding|comparable|like)|the) "
        r"(?:(?P<n>three|six|nine|3|6|9) months|(?P<what>period|quarter|half|month))"
        r"(?: of| in|,)? (?:(?:the )?(?:last|previous|prior|preceding) year|the year (?:before|earlier)"
        r"|(?:an?|one|(?P<two>two)) years? (?:ago|earlier|before))",
        _read_same,
    ),
)
