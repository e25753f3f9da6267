"""The date of publication: which source states it, and whether the sources agree."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from extract.article import Article, PublishedFrom
from extract.errors import ArticleError, InputError
from extract.timex.edtf import bounds

_MAX_DAYS_APART = 10  # between two dates of one article; more is a conflict


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicationHints:
    """Dates of publication that a file's articles have besides their metadata; EDTF.

    file_name: the date in the file's name. option: the date that the user gave for articles without one.
    """

    file_name: str | None = None
    option: str | None = None


NO_HINTS = PublicationHints()


def with_publication(
    article: Article, stated: str | None, stated_in: PublishedFrom, hints: PublicationHints = NO_HINTS
) -> Article:
    """`article` with the date of its metadata, else of its file's name, else of the option.

    stated: EDTF, from the metadata. A file's name more than ten days away sets `published_conflict`.
    """
    given: tuple[tuple[str | None, PublishedFrom], ...] = (
        (stated, stated_in),
        (hints.file_name, "file_name"),
        (hints.option, "option"),
    )
    for published, origin in given:
        if published is not None:
            conflict = stated is not None and are_far_apart(stated, hints.file_name)
            return replace(article, published=published, published_from=origin, published_conflict=conflict)
    return article


def with_date_of_text(article: Article, day: str | None) -> Article:
    """`article` with the `day` (EDTF) that its text states, where it has no date of publication."""
    if article.published is not None or day is None or "X" in day:
        return article
    return replace(article, published=day, published_from="text")


def are_far_apart(one: str, other: str | None) -> bool:
    """Whether two EDTF dates are more than ten days apart; False where a year is unknown."""
    if other is None:
        return False
    try:
        (first, last), (low, high) = bounds(one), bounds(other)
    except ValueError:
        return False
    if first is None or last is None or low is None or high is None:
        return False
    return (
        _ordinal(first) > _ordinal(high) + _MAX_DAYS_APART or _ordinal(low) > _ordinal(last) + _MAX_DAYS_APART
    )


def _ordinal(day: str) -> int:
    return date.fromisoformat(day).toordinal()


_MAX_DATE_CHARS = 200  # more is an article in the wrong field, which takes minutes to search
_ISO_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)  # "2017-04-06", "2017-04", "2017"
# "April 6, 2017", "Thu, 06 Apr 2017 10:22:00 GMT"
_DATE_IN_WORDS = re.compile(
    r"(?=.*\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b)(?=.*\b(?:1[89]|20)\d\d\b)(?=.*\b\d{1,2}\b)",
    re.IGNORECASE | re.DOTALL,
)
_TIME_OF_DAY = re.compile(r"[T ]\d\d:\d\d.*", re.ASCII)  # "T12:00:00Z"


def parse_published(value: str) -> str:
    """Parse a date of publication to EDTF.

    Forms: `2017-04-06`, `2017-04`, `2017`, the day of `2017-04-06T12:00:00Z`, and a day with its month in
    words ("April 6, 2017", "Thu, 06 Apr 2017 10:22:00 GMT"). Raises ArticleError for anything else, such as
    the ambiguous `04/06/2017`, and for days that the calendar does not have.
    """
    text = value.strip()
    match = _ISO_DATE.match(text)
    rest = text[match.end() :] if match else text
    if match and (not rest or (match[3] and _TIME_OF_DAY.fullmatch(rest))):
        year, month, day = (int(part or 1) for part in match.groups())
        try:
            date(year, month, day)
        except ValueError as error:
            raise ArticleError(f"'published' is {value!r:.200}: {error}; write YYYY-MM-DD") from error
        return match[0]
    if in_words := _day_in_words(text):
        return in_words
    raise ArticleError(f"'published' is {value!r:.200}; write YYYY-MM-DD, YYYY-MM, YYYY or null")


def published_option(value: str) -> str:
    """Parse the date of publication that a user gives, to EDTF. Raises InputError for anything else."""
    try:
        return parse_published(value)
    except ArticleError as error:
        advice = "write YYYY-MM-DD, YYYY-MM, YYYY, or the month in words"
        raise InputError(f"published is {value!r}: {advice}") from error


def _day_in_words(text: str) -> str | None:
    """The ISO day of a full English date with a month in words; never relative to today."""
    if len(text) > _MAX_DATE_CHARS or not _DATE_IN_WORDS.match(text):
        return None
    # Takes a third of a second to load: not before a file needs it.
    import dateparser

    found = dateparser.parse(
        text, languages=["en"], settings={"PARSERS": ["absolute-time"], "STRICT_PARSING": True}
    )
    return found.date().isoformat() if found else None
