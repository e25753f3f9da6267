"""Find and resolve: walk over the words, try the rules that may start there, keep the longest match."""

from __future__ import annotations

import re

from extract.quote import Timex
from extract.span import CharSpan
from extract.timex import business, clock, dates, duration, reference, relative, seasons, spoken, years
from extract.timex.edtf import period_of
from extract.timex.period import Period
from extract.timex.rule import Reading, Rule, Scene

WORD = re.compile(r"[^\W\d_]+|\d+")
RULES: tuple[Rule, ...] = tuple(
    one
    for module in (clock, business, dates, years, relative, spoken, seasons, duration, reference)
    for one in module.RULES
)
GLUE = re.compile(r"[\w$£€¥#@/-]|\d[.,:]|[.,]")  # in front of a number that is a price, a score, a code
DATED_UNITS = frozenset({"day", "week", "month", "quarter", "half", "season", "year"})


def _table(rules: tuple[Rule, ...]) -> dict[str, tuple[Rule, ...]]:
    starters = {word for rule in rules for word in rule.starters}
    return {word: tuple(rule for rule in rules if word in rule.starters) for word in starters}


TABLE = _table(RULES)


def find_timexes(text: str, anchor: str | None) -> list[Timex]:
    """All time expressions in ascending order, none overlapping.

    anchor: the article's EDTF day, month or year; None: relative expressions have no EDTF, a month and
    day without a year reads `XXXX-04-06`. Never looks at the clock of the machine. Linear in `text`.
    """
    found: list[Timex] = []
    today, focus, day, named, named_at = period_of(anchor), None, None, None, 0
    position = 0
    for word in WORD.finditer(text):
        start = word.start()
        if start < position:
            continue
        first = text[start]
        rules = TABLE.get("#" if first.isdecimal() else word[0].lower())
        if not rules or _is_glued(text, start):
            continue
        if named is not None and start - named_at > 1500:
            named = None
        for reading, end in _best(rules, text, start, today, focus, day, named):
            timex = _timex(reading, start, end)
            position = max(position, timex.span.end)
            found.append(timex)
            if reading.period is not None and reading.period.unit in DATED_UNITS:
                focus = reading.period
                day = focus if focus.unit == "day" else day
            compared = reading.compared or _compared(reading.period, today, named)
            if compared is not None:
                named, named_at = compared, start
    return found


def _compared(period: Period | None, today: Period | None, named: Period | None) -> Period | None:
    """The quarter or half that later figures of "a year earlier" are compared with, if `period` is one.

    Not one that is itself the earlier of the two, nor one that is yet to come or to end.
    """
    if period is None or period.unit not in ("quarter", "half"):
        return None
    if named is not None and named.unit == period.unit and period.index < named.index:
        return named
    if today is not None and (period.first > today.last or (named is not None and period.last > today.last)):
        return None
    return period


def _best(
    rules: tuple[Rule, ...],
    text: str,
    start: int,
    anchor: Period | None,
    focus: Period | None,
    day: Period | None,
    named: Period | None,
) -> list[tuple[Reading, int]]:
    """The readings of the longest match that has one, each with the end of that match."""
    matches = [(rule, match) for rule in rules if (match := rule.pattern.match(text, start))]
    matches.sort(key=lambda pair: -pair[1].end())
    for rule, match in matches:
        if match.end() == start:
            continue
        scene = Scene(
            text=text, start=start, end=match.end(), anchor=anchor, focus=focus, day=day, named=named
        )
        try:
            reading = rule.read(match, scene)
        except (ValueError, OverflowError):  # no such day: February 30, the year 0
            continue
        if reading is not None:
            readings = reading if isinstance(reading, tuple) else (reading,)
            return [(one, match.end()) for one in readings]
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


def _timex(reading: Reading, start: int, end: int) -> Timex:
    start = reading.start if reading.start is not None else start
    end = reading.end if reading.end is not None else end
    return Timex(span=CharSpan(start, end), type=reading.type, value=reading.value, edtf=reading.edtf)
