"""Rules for days of the calendar: ISO dates, numbers in US or UK order, month and day."""

from __future__ import annotations

import re

from extract.timex.period import Period
from extract.timex.rule import Context, Interpretation, Rule, as_date, rule
from extract.timex.tense import EVENT_NOUN_BEHIND, Direction
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

FIRST_TWO_DIGIT_YEAR_OF_1900S = 30  # '29 is 2029, '30 is 1930: news speaks of the past
MAX_DAYS_AHEAD: dict[Direction | None, int] = {
    "past": 35,
    None: 120,
}  # of a date without a year, by the tense of its clause
_FULL_MONTH = "|".join(MONTH_NAMES)
# "4/6/2017", "13-4-17"
SLASHED = re.compile(r"(?<![\d/-])(\d{1,2})[/-](\d{1,2})[/-]\d{2,4}(?![\d/-])", re.ASCII)
# "6th of April"
DAY_MONTH = re.compile(rf"\b\d{{1,2}}(?:st|nd|rd|th)? (?:of )?(?:{_FULL_MONTH})\b", re.ASCII)
MONTH_DAY = re.compile(rf"\b(?:{_FULL_MONTH}) \d{{1,2}}\b", re.ASCII)  # "April 6"
# " to Jan. 2, 2016", "-8, 2016"
RANGE_AFTER = re.compile(
    rf"\s?(?:to|and|through|until|till|-|–)\s?(?:(?P<m>{FRAGMENTS['month']})\s)?\d{{1,2}}(?:st|nd|rd|th)?"
    rf"(?:\s(?:{FRAGMENTS['month']}))?,?\s(?P<y>(?:19|20)\d\d)\b",
    re.ASCII,
)
MAX_DAYS_BEHIND = 60  # of a date without a year in a clause about the future
# " presidential elections", " deadline"
EVENT_AFTER = re.compile(  # "before June elections": its own tense, not that of the clause
    r" (?:\w+al )?(?:elections?|polls?|votes?|ballots?|referendum|summits?|meetings?|talks|conference"
    r"|handover|deadline|hearings?|trial|games|contracts?|delivery|settlement|futures)\b"
)
SEPTEMBER_11 = (9, 11)  # a date that has become the name of what happened on it in 2001
# " attacks", ", 2001, terrorist attack"
ATTACK_AFTER = re.compile(
    r"(?:,|,? 2001,?)? (?:\w+ist )?(?:attack|hijack|plot|commission|terror|victim)", re.IGNORECASE
)
MONTH_STARTERS = frozenset(MONTHS)
WEEKDAY_STARTERS = frozenset(WEEKDAYS)


def year_of(digits: str) -> int:
    """The year that "2011", "'58" or "89" states."""
    number = int(re.sub(r"\D", "", digits))
    if number > 99:
        return number
    return number + (2000 if number < FIRST_TWO_DIGIT_YEAR_OF_1900S else 1900)


def nearest_day(month: int, day: int, context: Context, weekday: int | None = None) -> Period | None:
    """The day nearest to the anchor with this month, day and, if given, weekday; None without an anchor."""
    if context.anchor is None:
        return None
    middle = context.anchor.first.toordinal() + (0 if context.anchor.unit == "day" else 182)
    candidates = []
    for year in range(context.anchor.year - 6, context.anchor.year + 7):
        try:
            candidates.append(Period.of_day(year, month, day))
        except ValueError:
            continue
    if context.anchor.unit == "year":
        candidates = [one for one in candidates if one.year == context.anchor.year]
    fitting = [one for one in candidates if weekday is None or one.first.weekday() == weekday] or candidates
    best = min(fitting, key=lambda one: abs(one.index - middle), default=None)
    if (
        best is not None
        and weekday is None
        and middle - best.index > MAX_DAYS_BEHIND
        and context.direction() == "future"
    ):
        best = min((one for one in fitting if one.index >= middle), key=lambda one: one.index, default=best)
    ahead = best.index - middle if best is not None and weekday is None else 0
    happened = ahead > 0 and EVENT_NOUN_BEHIND.match(context.after())
    if happened or ahead > MAX_DAYS_AHEAD["past"]:
        direction = None if EVENT_AFTER.match(context.after(24)) else context.direction()
        if happened or ahead > MAX_DAYS_AHEAD.get(direction, 366):
            best = max(
                (one for one in fitting if one.index <= middle), key=lambda one: one.index, default=best
            )
    return best


def spelled_year(words: str) -> int:
    """The year that "nineteen ninety-seven" states."""
    hundreds, rest = re.split(r"\s+", words, maxsplit=1)
    return NUMBERS[hundreds.lower()] * 100 + int(number_of(rest) or 0)


def _interpret_day(
    match: re.Match[str], context: Context
) -> Interpretation | tuple[Interpretation, ...] | None:
    month, year = month_of(match["m"]), match["y"]
    if year is None and (rest := RANGE_AFTER.match(context.after(40))):
        over_new_year = rest["m"] is not None and month_of(rest["m"]) < month
        year = str(int(rest["y"]) - over_new_year)  # "from Dec. 30 to Jan. 2, 2016"
    keys = [key for key in ("d", "d1", "d2") if match.groupdict().get(key)]
    numbers = [int(re.sub(r"\D", "", match[key])) for key in keys]
    weekday = weekday_of(match["w"]) if match["w"] else None
    relation = (match.groupdict().get("rel") or "").strip().lower()
    if (
        year is None
        and (month, int(re.sub(r"\D", "", match["d"]))) == SEPTEMBER_11
        and ATTACK_AFTER.match(context.after(24))
    ):
        year = "2001" if context.anchor is None or context.anchor.year >= 2001 else None
    found = []
    for number in numbers:
        period = None
        if year is not None:
            period = Period.of_day(year_of(year), month, number)
        elif context.anchor is not None:
            period = nearest_day(month, number, context, weekday)
            if period and relation == "last" and period.first >= context.anchor.first:
                period = Period.of_day(period.year - 1, month, number)
            elif period and relation == "next" and period.first <= context.anchor.first:
                period = Period.of_day(period.year + 1, month, number)
        found.append(as_date(period) if period else _without_year(month, number))
    if match.groupdict().get("week") and found[0].period is not None:
        return as_date(found[0].period.to("week"))
    if len(found) == 1:
        return found[0]
    spans = [(match.start(key), match.end(key)) for key in keys]
    spans[0] = (match.start(), spans[0][1])
    spans[-1] = (spans[-1][0], match.end())
    return tuple(_placed(one, *span) for one, span in zip(found, spans, strict=True))


def _placed(reading: Interpretation, start: int, end: int) -> Interpretation:
    return Interpretation(
        type=reading.type, value=reading.value, edtf=reading.edtf, period=reading.period, start=start, end=end
    )


def _without_year(month: int, day: int) -> Interpretation:
    Period.of_day(2000, month, day)
    text = f"XXXX-{month:02}-{day:02}"
    return Interpretation(type="DATE", value=text, edtf=text)


def _interpret_numeric(match: re.Match[str], context: Context) -> Interpretation:
    first, second, year = int(match["a"]), int(match["b"]), year_of(match["y"])
    day_first = match["sep"] == "." or first > 12 or (context.discourse.day_first and second <= 12)
    month, day = (second, first) if day_first else (first, second)
    return as_date(Period.of_day(year, month, day))


def is_day_first(text: str) -> bool:
    """Whether "4/6/2017" is the fourth of June in this text, by its other dates.

    Unambiguous numeric dates decide, else "6 April" against "April 6", else it is US order.
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


def _interpret_iso(match: re.Match[str], context: Context) -> Interpretation:
    period = Period.of_day(int(match["y"]), int(match["m"]), int(match["d"]))
    if match["H"] is None:
        return as_date(period)
    value = f"{period.value}T{match['H']}:{match['M']}"
    return Interpretation(type="TIME", value=value, edtf=period.edtf, period=period)


EDGE = (
    r"(?:the )?(?:very )?(?:beginning|start|end|middle|close|first day|last day|rest|remainder"
    r"|(?:first|second|latter) (?:half|part)) of "
)


def _interpret_attacks(match: re.Match[str], context: Context) -> Interpretation | None:
    """The day of the attacks of 2001, in articles from 2001 on."""
    return (
        as_date(Period.of_day(2001, *SEPTEMBER_11))
        if context.anchor is None or context.anchor.year >= 2001
        else None
    )


RULES: tuple[Rule, ...] = (
    rule("attacks", "#", r"9/11(?![/\d])", _interpret_attacks),  # "9/11"
    # "2017-04-06", "2017-04-06T09:30:00Z"
    rule(
        "iso",
        "#",
        r"(?P<y>\d{4})(?P<sep>[/-])(?P<m>0\d|1[0-2])(?P=sep)(?P<d>[0-3]\d)"
        r"(?:[T ](?P<H>[0-2]\d):(?P<M>[0-5]\d)(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?",
        _interpret_iso,
    ),
    # "4/6/2017", "6.4.17"
    rule(
        "numeric",
        "#",
        r"(?P<a>\d{1,2})(?P<sep>[/.-])(?P<b>\d{1,2})(?P=sep)(?P<y>(?:19|20)\d\d|(?<!-)\d\d)(?![\d/.-]\d)",
        _interpret_numeric,
    ),
    # "Thursday, April 6, 2017", "the week of May 3", "April 6, 7 and 8", "last June 3"
    rule(
        "month day",
        MONTH_STARTERS | WEEKDAY_STARTERS | {"around", "about", "last", "next", "the"},
        r"(?:(?P<w>@weekday),? |(?P<week>the week of )|(?P<rel>last |next ))?(?P<m>@month) (?P<d>@nth|@day)"
        r"(?:(?:, (?P<d1>@nth|@day)(?=,? and \d))?(?:-|–| ?to | and |, and )(?P<d2>@nth|@day)(?! @month))?"
        r"(?:,? (?P<y>@year|['’]\d\d))?",
        _interpret_day,
    ),
    # "Thursday, 6 April 2017", "the 6th of April", "6-8 April"
    rule(
        "day month",
        WEEKDAY_STARTERS | {"#", "the"},
        r"(?:(?P<w>@weekday),? )?(?:the )?(?P<d>@nth|@day)(?:(?:-|–| to | and )(?P<d2>@nth|@day))?"
        r"(?: of)?[ -](?P<m>@month)(?:,?[ -](?P<y>@year|['’]\d\d))?",
        _interpret_day,
    ),
)
