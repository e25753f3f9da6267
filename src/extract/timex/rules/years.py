"""Rules for years, decades and centuries."""

from __future__ import annotations

import re
from dataclasses import replace

from extract.timex.period import Period
from extract.timex.rule import Context, Interpretation, Rule, as_date, rule
from extract.timex.rules.days import EDGE, spelled_year, year_of
from extract.timex.vocabulary import DECADES, number_of, ordinal_of

# " people", " square miles", " percent"
COUNTED = re.compile(  # "2000 people": a number, not a year
    r"[ -](?:[a-z]+ )?(?:people|persons|men|women|children|troops|soldiers|police|officers|workers"
    r"|employees|jobs|homes|houses"
    r"|miles?|kms?|kilomet\w+|met(?:er|re)s?|feet|ft|foot|tons?|tonnes|dollars|euros|pounds|francs|yen"
    r"|points|barrels|shares"
    r"|students|members|votes|voters|pages|words|refugees|migrants|megawatts|MW|hp|cc|calories|square|sq"
    r"|percent|per cent"
    r"|dead|injured|times|hours|years|days|units|seats|delegates|participants|visitors|passengers|acres"
    r"|hectares|rpm)\b"
)
NO_YEAR_BEFORE = re.compile(r"(?:[$£€#]|\b(?:No|number|Flight|Route|about|nearly|over|than))\.?\s?$")
YEAR_LEAD = re.compile(r"\b(?:in|since|the|of|by|until)\s$")
FAR_YEAR_LEAD = re.compile(r"\b(?:in|since|by|until|from|of)\s$", re.IGNORECASE)


def _interpret_year(match: re.Match[str], context: Context) -> Interpretation | None:
    before = context.before(20)
    plain = match["early"] is None and match["the"] is None
    if plain and (NO_YEAR_BEFORE.search(before)):
        return None
    if plain and COUNTED.match(context.after(30)) and not YEAR_LEAD.search(before):
        return None
    year = year_of(match["y"])
    if plain and not 1800 <= year <= 2049 and not FAR_YEAR_LEAD.search(before):
        return None
    return as_date(Period.of_year(year))


def _interpret_short_year(match: re.Match[str], context: Context) -> Interpretation:
    return as_date(Period.of_year(year_of(match["y"])))


def _interpret_spelled_year(match: re.Match[str], context: Context) -> Interpretation:
    if match["thousand"]:
        return as_date(Period.of_year(2000 + int(number_of(match["more"]) or 0 if match["more"] else 0)))
    return as_date(Period.of_year(spelled_year(match["spelled"])))


def _interpret_span_of_years(match: re.Match[str], context: Context) -> Interpretation | None:
    first = int(match["y"])
    last = first - first % 100 + int(match["z"])
    if last <= first:
        return None
    return Interpretation(type="DATE", value=f"{first}", edtf=f"{first}/{last}", period=Period.of_year(last))


def _interpret_decade(match: re.Match[str], context: Context) -> Interpretation:
    if match["name"]:
        decade = 190 + DECADES[match["name"].lower()]
    else:
        digits = match["y"].lstrip("'’")
        decade = int(digits) // 10 if len(digits) == 4 else year_of(digits) // 10
    return as_date(Period("decade", decade))


def _interpret_century(
    match: re.Match[str], context: Context
) -> Interpretation | tuple[Interpretation, ...] | None:
    numbers = [ordinal_of(match[key]) for key in ("n", "n2") if match[key]]
    if not all(1 <= number <= 30 for number in numbers):
        return None
    found = [as_date(Period("century", number - 1)) for number in numbers]
    if len(found) == 1:
        return found[0]
    spans = [(match.start(), match.end("n")), (match.start("n2"), match.end())]
    return tuple(replace(one, start=start, end=end) for one, (start, end) in zip(found, spans, strict=True))


RULES: tuple[Rule, ...] = (
    # "2017", "early 2017", "the year 1605", "the end of 2017"
    rule(
        "year",
        {
            "#",
            "early",
            "late",
            "mid",
            "the",
            "year",
            "end",
            "beginning",
            "middle",
            "start",
            "close",
            "all",
            "calendar",
        },
        rf"(?P<early>@early[ -]|all of |{EDGE})?(?P<the>(?:the )?(?:calendar )?year )?(?P<y>@year)",
        _interpret_year,
    ),
    # "in ’97,"
    rule(
        "short year",
        "#",
        r"(?<=['’])(?<!['’]['’])(?P<y>\d\d)(?!s|\d|[.,]\d)(?=[\s.,;:)]|$)",
        _interpret_short_year,
    ),
    # "nineteen ninety-seven", "the year two thousand and six"
    rule(
        "spelled year",
        {"nineteen", "eighteen", "the", "two", "twenty"},
        r"(?:(?P<spelled>@spelledyear)|the year (?P<thousand>two thousand)(?: (?:and"
        r" )?(?P<more>@numberword))?)",
        _interpret_spelled_year,
    ),
    # "2016-17"
    rule("years", "#", r"(?P<y>(?:19|20)\d\d)[-–/](?P<z>\d\d)(?![\d/-])", _interpret_span_of_years),
    # "the 1990s", "the early ’80s", "the twenties"
    rule(
        "decade",
        {"#", "the", "early", "late", "mid", "first", "last", *DECADES},
        r"(?:the )?(?:(?:@early|first half of the|last half of the)[ -])?"
        r"(?:(?P<y>(?:1[5-9]|20)\d0|(?:['’])\d0|(?<=['’])\d0)['’]?s|(?P<name>twenties|thirties|forties|fifties|sixties"
        r"|seventies|eighties|nineties))",
        _interpret_decade,
    ),
    # "the 19th century", "the late eighteenth century", "the 16th and 17th centuries"
    rule(
        "century",
        {
            "#",
            "the",
            "early",
            "late",
            "mid",
            "twentieth",
            "nineteenth",
            "eighteenth",
            "seventeenth",
            "sixteenth",
        },
        r"(?:the )?(?:@early[ -])?(?P<n>\d{1,2}(?:st|nd|rd|th)|@ordinal|twenty-first)"
        r"(?:[ -]century|(?: and| or| to)(?: the)? (?P<n2>\d{1,2}(?:st|nd|rd|th)|@ordinal|twenty-first)"
        r" centur(?:y|ies))",
        _interpret_century,
    ),
)
