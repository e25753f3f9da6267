"""Whose "today" it is: in a quotation the speaker's, who may have spoken on another day."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.lexicon.reporting_verbs import forms_of, reporting_verbs
from extract.lexicon.word_search import words_among
from extract.timex.period import Period
from extract.timex.rule import Found

MARKS = re.compile(r"[“”\"]|``|''")
OPENING = frozenset("“") | {"``"}
SPEAKER_TODAY = re.compile(
    r"(?:(?:early|late|earlier|later)\s)?(?:today|tonight|yesterday|tomorrow|this\s(?:morning|afternoon|evening)"
    r"|last\snight)\b",
    re.IGNORECASE,
)
_SAYING = forms_of(reporting_verbs(act="statement", takes="quotation"), "past") | {"says"}
_BETWEEN = re.compile(r"[^.“”\"]{0,40}")  # a verb and its day
REACH = 60


def speakers_days(text: str, found: Sequence[Found], today: Period | None) -> list[Found]:
    """`found` with each "today" in a quotation moved to the day on which its paragraph says it was spoken.

    That is the one day that stands behind a reporting verb in the paragraph, outside quotation marks.
    """
    if today is None or today.unit != "day":
        return list(found)
    result: list[Found] = []
    begin = 0
    while begin < len(found):
        newline = text.find("\n", found[begin].start)
        stop = len(text) if newline < 0 else newline
        end = begin
        while end < len(found) and found[end].start < stop:
            end += 1
        end = max(end, begin + 1)
        paragraph = found[begin:end]
        if any(SPEAKER_TODAY.match(text, one.start) for one in paragraph):
            first = text.rfind("\n", 0, found[begin].start) + 1
            result += _moved(text, first, paragraph, today)
        else:
            result += paragraph
        begin = end
    return result


def _moved(text: str, first: int, paragraph: Sequence[Found], today: Period) -> list[Found]:
    inside = _inside(text, first, paragraph)
    spoken = {
        one.reading.period.index
        for one, quoted in zip(paragraph, inside, strict=True)
        if not quoted
        and one.reading.period is not None
        and one.reading.period.unit == "day"
        and one.reading.period.index <= today.index
        and _is_of_saying(text, max(first, one.start - REACH), one.start)
    }
    if len(spoken) != 1:
        return list(paragraph)
    days = spoken.pop() - today.index
    return [
        _later(one, days) if quoted and days and SPEAKER_TODAY.match(text, one.start) else one
        for one, quoted in zip(paragraph, inside, strict=True)
    ]


def _is_of_saying(text: str, start: int, end: int) -> bool:
    """Whether what stands at `end` follows a verb of saying, which stands at `start` or behind it."""
    verbs = words_among(_SAYING, text, start, end)
    return any(_BETWEEN.fullmatch(text, verb.end(), end) for verb in verbs)


def _inside(text: str, first: int, paragraph: Sequence[Found]) -> list[bool]:
    """For each expression whether a quotation mark is open before it."""
    inside, is_open, position = [], False, first
    for one in paragraph:
        for mark in MARKS.finditer(text, position, one.start):
            is_open = mark[0] in OPENING or (mark[0] == '"' and not is_open)
        position = one.start
        inside.append(is_open)
    return inside


def _later(found: Found, days: int) -> Found:
    period = found.reading.period
    if period is None or period.unit != "day":
        return found
    moved = period.shift(days)
    value = moved.value + found.reading.value[len(period.value) :]
    return replace(found, reading=replace(found.reading, value=value, edtf=moved.edtf, period=moved))
