"""The anchor of an article: the date that relative expressions ("today", "last week") are resolved against.

That is the date of the dateline, else the date of publication.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Literal

from extract.layout.dateline import Dateline
from extract.layout.spans import CharSpan
from extract.timex import find_timexes
from extract.timex.edtf import bounds
from extract.timex.publication import are_far_apart
from extract.timex.vocabulary import FRAGMENTS, WEEKDAY_NAMES

_HEAD_CHARS = 2500  # from the beginning of the text: where a date line may stand
_FOOT_CHARS = 400  # from its end
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_SHORT_WEEKDAY = r"(?:Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)\.?"
_MONTH = f"(?:{FRAGMENTS['month']})"
_FULL_DATE = (
    rf"(?:(?:{_WEEKDAY}|{_SHORT_WEEKDAY}),? )?(?:{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}"
    rf"|\d{{1,2}}(?:st|nd|rd|th)? {_MONTH},? \d{{4}}|\d{{4}}-\d\d-\d\d)"
)
# "Published: April 6, 2017", "Last updated on 6 April 2017", "| Posted: 10:22 GMT, 2017-04-06"
_LABELLED_DATE = re.compile(
    rf"(?:^|[|•·]|(?=\bfor immediate release\b))[ \t]*(?:First |Originally )?"
    rf"(?:Published|Posted|(?P<updated>Updated|Last updated)|Date|Issued|Released|Publication date"
    rf"|Publish date|Issue date|Filed|Published in [^\n:]{{2,40}}|For immediate release)"
    rf"(?: on| at)?[ \t]*:?[ \t]*(?:\d\d?:\d\d,? (?:[A-Z]{{2,4}},? )?)?(?P<date>{_FULL_DATE})",
    re.MULTILINE | re.IGNORECASE,
)
# "Last updated at 10:22 on ", "Today: ": the date behind these is not that of publication
_NOT_PUBLISHED = re.compile(
    r"^[ \t]*(?:(?:last )?updated\b[^\n]*|today:?[ \t]*)\Z", re.MULTILINE | re.IGNORECASE
)
# "Thursday, April 6, 2017"
_DATE_LINE = re.compile(rf"^[ \t]*(?P<date>{_FULL_DATE})[ \t.]*$", re.MULTILINE | re.IGNORECASE)
_PROSE_LINE = re.compile(r"^[^\n]{200,}$", re.MULTILINE)
# `Thursday, April 6, 2017 The council`
_OPENING_DATE = re.compile(rf"^[ \t]*(?P<date>{_WEEKDAY},? (?:{_FULL_DATE}))(?=\s+[A-Z\"“‘])", re.MULTILINE)

_YEAR = r"((?:19|20)\d\d)"
# "so far in 2017", "© 2017", "the first half of 2017", "2017 marks", "2017 to date"
_PRESENT_YEAR = re.compile(
    rf"(?:\bso far(?: this year)?,? (?:in )?|\b(?:early|late|mid)[- ]|\bcurrent year,? |\bthis year,? "
    rf"|[©Ⓒ] ?|\(c\) ?|\bcopyright,? (?:© ?)?"
    rf"|\b(?:first|second|third|fourth) (?:quarter|half) of |\b(?:beginning|start|end|rest|remainder"
    rf"|course) of |\bfor the year |\bcalendar )"
    rf"{_YEAR}\b"
    rf"|\b{_YEAR} (?:is|has|marks|marked|sees|will be|promises)\b|\b{_YEAR}(?:,| -| –)? (?:this year|so"
    rf" far|to date)\b",
    re.IGNORECASE,
)
# "April 6, ", "since "
_PART_OF_DATE = re.compile(rf"(?:{_MONTH},? (?:\d{{1,2}},? )?|\b(?:in|of|since|from|by|and|until|the) )$")
_YEAR_MENTION = re.compile(rf"(?<![\w$£€.,:/-]){_YEAR}(?![\w%]|[.,:/]\d)")  # "a plan of 2017"
# "expected to open in early "
_FUTURE_LEAD = re.compile(
    r"\b(?:by|until|till|before|will|would|shall|should|expected|scheduled|planned|plans?|due|target|goal"
    r"|next|upcoming|after)\b[^.\n]{0,40}$",
    re.IGNORECASE,
)
# "Thursday, April 6", "Thursday 6 April"
_WEEKDAY_DATE = re.compile(
    rf"\b(?P<weekday>{_WEEKDAY}),? (?P<day>{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH})(?!,? \d{{4}})\b",
    re.IGNORECASE,
)
_HOLDS_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)|\d[./-]\d|['’]\d\d")  # "2017", "4/6", "'17"
_MONTH_OR_DAY = re.compile(r"\d{4}-\d\d(?:-\d\d)?")  # "2017-04", "2017-04-06"
_MAX_DAYS_AFTER_EVENT = 150  # a dated event within these tells the year of the dateline behind it


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """The date that relative expressions are resolved against, and where it comes from.

    date: EDTF day, month or year; `XXXX-04-06` where the year is unknown; None without any date.
    span: the words that state it; None for a date of publication.
    flags: "year_inferred" (the year comes from other dates of the text), "date_conflict" (the date of
    publication is more than ten days away).
    """

    date: str | None
    basis: Literal["dateline", "published"] | None
    span: CharSpan | None = None
    flags: tuple[str, ...] = ()


def find_anchor(text: str, dateline: Dateline | None, *, published: str | None = None) -> Anchor:
    """Find the anchor: the dateline's date, else a date line or "Published:" line, else `published`.

    published: EDTF, from the article's metadata. A date without a year takes the year of `published`,
    else the year that the text ties to its own present, else none (`XXXX-04-06`).
    """
    lines = _DateLines(text)
    span = dateline.date if dateline is not None else None
    if span is None:
        span = lines.at_head()
    elif _NOT_PUBLISHED.search(text[max(0, span.start - 30) : span.start]):
        span = lines.labelled or lines.on_its_own() or span
    day = _day_of(text, span, published) if span is not None else None
    if span is not None and published is None and (day is None or day.startswith("XXXX")):
        # "Thursday" or "April 6" under a "Published:" line takes its year from there.
        day = _day_of(text, span, lines.labelled_day) or day
    if day is None:
        return Anchor(date=published, basis="published" if published else None)
    if not day.startswith("XXXX"):
        stated = lines.labelled_day if published is None else published
        flags = ("date_conflict",) if are_far_apart(day, stated) else ()
        return Anchor(date=day, basis="dateline", span=span, flags=flags)
    year = _year_of_text(text, day)
    if year is None:
        return Anchor(date=day, basis="dateline", span=span)
    return Anchor(date=f"{year}{day[4:]}", basis="dateline", span=span, flags=("year_inferred",))


def day_of_text(text: str, anchor: Anchor) -> str | None:
    """The EDTF day of publication that `text` states, on a "Published:" line, else by its anchor.

    anchor: found without a date of publication.
    """
    return _DateLines(text).labelled_day or anchor.date


class _DateLines:
    """The dates that stand on lines of their own, or behind "Published:", at the head or foot of a text."""

    def __init__(self, text: str) -> None:
        self._text = text

    def at_head(self) -> CharSpan | None:
        """The date that stands for a dateline where there is none."""
        opening = _OPENING_DATE.search(self._text, 0, _HEAD_CHARS)
        return self.on_its_own() or (CharSpan(*opening.span("date")) if opening else self.labelled)

    def on_its_own(self) -> CharSpan | None:
        """The date on a line of its own above the second paragraph; further down it is that of a letter."""
        match = _DATE_LINE.search(self._text, 0, _HEAD_CHARS)
        if match is None or len(_PROSE_LINE.findall(self._text, 0, match.start())) > 1:
            return None
        return CharSpan(*match.span("date"))

    @cached_property
    def labelled(self) -> CharSpan | None:
        """The date behind "Published:", else the date behind "Updated:"."""
        matches = [
            *_LABELLED_DATE.finditer(self._text, 0, _HEAD_CHARS),
            *_LABELLED_DATE.finditer(self._text, max(_HEAD_CHARS, len(self._text) - _FOOT_CHARS)),
        ]
        if not matches:
            return None
        first = next((match for match in matches if not match["updated"]), matches[0])
        return CharSpan(*first.span("date"))

    @cached_property
    def labelled_day(self) -> str | None:
        """The same as an EDTF day."""
        return None if self.labelled is None else _day_of(self._text, self.labelled, None)


def _day_of(text: str, span: CharSpan, published: str | None) -> str | None:
    for timex in find_timexes(span.of(text), published):
        if timex.type == "DATE" and timex.edtf is not None and len(timex.edtf) == len("YYYY-MM-DD"):
            return timex.edtf
    return None


def _year_of_text(text: str, day: str) -> int | None:
    """The year that the text ties to its own present; None where there is none or more than one.

    Evidence: "so far in 2017", "2017 marks", a copyright line, a full date shortly before the dateline. The
    year is not before the latest past year mentioned, and agrees with every weekday named with its date.
    """
    named = [(int(match[1]), match.start()) for match in _YEAR_MENTION.finditer(text)]
    past = [year for year, start in named if not _FUTURE_LEAD.search(text[max(0, start - 50) : start])]
    floor = max(past, default=0)
    fitting = {year for year in _tied_years(text, day) if year >= floor and _weekdays_fit(text, year, day)}
    return min(fitting) if len(fitting) == 1 else None


def _tied_years(text: str, day: str) -> list[int]:
    years = [
        int(next(group for group in match.groups() if group))
        for match in _PRESENT_YEAR.finditer(text)
        if not (
            match[0][0].isdigit() and _PART_OF_DATE.search(text[max(0, match.start() - 24) : match.start()])
        )
    ]
    month, number = int(day[5:7]), int(day[8:10])
    with_year = "\n\n".join(line for line in text.split("\n") if _HOLDS_YEAR.search(line))
    for timex in find_timexes(with_year, None):
        if timex.type != "DATE" or timex.edtf is None or not _MONTH_OR_DAY.fullmatch(timex.edtf):
            continue
        last = date.fromisoformat(bounds(timex.edtf)[1] or "")
        years += [year for year in (last.year, last.year + 1) if _is_soon_after(last, year, month, number)]
    return years


def _is_soon_after(event: date, year: int, month: int, day: int) -> bool:
    try:
        return 0 <= date(year, month, day).toordinal() - event.toordinal() <= _MAX_DAYS_AFTER_EVENT
    except ValueError:
        return False


def _weekdays_fit(text: str, year: int, day: str) -> bool:
    """Whether no weekday named with month and day near the dateline's contradicts the year."""
    for match in _WEEKDAY_DATE.finditer(text):
        named = _day_of(match["day"], CharSpan(0, len(match["day"])), f"{year}{day[4:]}")
        if named is None or named.startswith("XXXX"):
            continue
        if WEEKDAY_NAMES[date.fromisoformat(named).weekday()].lower() != match["weekday"].lower():
            return False
    return True
