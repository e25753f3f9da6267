"""Dates given by number or month: ISO, US and UK order, month and day, months, years, decades, centuries."""

from __future__ import annotations

import re

from extract.timex.period import Period
from extract.timex.rule import Reading, Rule, Scene, dated, rule
from extract.timex.vocabulary import MONTHS, NUMBERS, WEEKDAYS, month_of, number_of, ordinal_of, weekday_of

TWO_DIGIT_TURN = 30  # '29 is 2029, '30 is 1930: news is written in or about the past
DECADE_NAMES = {
    "twenties": 2, "thirties": 3, "forties": 4, "fifties": 5, "sixties": 6, "seventies": 7, "eighties": 8, "nineties": 9,
}  # fmt: skip
COUNTED = re.compile(  # "2000 people": a number, not a year
    r"[ -](?:[a-z]+ )?(?:people|persons|men|women|children|troops|soldiers|police|officers|workers|employees|jobs|homes|houses"
    r"|miles?|kms?|kilomet\w+|met(?:er|re)s?|feet|ft|foot|tons?|tonnes|dollars|euros|pounds|francs|yen|points|barrels|shares"
    r"|students|members|votes|voters|pages|words|refugees|migrants|megawatts|MW|hp|cc|calories|square|sq|percent|per cent"
    r"|dead|injured|times|hours|years|days|units|seats|delegates|participants|visitors|passengers|acres|hectares|rpm)\b"
)
YEAR_LEAD = re.compile(
    r"(?:\b(?:in|since|of|from|by|until|till|through|for|to|and|or|before|after|during|between|late|early|mid|fiscal|year|the"
    r"|around|about|circa|summer|winter|spring|fall|autumn|a|than|with|vs\.?|versus)[ -]|[(,–—/-]\s?|^)$",
    re.IGNORECASE,
)
BARE_MONTH_LEAD = re.compile(
    r"\b(?:in|since|until|till|by|through|throughout|during|last|next|this|early|late|mid|of|from|to|for|before|after|each|every"
    r"|between|and|or|end of|past|coming|previous|ended|ending)[ -]$",
    re.IGNORECASE,
)
NAME_AFTER = re.compile(r" (?-i:[A-Z][a-z]+)")
TITLE_BEFORE = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Sir|Lady|Lord|Theresa|Minister|the|The|a|an)\.? $")
MONTH_STARTERS = frozenset(MONTHS)
WEEKDAY_STARTERS = frozenset(WEEKDAYS)


def year_of(digits: str) -> int:
    """ "2011", "'58" and "89" as a year."""
    number = int(re.sub(r"\D", "", digits))
    if number > 99:
        return number
    return number + (2000 if number < TWO_DIGIT_TURN else 1900)


def nearest_day(month: int, day: int, scene: Scene, weekday: int | None = None) -> Period | None:
    """The month and day nearest to the anchor, of the years in which it is that weekday."""
    if scene.anchor is None:
        return None
    middle = scene.anchor.first.toordinal() + (0 if scene.anchor.unit == "day" else 182)
    candidates = []
    for year in range(scene.anchor.year - 6, scene.anchor.year + 7):
        try:
            candidates.append(Period.of_day(year, month, day))
        except ValueError:
            continue
    if scene.anchor.unit == "year":
        candidates = [one for one in candidates if one.year == scene.anchor.year]
    fitting = [one for one in candidates if weekday is None or one.first.weekday() == weekday]
    return min(fitting or candidates, key=lambda one: abs(one.index - middle), default=None)


def _read_day(match: re.Match[str], scene: Scene) -> Reading | tuple[Reading, ...] | None:
    month, year = month_of(match["m"]), match["y"]
    numbers = [int(re.sub(r"\D", "", match[key])) for key in ("d", "d2") if match[key]]
    weekday = weekday_of(match["w"]) if match["w"] else None
    found = []
    for number in numbers:
        period = None
        if year is not None:
            period = Period.of_day(year_of(year), month, number)
        elif scene.anchor is not None:
            period = nearest_day(month, number, scene, weekday)
        found.append(dated(period) if period else _masked(month, number))
    if len(found) == 1:
        return found[0]
    spans = [(match.start(), match.end("d")), (match.start("d2"), match.end())]
    if match.start("d") < match.start("m") or match.end("d2") > match.start("m") > match.start("d2"):
        spans = [(match.start(), match.end("d")), (match.start("d2"), match.end())]
    return tuple(_moved(one, *span) for one, span in zip(found, spans, strict=True))


def _moved(reading: Reading, start: int, end: int) -> Reading:
    return Reading(
        type=reading.type, value=reading.value, edtf=reading.edtf, period=reading.period, start=start, end=end
    )


def _masked(month: int, day: int) -> Reading:
    Period.of_day(2000, month, day)
    text = f"XXXX-{month:02}-{day:02}"
    return Reading(type="DATE", value=text, edtf=text)


def _read_numeric(match: re.Match[str], scene: Scene) -> Reading:
    first, second, year = int(match["a"]), int(match["b"]), year_of(match["y"])
    dotted = match["sep"] == "."
    month, day = (second, first) if dotted or first > 12 else (first, second)
    return dated(Period.of_day(year, month, day))


def _read_iso(match: re.Match[str], scene: Scene) -> Reading:
    period = Period.of_day(int(match["y"]), int(match["m"]), int(match["d"]))
    if match["H"] is None:
        return dated(period)
    value = f"{period.value}T{match['H']}:{match['M']}"
    return Reading(type="TIME", value=value, edtf=period.edtf, period=period)


def _read_month_year(match: re.Match[str], scene: Scene) -> Reading:
    return dated(Period.of_month(year_of(match["y"]), month_of(match["m"])))


def _read_month(match: re.Match[str], scene: Scene) -> Reading | None:
    month, before = month_of(match["m"]), scene.before(20)
    modified = match["rel"] or match["early"] or match["of"]
    if not modified and not _is_month_name(match["m"], before, scene):
        return None
    if scene.anchor is None:
        return Reading(type="DATE", value=f"XXXX-{month:02}", edtf=f"XXXX-{month:02}")
    year = scene.anchor.year
    relation = (match["rel"] or match["of"] or "").lower()
    if scene.anchor.unit == "year" and not relation:
        return dated(Period.of_month(year, month))
    now = scene.now("month") or Period.of_month(year, 6)
    if match["of"]:
        return dated(
            Period.of_month(year + (-1 if "last" in relation else 1 if "next" in relation else 0), month)
        )
    here = Period.of_month(year, month)
    around = [here.shift(-12), here, here.shift(12)]
    if relation.startswith(("last", "past")):
        return dated([one for one in around if one.index < now.index][-1])
    if relation.startswith(("next", "coming")):
        return dated([one for one in around if one.index > now.index][0])
    direction = scene.direction()
    if direction == "future" and not scene.before(6).lower().endswith("since "):
        around = [one for one in around if one.index >= now.index]
    elif direction == "past":
        around = [one for one in around if one.index <= now.index + 2]
    return dated(min(around, key=lambda one: abs(one.index - now.index)))


def _is_month_name(name: str, before: str, scene: Scene) -> bool:
    if TITLE_BEFORE.search(before):
        return False
    if len(name.rstrip(".")) < 5 or name.lower() == "march":
        return bool(BARE_MONTH_LEAD.search(before))
    lead = bool(BARE_MONTH_LEAD.search(before))
    return lead or not NAME_AFTER.match(scene.after(20))


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
    return dated(Period.of_year(NUMBERS[match["c"].lower()] * 100 + int(number_of(match["t"]) or 0)))


def _read_span_of_years(match: re.Match[str], scene: Scene) -> Reading | None:
    first = int(match["y"])
    last = first - first % 100 + int(match["z"])
    if last <= first:
        return None
    return Reading(type="DATE", value=f"{first}", edtf=f"{first}/{last}", period=Period.of_year(last))


def _read_decade(match: re.Match[str], scene: Scene) -> Reading:
    if match["name"]:
        decade = 190 + DECADE_NAMES[match["name"].lower()]
    else:
        digits = match["y"].lstrip("'’")
        decade = int(digits) // 10 if len(digits) == 4 else year_of(digits) // 10
    period = Period("decade", decade)
    value = f"{decade}" if match["the"] else period.value
    return Reading(type="DATE", value=value, edtf=period.edtf, period=period)


def _read_century(match: re.Match[str], scene: Scene) -> Reading | None:
    number = ordinal_of(match["n"])
    return dated(Period("century", number - 1)) if 1 <= number <= 30 else None


EDGE = r"(?:the )?(?:very )?(?:beginning|start|end|middle|close|first day|last day|rest|remainder|latter part) of "
RULES: tuple[Rule, ...] = (
    rule(
        "iso",
        "#",
        r"(?P<y>\d{4})-(?P<m>0\d|1[0-2])-(?P<d>[0-3]\d)"
        r"(?:[T ](?P<H>[0-2]\d):(?P<M>[0-5]\d)(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?",
        _read_iso,
    ),
    rule(
        "numeric",
        "#",
        r"(?P<a>\d{1,2})(?P<sep>[/.])(?P<b>\d{1,2})(?P=sep)(?P<y>(?:19|20)\d\d|\d\d)(?![\d/.]\d)",
        _read_numeric,
    ),
    rule(
        "month day",
        MONTH_STARTERS | WEEKDAY_STARTERS | {"around", "about"},
        r"(?:(?P<w>@weekday),? )?(?P<m>@month) (?P<d>@nth|@day)(?:(?:-|–| ?to | and |, and )(?P<d2>@nth|@day)(?! @month))?"
        r"(?:,? (?P<y>@year|['’]\d\d))?",
        _read_day,
    ),
    rule(
        "day month",
        WEEKDAY_STARTERS | {"#", "the"},
        r"(?:(?P<w>@weekday),? )?(?:the )?(?P<d>@nth|@day)(?:(?:-|–| to | and )(?P<d2>@nth|@day))?"
        r"(?: of)?[ -](?P<m>@month)(?:,?[ -](?P<y>@year|['’]\d\d))?",
        _read_day,
    ),
    rule(
        "month year",
        MONTH_STARTERS | {"early", "late", "mid", "the", "end", "beginning", "middle"},
        rf"(?:@early[ -]|{EDGE})?(?P<m>@month)(?: of|,)? (?P<y>@year)",
        _read_month_year,
    ),
    rule(
        "month",
        MONTH_STARTERS
        | {
            "early",
            "late",
            "mid",
            "the",
            "end",
            "last",
            "next",
            "this",
            "beginning",
            "middle",
            "past",
            "coming",
        },
        rf"(?P<early>@early[ -]|{EDGE})?(?:(?P<rel>last|next|this|this past|this coming|past|coming) )?(?P<m>@month)"
        r"(?:,? (?P<of>(?:of )?(?:last|this|next) year))?",
        _read_month,
    ),
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
            "all",
            "calendar",
        },
        rf"(?P<early>@early[ -]|all of |{EDGE})?(?P<the>(?:the )?(?:calendar )?year )?(?P<y>@year)",
        _read_year,
    ),
    rule("short year", "#", r"(?<=['’])(?P<y>\d\d)(?!s|\d|[.,]\d)(?=[ .,;:)]|$)", _read_short_year),
    rule(
        "spelled year",
        {"nineteen", "eighteen", "the", "two", "twenty"},
        r"(?:(?P<c>eighteen|nineteen) (?P<t>(?:@numberword))|the year (?P<thousand>two thousand)(?: (?:and )?(?P<more>@numberword))?)",
        _read_spelled_year,
    ),
    rule("years", "#", r"(?P<y>(?:19|20)\d\d)[-–/](?P<z>\d\d)(?![\d/-])", _read_span_of_years),
    rule(
        "decade",
        {"#", "the", "early", "late", "mid", *DECADE_NAMES},
        r"(?P<the>the )?(?:(?:early|late|mid|first half of the|last half of the)[ -])?"
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
        r"(?:the )?(?:(?:early|late|mid)[ -])?(?P<n>\d{1,2}(?:st|nd|rd|th)|@ordinal|twenty-first)[ -]century",
        _read_century,
    ),
)
