"""Years, decades and centuries."""

from __future__ import annotations

import re
from dataclasses import replace

from extract.timex.period import Period
from extract.timex.rule import Reading, Rule, Scene, dated, rule
from extract.timex.rules.days import EDGE, spelled_year, year_of
from extract.timex.vocabulary import DECADES, number_of, ordinal_of

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


def _read_year(match: re.Match[str], scene: Scene) -> Reading | None:
    before = scene.before(20)
    plain = match["early"] is None and match["the"] is None
    if plain and (
        re.search(r"(?:[$£€#]|\b(?:No|number|Flight|Route|about|nearly|over|than))\.?\s?$", before)
    ):
        return None
    if (
        plain
        and COUNTED.match(scene.after(30))
        and not re.search(r"\b(?:in|since|the|of|by|until)\s$", before)
    ):
        return None
    year = year_of(match["y"])
    if (
        plain
        and not 1800 <= year <= 2049
        and not re.search(r"\b(?:in|since|by|until|from|of)\s$", before, re.I)
    ):
        return None
    return dated(Period.of_year(year))


def _read_short_year(match: re.Match[str], scene: Scene) -> Reading:
    return dated(Period.of_year(year_of(match["y"])))


def _read_spelled_year(match: re.Match[str], scene: Scene) -> Reading:
    if match["thousand"]:
        return dated(Period.of_year(2000 + int(number_of(match["more"]) or 0 if match["more"] else 0)))
    return dated(Period.of_year(spelled_year(match["spelled"])))


def _read_span_of_years(match: re.Match[str], scene: Scene) -> Reading | None:
    first = int(match["y"])
    last = first - first % 100 + int(match["z"])
    if last <= first:
        return None
    return Reading(type="DATE", value=f"{first}", edtf=f"{first}/{last}", period=Period.of_year(last))


def _read_decade(match: re.Match[str], scene: Scene) -> Reading:
    if match["name"]:
        decade = 190 + DECADES[match["name"].lower()]
    else:
        digits = match["y"].lstrip("'’")
        decade = int(digits) // 10 if len(digits) == 4 else year_of(digits) // 10
    return dated(Period("decade", decade))


def _read_century(match: re.Match[str], scene: Scene) -> Reading | tuple[Reading, ...] | None:
    numbers = [ordinal_of(match[key]) for key in ("n", "n2") if match[key]]
    if not all(1 <= number <= 30 for number in numbers):
        return None
    found = [dated(Period("century", number - 1)) for number in numbers]
    if len(found) == 1:
        return found[0]
    spans = [(match.start(), match.end("n")), (match.start("n2"), match.end())]
    return tuple(replace(one, start=start, end=end) for one, (start, end) in zip(found, spans, strict=True))


RULES: tuple[Rule, ...] = (
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
        _read_year,
    ),
    rule(
        "short year",
        "#",
        r"(?<=['’])(?<!['’]['’])(?P<y>\d\d)(?!s|\d|[.,]\d)(?=[\s.,;:)]|$)",
        _read_short_year,
    ),
    rule(
        "spelled year",
        {"nineteen", "eighteen", "the", "two", "twenty"},
        r"(?:(?P<spelled>@spelledyear)|the year (?P<thousand>two thousand)(?: (?:and"
        r" )?(?P<more>@numberword))?)",
        _read_spelled_year,
    ),
    rule("years", "#", r"(?P<y>(?:19|20)\d\d)[-–/](?P<z>\d\d)(?![\d/-])", _read_span_of_years),
    rule(
        "decade",
        {"#", "the", "early", "late", "mid", "first", "last", *DECADES},
        r"(?:the )?(?:(?:@early|first half of the|last half of the)[ -])?"
        r"(?:(?P<y>(?:1[5-9]|20)\d0|(?:['’])\d0|(?<=['’])\d0)['’]?s|(?P<name>twenties|thirties|forties|fifties|sixties"
        r"|seventies|eighties|nineties))",
        _read_decade,
    ),
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
        _read_century,
    ),
)
