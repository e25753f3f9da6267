"""Columns and keys that by their names hold what is known of an article, and that no option names."""

from __future__ import annotations

import logging
import shlex
from collections.abc import Iterable, Mapping, Sequence

from extract.errors import ArticleError
from extract.readers.article.table_row import Fields

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


def named_columns(found: Sequence[str], fields: Fields, *, shown: str) -> list[str]:
    """The columns `found`, those of `fields` as these write them: "Text" is `text` where no other is.

    A column that one field names exactly is that of no other.

    Raises ArticleError when a table lacks the text or a column that the user named, and when it has one of
    them twice. shown: the table, as a warning of columns that are not read calls it.
    """
    columns = [name.strip() for name in found]
    wanted = frozenset(fields.columns())
    for field in fields.columns():
        if field not in columns:
            others = [(at, name) for at, name in enumerate(columns) if name not in wanted]
            alike = [at for at, name in others if name.casefold() == field.casefold()]
            if len(alike) == 1:
                columns[alike[0]] = field
        elif columns.count(field) > 1:
            raise ArticleError(f"there are {columns.count(field)} columns {field!r}; rename all but one")
    for field in (fields.text, *fields.renamed()):
        if field not in columns:
            names = ", ".join(name.strip() for name in found[:20]) or "none"
            likely = " ".join(likely_options(found, fields).values())
            advice = f"give {likely}, if these" if likely else "name those that"
            options = "" if likely else " with --text-field, --id-field, --title-field, --date-field"
            raise ArticleError(
                f"there is no column {field!r} in the first row (columns: {names[:300]}); {advice} hold an "
                f"article{options}"
            )
    warn_of_unread(found, fields, shown)
    return columns


def has_text(found: Sequence[str], fields: Fields) -> bool:
    """Whether one of the columns is that of the text."""
    return any(name.strip().casefold() == fields.text.casefold() for name in found)
