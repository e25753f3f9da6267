"""Find and resolve: walk over the words, try the rules that may start there, keep the longest match."""

from __future__ import annotations

import re
from collections.abc import Callable

from extract.quote import Timex
from extract.span import CharSpan
from extract.timex import (
    business,
    clock,
    dates,
    duration,
    holidays,
    months,
    reference,
    relative,
    seasons,
    spoken,
    weekdays,
    weeks,
    years,
)
from extract.timex.dates import is_day_first
from extract.timex.discourse import Discourse
from extract.timex.edtf import period_of
from extract.timex.openings import openings
from extract.timex.quoted import speakers_days
from extract.timex.reading import Found
from extract.timex.rule import Rule, Scene

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
