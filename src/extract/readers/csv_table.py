"""Articles out of CSV and TSV: one row is one article."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterator
from typing import TextIO

from extract.article import Article
from extract.errors import ArticleError
from extract.failure import Failure
from extract.readers.limits import BLOCK, check_blank, too_long
from extract.readers.row import Fields, Rows
from extract.readers.streams import DAMAGE, as_text, what_broke

_DELIMITERS = (",", ";", "\t", "|")
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def read_csv(stream: io.BufferedReader, rows: Rows) -> Iterator[tuple[int, Article | Failure]]:
    """Yield the article, or the failure, of every row, with the number of the line where it begins.

    The first row names the columns. Between cells stand commas, semicolons, tabs or bars, whichever make
    the column of the text appear there.
    """
    with as_text(stream, _encoding(stream), errors="replace", newline="") as text:
        lines = _Lines(text, rows.limit)
        try:
            yield from _articles(lines, rows)
        except (*DAMAGE, ArticleError, csv.Error) as error:
            reason = what_broke(error) if lines.row == 1 else f"reading stopped: {what_broke(error)}"
            yield lines.row, rows.failure(lines.row, error, message=reason)


def check_columns(columns: list[str], fields: Fields) -> None:
    """Raises ArticleError when a table lacks the text, or a column that the user named."""
    for column in (fields.text, *fields.renamed()):
        if column not in columns:
            found = ", ".join(columns[:20]) or "none"
            raise ArticleError(
                f"there is no column {column!r} (columns: {found[:300]}); name those that hold "
                "an article with --text-field, --id-field, --title-field, --date-field"
            )


def _articles(lines: _Lines, rows: Rows) -> Iterator[tuple[int, Article | Failure]]:
    # Cells are bounded by `_Lines`; the module's own bound is one for all its users, and too low.
    csv.field_size_limit(max(csv.field_size_limit(), rows.limit + 1))
    delimiter, columns = _columns(next(lines, ""), rows.fields)
    lines.begin_row()
    blank = 0
    for cells in csv.reader(lines, delimiter=delimiter):
        if any(cells):
            blank = 0
            if lines.ended:
                raise ArticleError("the quotation mark that opens a cell of this row is never closed")
            yield lines.row, rows.article(lines.row, dict(zip(columns, cells, strict=False)))
        else:
            check_blank(blank := blank + 1)
        lines.begin_row()


class _Lines:
    """The lines of a stream as text, for the csv module; a row never grows beyond `limit` characters.

    row: number of the line where the present row begins, from 1. ended: there was no line after it, though
    it needed one.
    """

    def __init__(self, text: TextIO, limit: int) -> None:
        self._text, self._limit, self._length = text, limit, 0
        self._count, self.row, self.ended = 0, 1, False

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._text.readline(self._limit + 1)
        if not line:
            self.ended = True
            raise StopIteration
        self._length += len(line)
        if self._length > self._limit:
            raise ArticleError(too_long("the row", self._limit) + "; or a quotation mark is not closed")
        self._count += 1
        return line

    def begin_row(self) -> None:
        """Begin a row after the last line given."""
        self._length, self.row = 0, self._count + 1


def _encoding(stream: io.BufferedReader) -> str:
    """What the byte order mark says; else UTF-8, or Windows-1252 where the beginning is none.

    Raises ArticleError for what is no text.
    """
    sample = stream.peek(BLOCK)
    for bom, encoding in _BOMS:
        if sample.startswith(bom):
            return encoding
    if b"\0" in sample:
        raise ArticleError(f"NUL byte at {sample.index(0)}; this is a binary or damaged file, not a table")
    try:
        codecs.getincrementaldecoder("utf-8")().decode(sample)
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"


def _columns(header: str, fields: Fields) -> tuple[str, list[str]]:
    """The character between cells, and the names of the columns."""
    if not header.strip():
        raise ArticleError("there is no first row that names the columns")
    read = {one: [name.strip() for name in next(csv.reader([header], delimiter=one))] for one in _DELIMITERS}
    delimiter = next((one for one in _DELIMITERS if fields.text in read[one]), None)
    if delimiter is None:
        delimiter = max(_DELIMITERS, key=lambda one: len(read[one]))
    check_columns(read[delimiter], fields)
    return delimiter, read[delimiter]
