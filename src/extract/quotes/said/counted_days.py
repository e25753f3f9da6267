"""Days counted from another: "on the eve of Thursday's vote", "two days after the attack on March 3"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from extract.layout.spans import CharSpan
from extract.quotes.said.attribution_date import timexes_in
from extract.timex.timex import Timex

_NUMBERS = {
    word: number
    for number, words in enumerate(
        ("", "the a one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
    )
    for word in words.split()
}
_UNITS = {"day": 1, "week": 7}
# "the eve of ", "two days after the attack on ", "hours after the vote on "
_COUNTED = re.compile(
    r"\b(?:(?P<eve>(?:the\s)?eve\sof)"
    rf"|(?P<number>{'|'.join(_NUMBERS)}|\d\d?)\s(?P<unit>day|week)s?\s(?P<way>before|after|following|ahead\sof)"
    r"|(?:(?:\w+\s)?(?:hours?|minutes|moments)|shortly|just|immediately)\s(?:before|after|following))"
    r"\s(?:[^.;:\"“”,\n]{1,60}\s)?$",
    re.IGNORECASE,
)
# "On ", "Reacting ", "But just "
_OPENING = re.compile(
    r"\W*(?:(?:But|And|Then|Yet)\s)?(?:(?:On|Upon|Speaking|Reacting|Responding|Only|Just)\s)?", re.I
)
# " reporters ", " in a statement "
_BEHIND_CUE = re.compile(r"\W*(?:\w+\s){0,4}(?:on\s)?")
_WEEKDAY = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day(?:['’]s)?", re.IGNORECASE)
_MAX_LEAD_CHARS = 90
_DAY_CHARS = len("YYYY-MM-DD")


def counted_day(
    text: str,
    clause: CharSpan,
    content: Sequence[CharSpan],
    head: CharSpan,
    timexes: Sequence[Timex],
    today: str | None,
) -> Timex | None:
    """The expression of an attribution from which its day is counted, with that day as its date.

    clause: the attribution's sentence. head: its cue, else its source. today: the article's own day, EDTF.
    """
    for timex in timexes_in(timexes, clause):
        if timex.edtf is None or len(timex.edtf) != _DAY_CHARS or timex.edtf.startswith("XXXX"):
            continue
        if any(span.overlaps(timex.span) for span in content):
            continue
        low = max(clause.start, timex.span.start - _MAX_LEAD_CHARS)
        found = _COUNTED.search(text, low, timex.span.start)
        if found is None or not _belongs(text, clause, head, found.start()):
            continue
        day = _shifted(timex, found, text, today)
        if day is not None and (today is None or day <= today):
            return replace(timex, edtf=day)
    return None


def _belongs(text: str, clause: CharSpan, head: CharSpan, at: int) -> bool:
    """Whether a phrase opens the sentence, or stands right behind the cue."""
    if _OPENING.fullmatch(text, clause.start, at):
        return True
    return head.end <= at and _BEHIND_CUE.fullmatch(text, head.end, at) is not None


def _shifted(timex: Timex, found: re.Match[str], text: str, today: str | None) -> str | None:
    days = 0
    if found["eve"]:
        days = -1
    elif found["number"]:
        number = found["number"].lower()
        days = (int(number) if number.isdecimal() else _NUMBERS[number]) * _UNITS[found["unit"].lower()]
        days = days if found["way"].lower() in ("after", "following") else -days
    try:
        day = date.fromisoformat(timex.edtf or "") + timedelta(days=days)
    except (ValueError, OverflowError):
        return None
    if today is not None and len(today) == _DAY_CHARS and _WEEKDAY.fullmatch(timex.span.of(text)):
        now = date.fromisoformat(today)  # a bare weekday: the one that makes it the latest day by now
        day += timedelta(days=7 * ((now - day).days // 7))
    return day.isoformat()
