"""When an article was published, who says so, and whether they agree."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from extract.article import Article, PublishedFrom
from extract.errors import ArticleError, InputError
from extract.timex.edtf import bounds

_FAR = 10  # days between two dates of one article that no news desk explains


@dataclass(frozen=True, slots=True, kw_only=True)
class Hints:
    """What is known of the publication of a file's articles besides their metadata; EDTF.

    file_name: the date in the file's name. option: the date given for articles that do not say theirs.
    """

    file_name: str | None = None
    option: str | None = None


NO_HINTS = Hints()


def with_publication(
    article: Article, stated: str | None, stated_in: PublishedFrom, hints: Hints = NO_HINTS
) -> Article:
    """`article` with the date that its metadata states, else that of its file's name, else the option.

    A file's name that is far from the metadata makes `published_conflict` true.
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
    """`article`, published on the `day` (EDTF) that its text gives, where nothing else says when."""
    if article.published is not None or day is None or "X" in day:
        return article
    return replace(article, published=day, published_from="text")


def are_far_apart(one: str, other: str | None) -> bool:
    """Whether two EDTF dates contradict each other; not where a year is unknown."""
    if other is None:
        return False
    try:
        (first, last), (low, high) = bounds(one), bounds(other)
    except ValueError:
        return False
    if first is None or last is None or low is None or high is None:
        return False
    return _ordinal(first) > _ordinal(high) + _FAR or _ordinal(low) > _ordinal(last) + _FAR


def _ordinal(day: str) -> int:
    return date.fromisoformat(day).toordinal()


_MAX_DATE_CHARS = 200  # more is an article in the wrong field, which takes minutes to look through


_ISO_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)


_IN_WORDS = re.compile(
    r"(?=.*\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b)(?=.*\b(?:1[89]|20)\d\d\b)(?=.*\b\d{1,2}\b)",
    re.IGNORECASE | re.DOTALL,
)


_TIME = re.compile(r"[T ]\d\d:\d\d.*", re.ASCII)


def parse_published(value: str) -> str:
    """The EDTF of `2017-04-06`, `2017-04`, `2017`, or the day of `2017-04-06T12:00:00Z` as written.

    A day with its month in words is read too ("April 6, 2017", "Thu, 06 Apr 2017 10:22:00 GMT"). Raises
    ArticleError for anything else: `04/06/2017`, which may be two days, and days that no calendar has.
    """
    text = value.strip()
    match = _ISO_DATE.match(text)
    rest = text[match.end() :] if match else text
    if match and (not rest or (match[3] and _TIME.fullmatch(rest))):
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
    """The EDTF of the date of publication that a user gives. Raises InputError when it is none."""
    try:
        return parse_published(value)
    except ArticleError as error:
        advice = "write YYYY-MM-DD, YYYY-MM, YYYY, or the month in words"
        raise InputError(f"published is {value!r}: {advice}") from error


def _day_in_words(text: str) -> str | None:
    """The ISO day of a full English date with a month in words; never relative to today."""
    if len(text) > _MAX_DATE_CHARS or not _IN_WORDS.match(text):
        return None
    # Takes a third of a second to load: not before a file needs it.
    import dateparser

    found = dateparser.parse(
        text, languages=["en"], settings={"PARSERS": ["absolute-time"], "STRICT_PARSING": True}
    )
    return found.date().isoformat() if found else None
