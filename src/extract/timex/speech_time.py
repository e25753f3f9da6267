"""The speech time of quotations: "today" in quotation marks is the day on which the speaker spoke."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.timex.period import Period
from extract.timex.rule import Occurrence

MARKS = re.compile(r"[“”\"]|``|''")
OPENING = frozenset("“") | {"``"}
DEICTIC_DAY = re.compile(
    r"(?:(?:early|late|earlier|later)\s)?(?:today|tonight|yesterday|tomorrow|this\s(?:morning|afternoon|evening)"
    r"|last\snight)\b",
    re.IGNORECASE,
)
# "she said on ", "told reporters at a hearing on "
REPORTING_VERB = re.compile(
    r"\b(?:said|says|told|wrote|tweeted|added|announced|stated|asked|replied|declared|posted|testified)\b"
    r"[^.“”\"]{0,40}$"
)
MAX_CHARS_TO_VERB = 60


def shift_to_speech_time(text: str, found: Sequence[Occurrence], today: Period | None) -> list[Occurrence]:
    """`found` with each "today" in a quotation shifted to the day on which, by its paragraph, it was spoken.

    That is the only day behind a reporting verb of the paragraph, outside quotation marks.
    """
    if today is None or today.unit != "day":
        return list(found)
    result: list[Occurrence] = []
    begin = 0
    while begin < len(found):
        newline = text.find("\n", found[begin].start)
        stop = len(text) if newline < 0 else newline
        end = begin
        while end < len(found) and found[end].start < stop:
            end += 1
        end = max(end, begin + 1)
        paragraph = found[begin:end]
        if any(DEICTIC_DAY.match(text, one.start) for one in paragraph):
            first = text.rfind("\n", 0, found[begin].start) + 1
            result += _shift_paragraph(text, first, paragraph, today)
        else:
            result += paragraph
        begin = end
    return result


def _shift_paragraph(
    text: str, first: int, paragraph: Sequence[Occurrence], today: Period
) -> list[Occurrence]:
    inside = _inside(text, first, paragraph)
    spoken = {
        one.interpretation.period.index
        for one, quoted in zip(paragraph, inside, strict=True)
        if not quoted
        and one.interpretation.period is not None
        and one.interpretation.period.unit == "day"
        and one.interpretation.period.index <= today.index
        and REPORTING_VERB.search(text, max(first, one.start - MAX_CHARS_TO_VERB), one.start)
    }
    if len(spoken) != 1:
        return list(paragraph)
    days = spoken.pop() - today.index
    return [
        _shifted(one, days) if quoted and days and DEICTIC_DAY.match(text, one.start) else one
        for one, quoted in zip(paragraph, inside, strict=True)
    ]


def _inside(text: str, first: int, paragraph: Sequence[Occurrence]) -> list[bool]:
    """For each expression whether it stands inside quotation marks."""
    inside, is_open, position = [], False, first
    for one in paragraph:
        for mark in MARKS.finditer(text, position, one.start):
            is_open = mark[0] in OPENING or (mark[0] == '"' and not is_open)
        position = one.start
        inside.append(is_open)
    return inside


def _shifted(found: Occurrence, days: int) -> Occurrence:
    period = found.interpretation.period
    if period is None or period.unit != "day":
        return found
    moved = period.shift(days)
    value = moved.value + found.interpretation.value[len(period.value) :]
    return replace(
        found, interpretation=replace(found.interpretation, value=value, edtf=moved.edtf, period=moved)
    )
