"""Which columns of a table hold an article and what is known of it."""

from __future__ import annotations

from collections.abc import Sequence

from extract.errors import ArticleError
from extract.readers.likely_fields import likely_options, warn_of_unread
from extract.readers.row import Fields


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
