"""When an article was published, who says so, and whether they agree."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from extract.article import Article, PublishedFrom
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
