"""Rules for anaphora, which refers to a period mentioned before: "the day", "the same period a year ago"."""

from __future__ import annotations

import re

from extract.timex.period import Period
from extract.timex.rule import Context, Interpretation, Rule, as_date, rule
from extract.timex.rules.days import EDGE
from extract.timex.rules.relative import part_of_day, unanchored_date, unit_of
from extract.timex.vocabulary import number_of

REPORTING_MONTHS = 2  # of a new year, in which companies still report on the year before
UNITS_OF_A_YEAR = ("month", "quarter", "half")


def reported_year(context: Context) -> Period | None:
    """The year of figures "for the nine months" and "for the year": the anchor's, or early in it the last."""
    month = context.now("month")
    return month.shift(-REPORTING_MONTHS).to("year") if month else context.now("year")


def _interpret_day(match: re.Match[str], context: Context) -> Interpretation:
    day = context.discourse.day or context.now("day")
    return as_date(day) if day else unanchored_date("day")


def _interpret_part(match: re.Match[str], context: Context) -> Interpretation:
    return part_of_day(context.discourse.day or context.now("day"), match["part"])


def _interpret_week(match: re.Match[str], context: Context) -> Interpretation:
    week = context.now("week")
    return as_date(week) if week else unanchored_date("week")


def _interpret_year(match: re.Match[str], context: Context) -> Interpretation:
    if match["ended"] is not None:
        return Interpretation(type="DURATION", value="P1Y", fiscal_focus=reported_year(context))
    spoken = context.fiscal_focus or context.focus
    if spoken is not None and spoken.unit in ("quarter", "half"):
        return as_date(Period.of_year(spoken.year))
    year = reported_year(context)
    return as_date(year) if year else unanchored_date("year")


def _interpret_same(match: re.Match[str], context: Context) -> Interpretation:
    """The period mentioned last, one or two years earlier."""
    if match["n"]:
        return Interpretation(type="DURATION", value=f"P{number_of(match['n']):g}M")
    years = 2 if match["two"] else 1
    unit = unit_of(match["what"])  # "period": of any length
    for spoken in (context.fiscal_focus, context.focus):
        if spoken is not None and spoken.unit in UNITS_OF_A_YEAR and unit in (None, spoken.unit):
            return as_date(spoken.years_on(-years))
    year = context.now("year")
    return as_date(year.shift(-years)) if year else unanchored_date("year")


RULES: tuple[Rule, ...] = (
    # "later in the day", "the end of the day", "finished the day"
    rule(
        "the day",
        {"the", "late", "later", "early", "earlier", "end", "beginning", "start", "middle"},
        r"(?:(?<=end\s)|(?<=ended\s)|(?<=ending\s)|(?<=finish\s)|(?<=finished\s)|(?<=start\s)|(?<=started\s)"
        rf"|(?:late|later|early|earlier) in |{EDGE})the day(?! (?:before|after|when|that|the|of)\b)",
        _interpret_day,
    ),
    # "in the morning"
    rule(
        "the morning",
        {"the"},
        r"(?:(?<=in\s)|(?<=during\s)|(?<=throughout\s))the (?P<part>morning|afternoon|evening)"
        r"(?! (?:of|after)\b)",
        _interpret_part,
    ),
    # "earlier in the week", "for the week"
    rule(
        "the week",
        {"the", "earlier", "later"},
        r"(?:(?:earlier|later) in |(?<=for\s)|(?<=during\s)|(?<=over\s)|(?<=of\s))the week"
        r"(?! (?:of|before|after)\b)",
        _interpret_week,
    ),
    # "the full year", "for the year, "
    rule(
        "the year",
        {"the"},
        r"the (?:(?:full|entire|whole) year|year(?P<ended>(?= end(?:ed|ing|s)))"
        r"|(?:(?<=for\sthe\s)|(?<=months\sof\sthe\s))year(?= to |[,.;]| of ))",
        _interpret_year,
    ),
    # "the same period a year ago", "the three months of the previous year"
    rule(
        "the same period",
        {"the", "same", "corresponding", "comparable", "like"},
        r"(?:(?:the )?(?:same|corresponding|comparable|like)|the) "
        r"(?:(?P<n>three|six|nine|3|6|9) months|(?P<what>period|quarter|half|month))"
        r"(?: of| in|,)? (?:(?:the )?(?:last|previous|prior|preceding) year|the year (?:before|earlier)"
        r"|(?:an?|one|(?P<two>two)) years? (?:ago|earlier|before))",
        _interpret_same,
    ),
)
