"""The date that an article's "today" hangs on: its dateline's, else that of publication."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal

from extract.layout.dateline import Dateline
from extract.spans import CharSpan
from extract.timex import find_timexes
from extract.timex.edtf import bounds
from extract.timex.publication import are_far_apart
from extract.timex.vocabulary import FRAGMENTS, WEEKDAY_NAMES

_HEAD = 2500  # characters in which a date line may stand
_FOOT = 400
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_SHORT_WEEKDAY = r"(?:Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)\.?"
_MONTH = f"(?:{FRAGMENTS['month']})"
_FULL = (
    rf"(?:(?:{_WEEKDAY}|{_SHORT_WEEKDAY}),? )?(?:{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}"
    rf"|\d{{1,2}}(?:st|nd|rd|th)? {_MONTH},? \d{{4}}|\d{{4}}-\d\d-\d\d)"
)
_LABELLED = re.compile(
    rf"(?:^|[|•·]|(?=\bfor immediate release\b))[ \t]*(?:First |Originally )?"
    rf"(?:Published|Posted|(?P<updated>Updated|Last updated)|Date|Issued|Released|Publication date"
    rf"|Publish date|Filed|For immediate release)"
    rf"(?: on| at)?[ \t]*:?[ \t]*(?:\d\d?:\d\d,? (?:[A-Z]{{2,4}},? )?)?(?P<date>{_FULL})",
    re.MULTILINE | re.IGNORECASE,
)
# Of an update; of the day on which a page was looked at.
_NOT_PUBLISHED = re.compile(
    r"^[ \t]*(?:(?:last )?updated\b[^\n]*|today:?[ \t]*)\Z", re.MULTILINE | re.IGNORECASE
)
_ON_ITS_OWN = re.compile(rf"^[ \t]*(?P<date>{_FULL})[ \t.]*$", re.MULTILINE | re.IGNORECASE)
_PROSE = re.compile(r"^[^\n]{200,}$", re.MULTILINE)
_OPENING = re.compile(rf"^[ \t]*(?P<date>{_WEEKDAY},? (?:{_FULL}))(?=\s+[A-Z\"“‘])", re.MULTILINE)

_YEAR = r"((?:19|20)\d\d)"
_PRESENT = re.compile(
    rf"(?:\bso far(?: this year)?,? (?:in )?|\b(?:early|late|mid)[- ]|\bcurrent year,? |\bthis year,? "
    rf"|[©Ⓒ] ?|\(c\) ?|\bcopyright,? (?:© ?)?"
    rf"|\b(?:first|second|third|fourth) (?:quarter|half) of |\b(?:beginning|start|end|rest|remainder"
    rf"|course) of |\bfor the year |\bcalendar )"
    rf"{_YEAR}\b"
    rf"|\b{_YEAR} (?:is|has|marks|marked|sees|will be|promises)\b|\b{_YEAR}(?:,| -| –)? (?:this year|so"
    rf" far|to date)\b",
    re.IGNORECASE,
)
_PART_OF_DATE = re.compile(rf"(?:{_MONTH},? (?:\d{{1,2}},? )?|\b(?:in|of|since|from|by|and|until|the) )$")
_NAMED = re.compile(rf"(?<![\w$£€.,:/-]){_YEAR}(?![\w%]|[.,:/]\d)")
_AHEAD = re.compile(
    r"\b(?:by|until|till|before|will|would|shall|should|expected|scheduled|planned|plans?|due|target|goal"
    r"|next|upcoming|after)\b[^.\n]{0,40}$",
    re.IGNORECASE,
)
_DATED = re.compile(
    rf"\b(?P<weekday>{_WEEKDAY}),? (?P<day>{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH})(?!,? \d{{4}})\b",
    re.IGNORECASE,
)
_HOLDS_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)|\d[./-]\d|['’]\d\d")
_RECENT = 150  # days that a dated event may lie back to tell the year of the dateline


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """What relative expressions are resolved against.

    date: EDTF day (month, year), `XXXX-04-06` where the year is unknown. span: the words that say it.
    flags: "year_inferred" (from other dates of the text), "date_conflict" (publication is far).
    """

    date: str | None
    basis: Literal["dateline", "published"] | None
    span: CharSpan | None = None
    flags: tuple[str, ...] = ()


@lru_cache(maxsize=64)  # asked for by the component and, at most a batch later, for the article's records
def find_anchor(text: str, dateline: Dateline | None, *, published: str | None = None) -> Anchor:
    """A dateline with a date, else a date line or "Published:" line at the head, else `published`.

    published: EDTF, as the article's provenance states it. A date without a year gets that of `published`,
    else the one that the text ties to its own present, else none (`XXXX-04-06`).
    """
    span = dateline.date if dateline is not None else None
    if span is None:
        span = _date_at_head(text)
    elif _NOT_PUBLISHED.search(text[max(0, span.start - 30) : span.start]):
        span = _labelled(text) or _on_its_own(text) or span
    day = _day_of(text, span, published) if span is not None else None
    if span is not None and published is None and (day is None or day.startswith("XXXX")):
        # "Thursday" or "April 6" under a line that says when it was published.
        day = _day_of(text, span, _labelled_day(text)) or day
    if day is None:
        return Anchor(date=published, basis="published" if published else None)
    if not day.startswith("XXXX"):
        stated = _labelled_day(text) if published is None else published
        flags = ("date_conflict",) if are_far_apart(day, stated) else ()
        return Anchor(date=day, basis="dateline", span=span, flags=flags)
    year = _year_of_text(text, day)
    if year is None:
        return Anchor(date=day, basis="dateline", span=span)
    return Anchor(date=f"{year}{day[4:]}", basis="dateline", span=span, flags=("year_inferred",))


def date_of_text(text: str, dateline: Dateline | None) -> str | None:
    """The EDTF day on which `text` says it was published: on a line that says so, else that of its anchor."""
    return _labelled_day(text) or find_anchor(text, dateline, published=None).date


def _date_at_head(text: str) -> CharSpan | None:
    opening = _OPENING.search(text, 0, _HEAD)
    return _on_its_own(text) or (CharSpan(*opening.span("date")) if opening else _labelled(text))


def _on_its_own(text: str) -> CharSpan | None:
    """The date that is a line of its own, above the second paragraph: below, it is a quoted letter's."""
    match = _ON_ITS_OWN.search(text, 0, _HEAD)
    if match is None or len(_PROSE.findall(text, 0, match.start())) > 1:
        return None
    return CharSpan(*match.span("date"))


@lru_cache(maxsize=8)  # asked for several times while an article is read
def _labelled(text: str) -> CharSpan | None:
    """The date behind "Published:", at the head or foot; that behind "Updated:" where there is no other."""
    matches = [
        *_LABELLED.finditer(text, 0, _HEAD),
        *_LABELLED.finditer(text, max(_HEAD, len(text) - _FOOT)),
    ]
    if not matches:
        return None
    first = next((match for match in matches if not match["updated"]), matches[0])
    return CharSpan(*first.span("date"))


def _labelled_day(text: str) -> str | None:
    span = _labelled(text)
    return None if span is None else _day_of(text, span, None)


def _day_of(text: str, span: CharSpan, published: str | None) -> str | None:
    for timex in find_timexes(span.of(text), published):
        if timex.type == "DATE" and timex.edtf is not None and len(timex.edtf) == len("YYYY-MM-DD"):
            return timex.edtf
    return None


def _year_of_text(text: str, day: str) -> int | None:
    """The year that the text ties to its own present, None where it names none or several.

    Ties: "so far in 2017", "2017 marks", a copyright line, a full date shortly before the dateline. None
    earlier than the latest past year named, nor one in which a weekday named with its date falls otherwise.
    """
    named = [(int(match[1]), match.start()) for match in _NAMED.finditer(text)]
    past = [year for year, start in named if not _AHEAD.search(text[max(0, start - 50) : start])]
    floor = max(past, default=0)
    fitting = {year for year in _tied_years(text, day) if year >= floor and _weekdays_fit(text, year, day)}
    return min(fitting) if len(fitting) == 1 else None


def _tied_years(text: str, day: str) -> list[int]:
    years = [
        int(next(group for group in match.groups() if group))
        for match in _PRESENT.finditer(text)
        if not (
            match[0][0].isdigit() and _PART_OF_DATE.search(text[max(0, match.start() - 24) : match.start()])
        )
    ]
    month, number = int(day[5:7]), int(day[8:10])
    with_year = "\n\n".join(line for line in text.split("\n") if _HOLDS_YEAR.search(line))
    for timex in find_timexes(with_year, None):
        if (
            timex.type != "DATE"
            or timex.edtf is None
            or not re.fullmatch(r"\d{4}-\d\d(?:-\d\d)?", timex.edtf)
        ):
            continue
        last = date.fromisoformat(bounds(timex.edtf)[1] or "")
        years += [year for year in (last.year, last.year + 1) if _is_soon_after(last, year, month, number)]
    return years


def _is_soon_after(event: date, year: int, month: int, day: int) -> bool:
    try:
        return 0 <= date(year, month, day).toordinal() - event.toordinal() <= _RECENT
    except ValueError:
        return False


def _weekdays_fit(text: str, year: int, day: str) -> bool:
    """Whether no weekday named with month and day near the dateline's contradicts the year."""
    for match in _DATED.finditer(text):
        named = _day_of(match["day"], CharSpan(0, len(match["day"])), f"{year}{day[4:]}")
        if named is None or named.startswith("XXXX"):
            continue
        if WEEKDAY_NAMES[date.fromisoformat(named).weekday()].lower() != match["weekday"].lower():
            return False
    return True
