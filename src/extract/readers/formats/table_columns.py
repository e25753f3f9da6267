"""Match the columns of a table with the fields of an article, and warn of likely ones that are ignored."""

from __future__ import annotations

import logging
import shlex
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from extract.errors import ArticleError
from extract.readers.article.table_row import Fields

logger = logging.getLogger(__name__)

# By field: its option, its noun in messages, and other names of it in lower case without separators.
COLUMN_ALIASES: Mapping[str, tuple[str, str, frozenset[str]]] = {
    "text": (
        "text",
        "text",
        frozenset("body content contents article fulltext articletext articlebody maintext bodytext".split()),
    ),
    "id": ("id", "id", frozenset("docid articleid documentid uuid guid".split())),
    "title": ("title", "title", frozenset("headline head heading articletitle".split())),
    "published": (
        "date",
        "date of publication",
        frozenset(
            """date day datetime pubdate publicationdate publisheddate publishedat publishedon
            publishdate datepublished""".split()
        ),
    ),
    "publisher": (
        "publisher",
        "publisher",
        frozenset("source sourcename outlet newspaper publication site".split()),
    ),
    "author": ("author", "author", frozenset("authors byline writer journalist".split())),
}
_IGNORED_CHARACTERS = str.maketrans("", "", " _-.")


@dataclass(frozen=True, slots=True)
class LikelyColumn:
    """An ignored column that seems to hold a field of an article. option: the one that would read it."""

    name: str
    noun: str
    option: str


def likely_columns(found: Iterable[str], fields: Fields) -> list[LikelyColumn]:
    """The columns that are ignored although their names suggest a field of an article.

    None for a field that has a column already or that the user has named.
    """
    present = {name.strip().casefold(): name.strip() for name in found}
    likely = []
    for field, (option, noun, names) in COLUMN_ALIASES.items():
        called = getattr(fields, field)
        if called == getattr(Fields(), field) and called not in present:
            column = next(
                (name for low, name in present.items() if low.translate(_IGNORED_CHARACTERS) in names), None
            )
            if column is not None:
                likely.append(LikelyColumn(column, noun, f"--{option}-field {shlex.quote(column)}"))
    return likely


def warn_of_ignored_columns(found: Iterable[str], fields: Fields, shown: str) -> None:
    """Log a warning for each likely column of the table `shown` that is ignored."""
    for column in likely_columns(found, fields):
        logger.warning('%s: column "%s" is ignored; if it holds the %s, add %s',
                       shown, column.name, column.noun, column.option)  # fmt: skip


def named_columns(found: Sequence[str], fields: Fields, *, shown: str) -> list[str]:
    """The names of the columns `found`, spelled as in `fields`: "Text" becomes `text`, if there is no `text`.

    Warns of likely columns that are ignored. shown: the path of the table, for the warning. Raises
    ArticleError where the column of the text or one that the user named is missing, and where one of these is
    there twice.
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
            likely = " ".join(column.option for column in likely_columns(found, fields))
            options = likely or "--text-field, --id-field, --title-field or --date-field"
            raise ArticleError(
                f"there is no column {field!r} in the first row (columns: {names[:300]}); name the columns "
                f"of an article with {options}"
            )
    warn_of_ignored_columns(found, fields, shown)
    return columns


def has_text(found: Sequence[str], fields: Fields) -> bool:
    """Whether the table has the column of the text."""
    return any(name.strip().casefold() == fields.text.casefold() for name in found)
