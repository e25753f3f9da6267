"""Columns and keys that by their names hold what is known of an article, and that no option names."""

from __future__ import annotations

import logging
import shlex
from collections.abc import Iterable, Mapping

from extract.readers.row import Fields

logger = logging.getLogger(__name__)

# By field, what options call it, and other names of it without capitals, spaces and underscores.
LIKELY: Mapping[str, tuple[str, frozenset[str]]] = {
    "text": (
        "text",
        frozenset("body content contents article fulltext articletext articlebody maintext bodytext".split()),
    ),
    "id": ("id", frozenset("docid articleid documentid uuid guid".split())),
    "title": ("title", frozenset("headline head heading articletitle".split())),
    "published": (
        "date",
        frozenset(
            """date day datetime pubdate publicationdate publisheddate publishedat publishedon
            publishdate datepublished""".split()
        ),
    ),
    "publisher": ("publisher", frozenset("source sourcename outlet newspaper publication site".split())),
    "author": ("author", frozenset("authors byline writer journalist".split())),
}
_LEFT_OUT = str.maketrans("", "", " _-.")


def likely_options(found: Iterable[str], fields: Fields) -> dict[str, str]:
    """The options that would name columns which are not read, by these columns.

    Nothing for a field that a column is called already, or that the user has named.
    """
    present = {name.strip().casefold(): name.strip() for name in found}
    options = {}
    for field, (option, names) in LIKELY.items():
        called = getattr(fields, field)
        if called == getattr(Fields(), field) and called not in present:
            column = next((name for low, name in present.items() if low.translate(_LEFT_OUT) in names), None)
            if column is not None:
                options[column] = f"--{option}-field {shlex.quote(column)}"
    return options


def warn_of_unread(found: Iterable[str], fields: Fields, shown: str) -> None:
    """Say which columns of `shown` are not read although they look like what is known of an article."""
    if options := likely_options(found, fields):
        logger.warning("%s: not read: %s; if it is what it is called, give %s",
                       shown, ", ".join(options), " ".join(options.values()))  # fmt: skip
