"""Dates given by number or month: ISO, US and UK order, month and day, months, years, decades, centuries."""

from __future__ import annotations

import re

from extract.timex.period import Period
from extract.timex.rule import Reading, Rule, Scene, dated, rule
from extract.timex.tense import HAPPENED_BEHIND, Direction
from extract.timex.vocabulary import (
    FRAGMENTS,
    MONTH_NAMES,
    MONTHS,
    NUMBERS,
    WEEKDAYS,
    month_of,
    number_of,
    weekday_of,
)

TWO_DIGIT_TURN = 30  # '29 is 2029, '30 is 1930: news is written in or about the past
FAR_AHEAD: dict[Direction | None, int] = {
    "past": 35,
    None: 120,
}  # days; how far ahead a date without a year may lie
_FULL_MONTH = "|".join(MONTH_NAMES)
SLASHED = re.compile(r"(?<![\d/-])(\d{1,2})[/-](\d{1,2})[/-]\d{2,4}(?![\d/-])", re.ASCII)
DAY_MONTH = re.compile(rf"\b\d{{1,2}}(?:st|nd|rd|th)? (?:of )?(?:{_FULL_MONTH})\b", re.ASCII)
MONTH_DAY = re.compile(rf"\b(?:{_FULL_MONTH}) \d{{1,2}}\b", re.ASCII)
RANGE_AFTER = re.compile(
    rf"\s?(?:to|and|through|until|till|-|–)\s?(?:(?P<m>{FRAGMENTS['month']})\s)?\d{{1,2}}(?:st|nd|rd|th)?"
    rf"(?:\s(?:{FRAGMENTS['month']}))?,?\s(?P<y>(?:19|20)\d\d)\b",
    re.ASCII,
)
BEHIND = 60  # days; of a clause about the future, no date lies further behind
EVENT_AFTER = re.compile(  # "before June elections": its own tense, not that of the clause
    r" (?:\w+al )?(?:elections?|polls?|votes?|ballots?|referendum|summits?|meetings?|talks|conference"
    r"|handover|deadline|hearings?|trial|games|contracts?|delivery|settlement|futures)\b"
)
ATTACKS = (9, 11)  # a date that has become the name of what happened on it in 2001
ATTACK_AFTER = re.compile(
    r"(?:,|,? 2001,?)? (?:\w+ist )?(?:attack|hijack|plot|commission|terror|victim)", re.IGNORECASE
)
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
    fitting = [one for one in candidates if weekday is None or one.first.weekday() == weekday] or candidates
    best = min(fitting, key=lambda one: abs(one.index - middle), default=None)
    if (
        best is not None
        and weekday is None
        and middle - best.index > BEHIND
        and scene.direction() == "future"
    ):
        best = min((one for one in fitting if one.index >= middle), key=lambda one: one.index, default=best)
    ahead = best.index - middle if best is not None and weekday is None else 0
    happened = ahead > 0 and HAPPENED_BEHIND.match(scene.after())
    if happened or ahead > FAR_AHEAD["past"]:
        direction = None if EVENT_AFTER.match(scene.after(24)) else scene.direction()
        if happened or ahead > FAR_AHEAD.get(direction, 366):
            best = max(
                (one for one in fitting if one.index <= middle), key=lambda one: one.index, default=best
            )
    return best


def spelled_year(words: str) -> int:
    """ "nineteen ninety-seven" as 1997."""
    hundreds, rest = re.split(r"\s+", words, maxsplit=1)
    return NUMBERS[hundreds.lower()] * 100 + int(number_of(rest) or 0)


def _read_day(match: re.Match[str], scene: Scene) -> Reading | tuple[Reading, ...] | None:
    month, year = month_of(match["m"]), match["y"]
    if year is None and (rest := RANGE_AFTER.match(scene.after(40))):
        over_new_year = rest["m"] is not None and month_of(rest["m"]) < month
        year = str(int(rest["y"]) - over_new_year)  # "from Dec. 30 to Jan. 2, 2016"
    keys = [key for key in ("d", "d1", "d2") if match.groupdict().get(key)]
    numbers = [int(re.sub(r"\D", "", match[key])) for key in keys]
    weekday = weekday_of(match["w"]) if match["w"] else None
    relation = (match.groupdict().get("rel") or "").strip().lower()
    if (
        year is None
        and (month, int(re.sub(r"\D", "", match["d"]))) == ATTACKS
        and ATTACK_AFTER.match(scene.after(24))
    ):
        year = "2001" if scene.anchor is None or scene.anchor.year >= 2001 else None
    found = []
    for number in numbers:
        period = None
        if year is not None:
            period = Period.of_day(year_of(year), month, number)
        elif scene.anchor is not None:
            period = nearest_day(month, number, scene, weekday)
            if period and relation == "last" and period.first >= scene.anchor.first:
                period = Period.of_day(period.year - 1, month, number)
            elif period and relation == "next" and period.first <= scene.anchor.first:
                period = Period.of_day(period.year + 1, month, number)
        found.append(dated(period) if period else _masked(month, number))
    if match.groupdict().get("week") and found[0].period is not None:
        return dated(found[0].period.to("week"))
    if len(found) == 1:
        return found[0]
    spans = [(match.start(key), match.end(key)) for key in keys]
    spans[0] = (match.start(), spans[0][1])
    spans[-1] = (spans[-1][0], match.end())
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
    day_first = match["sep"] == "." or first > 12 or (scene.known.day_first and second <= 12)
    month, day = (second, first) if day_first else (first, second)
    return dated(Period.of_day(year, month, day))


def is_day_first(text: str) -> bool:
    """Whether "4/6/2017" is the fourth of June here: what the other dates of the text show.

    A numeric date that can be read one way only decides, else "6 April" against "April 6"; else US order.
    """
    if "/" not in text and "-19" not in text and "-20" not in text:
        return False
    numeric = [(int(match[1]), int(match[2])) for match in SLASHED.finditer(text)]
    if not any(first <= 12 and second <= 12 and first != second for first, second in numeric):
        return False
    british = sum(first > 12 >= second for first, second in numeric)
    american = sum(second > 12 >= first for first, second in numeric)
    if british == american:
        british, american = len(DAY_MONTH.findall(text)), len(MONTH_DAY.findall(text))
    return british > american


def _read_iso(match: re.Match[str], scene: Scene) -> Reading:
    period = Period.of_day(int(match["y"]), int(match["m"]), int(match["d"]))
    if match["H"] is None:
        return dated(period)
    value = f"{period.value}T{match['H']}:{match['M']}"
    return Reading(type="TIME", value=value, edtf=period.edtf, period=period)


EDGE = (
    r"(?:the )?(?:very )?(?:beginning|start|end|middle|close|first day|last day|rest|remainder"
    r"|(?:first|second|latter) (?:half|part)) of "
)


def _read_attacks(match: re.Match[str], scene: Scene) -> Reading | None:
    """ "9/11", spoken of from 2001 on."""
    return dated(Period.of_day(2001, *ATTACKS)) if scene.anchor is None or scene.anchor.year >= 2001 else None


RULES: tuple[Rule, ...] = (
    rule("attacks", "#", r"9/11(?![/\d])", _read_attacks),
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
        r"(?P<a>\d{1,2})(?P<sep>[/.-])(?P<b>\d{1,2})(?P=sep)(?P<y>(?:19|20)\d\d|(?<!-)\d\d)(?![\d/.-]\d)",
        _read_numeric,
    ),
    rule(
        "month day",
        MONTH_STARTERS | WEEKDAY_STARTERS | {"around", "about", "last", "next", "the"},
        r"(?:(?P<w>@weekday),? |(?P<week>the week of )|(?P<rel>last |next ))?(?P<m>@month) (?P<d>@nth|@day)"
        r"(?:(?:, (?P<d1>@nth|@day)(?=,? and \d))?(?:-|–| ?to | and |, and )(?P<d2>@nth|@day)(?! @month))?"
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
)
