"""Find and resolve: walk over the words, try the rules that may start there, keep the longest match."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from itertools import accumulate, islice

from extract.spans import CharSpan
from extract.timex.discourse import Discourse
from extract.timex.edtf import period_of
from extract.timex.quoted import speakers_days
from extract.timex.rule import Found, Rule, Scene
from extract.timex.rules import clock, holidays, months, relative, seasons, spoken, weekdays, weeks, years
from extract.timex.rules import days as dates
from extract.timex.rules import durations as duration
from extract.timex.rules import fiscal as business
from extract.timex.rules import references as reference
from extract.timex.rules.days import is_day_first
from extract.timex.rules.holidays import HOLIDAYS
from extract.timex.timex import Timex
from extract.timex.vocabulary import (
    DECADES,
    MONTHS,
    NUMBER_STARTERS,
    ORDINAL_STARTERS,
    SEASON_CODES,
    SETS,
    UNITS,
    VAGUE_STARTERS,
    WEEKDAYS,
)

NUMBER = "#"  # stands for any run of digits
REACH = 7  # words up to the one that tells of time: "no more than two hundred and fifty years"
WORD = re.compile(r"([^\W\d_]+|\d+)")
_SINGULAR = frozenset(UNITS) | frozenset(WEEKDAYS) | frozenset(SEASON_CODES)
OF_TIME = (
    _SINGULAR
    | {word + "s" for word in _SINGULAR}
    | frozenset(MONTHS)
    | frozenset(DECADES)
    | frozenset(SETS)
    | {word for name in HOLIDAYS for word in re.findall(r"[a-z]+", name)}
    | {NUMBER, "nineteen", "eighteen", "thousand", "centuries", "h", "q", "fy"}
    | {"half", "period", "fiscal", "financial", "lunchtime", "overnight", "noon", "midday", "midnight"}
    | {"morning", "mornings", "afternoon", "afternoons", "evening", "evenings", "clock"}
    | {"today", "tonight", "yesterday", "tomorrow", "now", "nowadays", "currently", "current", "present"}
    | {"moment", "lately", "recent", "recently", "past", "future", "term", "date", "times", "soon"}
)
NUMERALS = NUMBER_STARTERS | ORDINAL_STARTERS | VAGUE_STARTERS
BEHIND: dict[
    str, frozenset[str]
] = {  # what may stand behind the commonest openers, which most often open something else
    "the": OF_TIME
    | NUMERALS
    | {"last", "next", "coming", "upcoming", "previous", "preceding", "prior", "following", "same", "other"}
    | {
        "early",
        "late",
        "mid",
        "latest",
        "just",
        "most",
        "final",
        "very",
        "beginning",
        "start",
        "end",
        "middle",
    }
    | {
        "close",
        "rest",
        "remainder",
        "latter",
        "comparable",
        "corresponding",
        "like",
        "full",
        "entire",
        "whole",
    }
    | {"these", "those", "another", "calendar", "holiday", "long", "near", "foreseeable", "short"},
    "a": OF_TIME | NUMERALS | {"number", "further", "full", "whole", "later"},
    "an": OF_TIME | {"additional", "extra", "entire"},
}


ALL_BEHIND = frozenset().union(*BEHIND.values())


def openings(text: str, openers: Collection[str]) -> list[tuple[int, str]]:
    """Offset and word of each opener that has a word of time within reach, in ascending order.

    Words are in lower case; a number is `NUMBER`. Linear in `text`.
    """
    lowered = text.lower()
    if len(lowered) != len(text):  # some letter has another length in lower case
        lowered = "".join(small if len(small := letter.lower()) == 1 else letter for letter in text)
    wanted = ALL_BEHIND.union(openers)
    pieces = WORD.split(lowered)  # in turn what is no word, and a word
    ends = accumulate(map(len, pieces))
    starts = islice(ends, 0, None, 2)
    words = [
        (place, start, word if word in wanted else NUMBER)
        for place, (start, word) in enumerate(zip(starts, pieces[1::2], strict=False))
        if word in wanted or word.isdecimal()
    ]
    found = []
    nearest, last, behind = len(text) + REACH, -1, ""
    for place, start, word in reversed(words):
        if word in OF_TIME:
            nearest = place
        if nearest - place <= REACH and word in openers:
            allowed = BEHIND.get(word)
            if allowed is None or (last == place + 1 and behind in allowed):
                found.append((start, word))
        last, behind = place, word
    found.reverse()
    return found


RULES: tuple[Rule, ...] = tuple(
    one
    for module in (
        clock,
        business,
        dates,
        months,
        years,
        weekdays,
        relative,
        weeks,
        spoken,
        seasons,
        holidays,
        duration,
        reference,
    )
    for one in module.RULES
)


Matcher = tuple[Callable[[str, int], "re.Match[str] | None"], Rule]


def _table(rules: tuple[Rule, ...]) -> dict[str, tuple[Matcher, ...]]:
    starters = {word for rule in rules for word in rule.starters}
    return {
        word: tuple((rule.pattern.match, rule) for rule in rules if word in rule.starters)
        for word in starters
    }


TABLE = _table(RULES)


def find_timexes(text: str, anchor: str | None) -> list[Timex]:
    """All time expressions in ascending order, none overlapping.

    anchor: the article's EDTF day, month or year; None: relative expressions have no EDTF, a month and
    day without a year reads `XXXX-04-06`. Never looks at the clock of the machine. Linear in `text`.
    """
    found: list[Found] = []
    today = period_of(anchor)
    known = Discourse(anchor=today, day_first=is_day_first(text))
    position = 0
    for start, word in openings(text, TABLE):
        if start < position or _is_glued(text, start):
            continue
        known = known.at(start)
        for one in _best(TABLE[word], text, start, known):
            position = max(position, one.end)
            found.append(one)
            known = known.heard(one.reading.period, one.reading.compared, start)
    return [
        Timex(
            span=CharSpan(one.start, one.end),
            type=one.reading.type,
            value=one.reading.value,
            edtf=one.reading.edtf,
        )
        for one in speakers_days(text, found, today)
    ]


def _best(matchers: tuple[Matcher, ...], text: str, start: int, known: Discourse) -> list[Found]:
    """The readings of the longest match that has one."""
    matches = [(match, rule) for matches, rule in matchers if (match := matches(text, start))]
    if len(matches) > 1:
        matches.sort(key=lambda pair: -pair[0].end())
    for match, rule in matches:
        if match.end() == start:
            continue
        scene = Scene(text=text, start=start, end=match.end(), known=known)
        try:
            reading = rule.read(match, scene)
        except (ValueError, OverflowError):  # no such day: February 30, the year 0
            continue
        if reading is not None:
            readings = reading if isinstance(reading, tuple) else (reading,)
            return [
                Found(
                    start if one.start is None else one.start,
                    match.end() if one.end is None else one.end,
                    one,
                )
                for one in readings
            ]
    return []


def _is_glued(text: str, start: int) -> bool:
    """Whether the word is the tail of something longer: "$10", "3.5", "non-daily", "A320"."""
    if start == 0:
        return False
    before = text[start - 1]
    if text[start].isdecimal():
        return (before in "$£€¥#@/_-" and not _after_word(text, start)) or before.isalnum() or (
            before in ".,:" and start > 1 and text[start - 2].isdecimal()
        )  # fmt: skip
    return before in "-_@/" or before.isalnum()


def _after_word(text: str, start: int) -> bool:
    """Whether a hyphen joins a number to a word, as in "mid-1990s" and "post-1959"."""
    return text[start - 1] == "-" and start > 1 and text[start - 2].isalpha()
