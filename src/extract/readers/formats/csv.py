"""Read articles from CSV and TSV; each row is an article."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterator
from typing import TextIO

from extract.article import Article, Failure
from extract.errors import ArticleError
from extract.readers.article.table_row import Fields, RowReader
from extract.readers.formats.table_columns import has_text, named_columns
from extract.readers.storage.encoding import signature_of
from extract.readers.storage.limits import BLOCK_BYTES, check_blank, too_long
from extract.readers.storage.streams import DAMAGE_ERRORS, as_text, what_broke

_DELIMITERS = (",", ";", "\t", "|")
_STATED_DELIMITER = re.compile(r"sep=(.)\s*", re.IGNORECASE)  # "sep=;"
_AS_CP1252 = "extract.cp1252"
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def read_csv(stream: io.BufferedReader, rows: RowReader) -> Iterator[tuple[int, Article | Failure]]:
    """Yield the article or failure of every row, with the number of the line where it begins, from 1.

    The first row names the columns. The delimiter is the comma, semicolon, tab or bar with which the first
    row has the column of the text.
    """
    encoding, errors = _encoding(stream)
    with as_text(stream, encoding, errors=errors, newline="") as text:
        lines = _BoundedLines(text, rows.limit)
        try:
            yield from _articles(lines, rows)
        except (*DAMAGE_ERRORS, ArticleError, csv.Error) as error:
            reason = what_broke(error) if lines.row == 1 else f"reading stopped: {what_broke(error)}"
            yield lines.row, rows.failure(lines.row, error, message=reason)


def _articles(lines: _BoundedLines, rows: RowReader) -> Iterator[tuple[int, Article | Failure]]:
    # `_BoundedLines` limits cells; the limit of the csv module is global and too low.
    csv.field_size_limit(max(csv.field_size_limit(), rows.limit + 1))
    header = next(lines, "")
    stated = _STATED_DELIMITER.fullmatch(header)
    delimiter, columns = _columns(
        next(lines, "") if stated else header, rows.fields, rows.shown, stated and stated[1]
    )
    lines.begin_row()
    blank = 0
    for cells in csv.reader(lines, delimiter=delimiter):
        if any(cells):
            blank = 0
            if lines.ended:
                raise ArticleError("a quotation mark that opens a cell of this row is never closed; close it")
            yield lines.row, _article(lines.row, columns, cells, rows)
        else:
            check_blank(blank := blank + 1)
        lines.begin_row()


def _article(number: int, columns: list[str], cells: list[str], rows: RowReader) -> Article | Failure:
    """The article of a row; more cells than columns are a failure, unless they are blank."""
    if any(cell.strip() for cell in cells[len(columns) :]):
        problem = f"the row has {len(cells)} cells and the first row {len(columns)}"
        return rows.failure(
            number, ArticleError(f"{problem}; put quotation marks around cells that contain the delimiter")
        )
    return rows.article(number, dict(zip(columns, cells, strict=False)))


class _BoundedLines:
    """The lines of a text stream for the csv module; raises ArticleError for a row beyond `limit` characters.

    row: the number of the line where the current row begins, from 1. ended: whether the stream ended inside a
    row.
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
            raise ArticleError(too_long("the row", self._limit) + "; perhaps a quotation mark is not closed")
        self._count += 1
        return line

    def begin_row(self) -> None:
        """Begin a row after the last line read."""
        self._length, self.row = 0, self._count + 1


def _encoding(stream: io.BufferedReader) -> tuple[str, str]:
    """The encoding and the error handler of a table: by its byte order mark, else UTF-8 or Windows-1252.

    Where the beginning is ASCII and does not show which, later bytes that are not UTF-8 are read as
    Windows-1252. Raises ArticleError where it is not text.
    """
    sample = stream.peek(BLOCK_BYTES)
    for bom, encoding in _BOMS:
        if sample.startswith(bom):
            return encoding, "replace"
    if b"\0" in sample:
        name = signature_of(sample)
        what = (
            f"this is {name}" if name else f"NUL byte at {sample.index(0)}; this is a binary or damaged file"
        )
        raise ArticleError(f"{what}, not a table")
    if sample.isascii():
        return "utf-8", _AS_CP1252
    try:
        codecs.getincrementaldecoder("utf-8")().decode(sample)
    except UnicodeDecodeError:
        return "cp1252", "replace"
    return "utf-8", "replace"


def _as_cp1252(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


codecs.register_error(_AS_CP1252, _as_cp1252)


def _columns(header: str, fields: Fields, shown: str, stated: str | None) -> tuple[str, list[str]]:
    """The delimiter and the names of the columns. stated: the delimiter that the file itself states."""
    if not header.strip():
        raise ArticleError("the first row is blank; name the columns there")
    delimiters = (stated,) if stated else _DELIMITERS
    read = {one: next(csv.reader([header], delimiter=one)) for one in delimiters}
    delimiter = next((one for one in delimiters if has_text(read[one], fields)), None)
    if delimiter is None:
        delimiter = max(delimiters, key=lambda one: len(read[one]))
    return delimiter, named_columns(read[delimiter], fields, shown=shown)
