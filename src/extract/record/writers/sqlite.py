"""SQLite database: articles, quotes and organizations, a view that joins them, a full-text index."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from extract.record.flat import COLUMNS, FLAT_COLUMNS, Column, flat_cells
from extract.record.record import Record

_ARTICLE_COLUMNS = ("article_id", "path", "title", "publisher", "author", "published")
# Columns of the flat rows as these tables call them: Datasette shows what is called `name` for the key.
_ORGANIZATION_COLUMNS = {"organization": "name", "organization_id": "id", "organization_kind": "kind"}
_LINK_COLUMNS = {"organization_how": "how"}
_QUOTE_COLUMNS = tuple(
    name for name in FLAT_COLUMNS if name not in (*_ARTICLE_COLUMNS, *_ORGANIZATION_COLUMNS, *_LINK_COLUMNS)
)
_TYPES = {str: "TEXT", int: "INTEGER", float: "REAL"}


@contextmanager
def write_sqlite(path: Path) -> Iterator[Callable[[Record], None]]:
    """Open `path` and yield the function that adds a record.

    The view `records` has the flat rows, in their order; articles, quotes and organizations have a number as
    their key, for articles of two runs may share an id. Raises OSError when SQLite cannot write.
    """
    path.unlink(missing_ok=True)
    try:
        with closing(sqlite3.connect(path, isolation_level=None)) as database:
            # Whatever fails, the file is thrown away: it needs no journal of its own.
            database.executescript(
                f"PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; BEGIN; {_CREATE_TABLES}"
            )
            yield _Tables(database).add
            database.execute("COMMIT")
            database.executescript(f"BEGIN; {_CREATE_INDEXES} COMMIT;")
    except sqlite3.Error as error:
        raise OSError(f"SQLite: {error}") from error


class _Tables:
    """Inserter of records; each article and organization is inserted once."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database
        self._article: tuple[tuple[object, ...], int] | None = None

    def add(self, record: Record) -> None:
        rows = [dict(zip(FLAT_COLUMNS, cells, strict=True)) for cells in flat_cells(record)]
        first = rows[0]
        article = self._article_of([first[name] for name in _ARTICLE_COLUMNS])
        quote = self._insert(
            "quotes", ["article", *_QUOTE_COLUMNS], [article, *(first[name] for name in _QUOTE_COLUMNS)]
        )
        for position, row in enumerate(rows if record.organizations else ()):
            organization = self._number_of(
                "organizations",
                [*_ORGANIZATION_COLUMNS.values()],
                [row[name] for name in _ORGANIZATION_COLUMNS],
            )
            self._insert(
                "quote_organizations",
                ["quote", "position", "organization", *_LINK_COLUMNS.values()],
                [quote, position, organization, *(row[name] for name in _LINK_COLUMNS)],
            )

    def _article_of(self, values: Sequence[object]) -> int:
        """Find the number of an article. Records of one article are adjacent, so most need no query."""
        if self._article is None or self._article[0] != tuple(values):
            self._article = tuple(values), self._number_of("articles", _ARTICLE_COLUMNS, values)
        return self._article[1]

    def _number_of(self, table: str, names: Sequence[str], values: Sequence[object]) -> int:
        same = " AND ".join(f"{name} IS ?" for name in names)
        found = self._database.execute(f"SELECT number FROM {table} WHERE {same}", values).fetchone()
        return found[0] if found else self._insert(table, names, values)

    def _insert(self, table: str, names: Sequence[str], values: Sequence[object]) -> int:
        places = ", ".join("?" * len(values))
        cursor = self._database.execute(f"INSERT INTO {table} ({', '.join(names)}) VALUES ({places})", values)
        return cursor.lastrowid or 0


def _typed(names: Sequence[str]) -> str:
    return ",\n    ".join(_column(column) for column in COLUMNS if column.name in names)


def _column(column: Column) -> str:
    # An organization without a name is none, and then has no row here.
    needed = not column.nullable or column.name in ("organization", "organization_kind", "organization_how")
    name = (_ORGANIZATION_COLUMNS | _LINK_COLUMNS).get(column.name, column.name)
    return f"{name} {_TYPES[column.type]}{' NOT NULL' * needed}"


def _selected(name: str) -> str:
    """Select a column of the view from the table that has it."""
    if name in _ORGANIZATION_COLUMNS:
        return f"o.{_ORGANIZATION_COLUMNS[name]} AS {name}"
    if name in _LINK_COLUMNS:
        return f"l.{_LINK_COLUMNS[name]} AS {name}"
    return f"a.{name}" if name in _ARTICLE_COLUMNS else f"q.{name}"


_VIEW_COLUMNS = ", ".join(map(_selected, FLAT_COLUMNS))
_CREATE_TABLES = f"""
CREATE TABLE articles (
    number INTEGER PRIMARY KEY,
    {_typed(_ARTICLE_COLUMNS)}
);
CREATE INDEX articles_article_id ON articles (article_id);
CREATE TABLE organizations (
    number INTEGER PRIMARY KEY,
    {_typed([*_ORGANIZATION_COLUMNS])}
);
CREATE INDEX organizations_name ON organizations (name);
CREATE TABLE quotes (
    number INTEGER PRIMARY KEY,
    article INTEGER NOT NULL REFERENCES articles (number),
    {_typed(_QUOTE_COLUMNS)}
);
CREATE TABLE quote_organizations (
    quote INTEGER NOT NULL REFERENCES quotes (number),
    position INTEGER NOT NULL,
    organization INTEGER NOT NULL REFERENCES organizations (number),
    {_typed([*_LINK_COLUMNS])},
    PRIMARY KEY (quote, position)
) WITHOUT ROWID;
CREATE VIEW records AS
SELECT {_VIEW_COLUMNS}
FROM quotes AS q
JOIN articles AS a ON a.number = q.article
LEFT JOIN quote_organizations AS l ON l.quote = q.number
LEFT JOIN organizations AS o ON o.number = l.organization
ORDER BY q.number, l.position;
CREATE VIRTUAL TABLE quotes_fts USING fts5 (
    quote, speaker, content = 'quotes', content_rowid = 'number', tokenize = 'unicode61 remove_diacritics 2'
);
"""
_CREATE_INDEXES = """
CREATE INDEX quotes_article ON quotes (article);
CREATE INDEX quotes_record_id ON quotes (record_id);
CREATE INDEX quotes_speaker ON quotes (speaker);
CREATE INDEX quotes_said_start ON quotes (said_start);
CREATE INDEX quote_organizations_organization ON quote_organizations (organization);
INSERT INTO quotes_fts (quotes_fts) VALUES ('rebuild');
"""
