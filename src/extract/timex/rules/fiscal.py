"""Rules for quarters, halves and fiscal years, and for the "year-ago period" of business news."""

from __future__ import annotations

import re

from extract.timex.period import Period, Unit
from extract.timex.rule import Context, Interpretation, Rule, as_date, rule
from extract.timex.rules.days import year_of
from extract.timex.vocabulary import (
    ABOUT_STARTERS,
    FRAGMENTS,
    ORDINAL_STARTERS,
    month_of,
    number_of,
    ordinal_of,
)

# "compared with a profit of $3 million "
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


# "goalkeeper", "midfielders", "equaliser"
SPORT = re.compile(  # whose games have halves and quarters of their own
    r"\b(?:goals?|goalkeeper|keeper|scored|scoring|ball|penalty|touchdowns?|yards?|yarder|striker|header|half-?time"
    r"|referee|equali[sz]\w+|midfield\w*|wickets?|innings|rebounds|rugby|football|soccer|basketball|kick-?off)\b",
    re.IGNORECASE,
)


def _interpret_quarter(match: re.Match[str], context: Context) -> Interpretation | None:
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
        return as_date(Period(unit, int(year) * count + number - 1))
    now = context.now("month")
    if now is None:
        return Interpretation(type="DATE", value=f"XXXX-{letter}{number}")
    relation = (words.get("rel") or words.get("of") or "").lower()
    if not relation and (SPORT.search(context.before(120)) or SPORT.search(context.after(120))):
        return None
    here = Period(unit, now.year * count + number - 1)
    if "last" in relation or "year-" in relation:
        return as_date(here.shift(-count))
    if "next" in relation:
        return as_date(here.shift(count))
    if "this" in relation or half:
        return as_date(here)
    ahead = here.index - now.to("quarter").index
    if ahead >= 2 and context.direction() != "future":
        here = here.shift(-4)
    return as_date(here)


def _interpret_recent(match: re.Match[str], context: Context) -> Interpretation | None:
    now = context.now("quarter")
    base = context.fiscal_focus if context.fiscal_focus and context.fiscal_focus.unit != "year" else None
    if base is None and now is not None and (match["what"] or context.fiscal_focus):
        base = now.shift(-1)
    ended = ENDED.match(context.after(24)) if match["what"] else None
    if ended and now is not None:
        return as_date(_quarter_ended(month_of(ended[1]), now))
    if base is not None and now is not None and match["latest"] and base.unit == "quarter":
        base = min(base, now.shift(-1), key=lambda one: one.index)
    if base is not None:
        return as_date(base)
    return Interpretation(type="DATE", value="XXXX-QX") if match["what"] and context.anchor is None else None


def _interpret_year_ago(match: re.Match[str], context: Context) -> Interpretation | None:
    year = context.now("year")
    if match.groupdict().get("n"):
        number = ordinal_of(match["n"])
        if year is None or not 1 <= number <= 4:
            return None
        return as_date(Period("quarter", (year.index - 1) * 4 + number - 1))
    if context.fiscal_focus is not None:
        return as_date(context.fiscal_focus.years_on(-1))
    return as_date(year.shift(-1)) if year else Interpretation(type="DATE", value="XXXX")


def _interpret_compared_year(match: re.Match[str], context: Context) -> Interpretation | None:
    """The same quarter of last year: "compared with $3 million last year", of the figures of a quarter."""
    named = context.fiscal_focus
    if named is None or named.unit not in ("quarter", "half") or not COMPARED.search(context.before(90)):
        return None
    return as_date(named.years_on(-1))


def _interpret_named_period(match: re.Match[str], context: Context) -> Interpretation | None:
    year = int(match["y"])
    if match["n"]:
        number = ordinal_of(match["n"])
        return as_date(Period("quarter", year * 4 + number - 1)) if 1 <= number <= 4 else None
    if context.fiscal_focus is not None and context.fiscal_focus.unit == "quarter":
        return as_date(Period("quarter", year * 4 + context.fiscal_focus.index % 4))
    return as_date(Period.of_year(year))


def _interpret_fiscal(match: re.Match[str], context: Context) -> Interpretation | None:
    return as_date(Period.of_year(year_of(match["y"] or match["fy"])))


def _interpret_fiscal_year(match: re.Match[str], context: Context) -> Interpretation | None:
    if not match["rel"] and not match[0].lower().startswith("the"):
        return None
    if not match["rel"] and YEAR_ENDED.match(context.after(8)):
        return Interpretation(type="DURATION", value="P1Y")
    relation = (match["rel"] or "this").lower()
    year = context.now("year")
    if year is None:
        return Interpretation(type="DATE", value="XXXX")
    return as_date(year.shift(-1 if "last" in relation else 1 if "next" in relation else 0))


def _interpret_first_quarters(match: re.Match[str], context: Context) -> Interpretation | None:
    """The first or last two quarters of a year are a half of it."""
    half = 0 if match["n"].lower() == "first" else 1
    return as_date(Period("half", int(match["y"]) * 2 + half))


def _interpret_year_end(match: re.Match[str], context: Context) -> Interpretation | None:
    """The last day of this year ("by year-end") or the last ("since year-end"); the year of "year end"."""
    year = context.now("year")
    if match["hyphen"] is None:
        return as_date(year) if year else Interpretation(type="DATE", value="XXXX")
    if year is None:
        return Interpretation(type="DATE", value="XXXX-12-31", edtf="XXXX-12-31")
    return as_date(Period.of_day(year.index - bool(SINCE.search(context.before(12))), 12, 31))


RULES: tuple[Rule, ...] = (
    # "the first quarter of 2017", "last year's fourth quarter", "the second half"
    rule(
        "quarter",
        ORDINAL_STARTERS | {"the", "this", "last", "next", "fiscal", "final", "early", "late", "year"},
        r"(?:(?P<rel>this year's|last year's|next year's|last year’s|this year’s|next year’s|year-ago"
        r"|year-earlier) )?(?:the )?(?:@early )?"
        r"(?:(?:fiscal|final)[ -])?(?:(?P<y1>@year) )?"
        r"(?P<n>first|second|third|fourth|1st|2nd|3rd|4th|last(?= half)|(?:last|final)(?= quarter of))"
        r" (?:fiscal )?(?P<what>quarter|half)(?! century)"
        r"(?:,? (?:of )?(?:(?:fiscal )?(?P<y>@year)|(?P<of>(?:this|last|next|the) year)))?",
        _interpret_quarter,
    ),
    # "third-quarter 2017", "first-half"
    rule(
        "hyphenated quarter",
        ORDINAL_STARTERS,
        r"(?P<n>first|second|third|fourth)-(?P<what>quarter|half)(?: (?P<y>@year))?",
        _interpret_quarter,
    ),
    # "the first two quarters of 2017"
    rule(
        "two quarters",
        ABOUT_STARTERS | {"the", "first", "last", "final"},
        r"(?:@about )?(?:the )?(?P<n>first|last|final) two quarters of (?P<y>@year)",
        _interpret_first_quarters,
    ),
    # "Q3 2017", "H1"
    rule("Q", {"q", "h"}, r"(?P<what>[QH])(?P<n>[1-4])(?:,? (?:of )?(?P<y>@year))?", _interpret_quarter),
    # "the latest quarter", "the latest period"
    rule(
        "recent quarter",
        {"the", "latest"},
        r"the (?:(?P<latest>latest|just-ended|most recent) )?(?P<what>quarter)|the latest period",
        _interpret_recent,
    ),
    # "the year-ago quarter", "last year’s third quarter", "the comparable year-earlier period"
    rule(
        "year ago",
        {"the", "year", "last", "comparable", "corresponding"},
        r"(?:the )?(?:comparable |corresponding |like )?(?:year[- ](?:ago|earlier|before)|last"
        r" year['’]s) (?:(?P<n>first|second|third|fourth) )?(?:quarter|period|half)",
        _interpret_year_ago,
    ),
    rule("compared year", {"last"}, r"last year(?!['’])", _interpret_compared_year),  # "last year"
    rule("year-ago", {"year"}, r"year-(?:ago|earlier)", _interpret_year_ago),  # "year-earlier"
    # "the year-ago nine months"
    rule(
        "year-ago months",
        {"the", "year"},
        r"(?:the )?year-(?:ago|earlier) (?P<months>three|six|nine|3|6|9) months",
        lambda match, context: Interpretation(type="DURATION", value=f"P{number_of(match['months']):g}M"),
    ),
    # "the 2016 third quarter", "the 2016 period"
    rule(
        "period of a year",
        {"the"},
        r"the (?P<y>@year) (?:(?P<n>first|second|third|fourth) )?(?:quarter|period)",
        _interpret_named_period,
    ),
    # "fiscal 2017", "the financial year 2017", "FY17"
    rule(
        "fiscal",
        {"fiscal", "the", "this", "last", "next", "current", "fy"},
        r"(?:(?:the )?(?:fiscal|financial)(?: year)? (?P<y>@year|['’]\d\d)|(?-i:FY) ?(?P<fy>@year|\d\d))",
        _interpret_fiscal,
    ),
    # "the current fiscal year"
    rule(
        "fiscal year",
        {"the", "this", "last", "next", "current", "fiscal"},
        r"(?:the )?(?:(?P<rel>this|last|next|current|previous) )?(?:fiscal|financial) year",
        _interpret_fiscal_year,
    ),
    # "year-end", "the year’s end"
    rule("year end", {"year", "the"}, r"(?:the )?year(?:['’]s | |(?P<hyphen>-))end", _interpret_year_end),
)
