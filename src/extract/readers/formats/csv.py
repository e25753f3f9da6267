"""Articles out of CSV and TSV: one row is one article."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterator
from typing import TextIO

from extract.article import Article, Failure
from extract.errors import ArticleError
from extract.readers.article.table_row import Fields, Rows
from extract.readers.formats.table_columns import has_text, named_columns
from extract.readers.storage.encoding import signature_of
from extract.readers.storage.limits import BLOCK, check_blank, too_long
from extract.readers.storage.streams import DAMAGE, as_text, what_broke

_DELIMITERS = (",", ";", "\t", "|")
_STATED = re.compile(r"sep=(.)\s*", re.IGNORECASE)  # Excel's own first line
_AS_CP1252 = "extract.cp1252"
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
    encoding, errors = _encoding(stream)
    with as_text(stream, encoding, errors=errors, newline="") as text:
        lines = _Lines(text, rows.limit)
        try:
            yield from _articles(lines, rows)
        except (*DAMAGE, ArticleError, csv.Error) as error:
            reason = what_broke(error) if lines.row == 1 else f"reading stopped: {what_broke(error)}"
            yield lines.row, rows.failure(lines.row, error, message=reason)


def _articles(lines: _Lines, rows: Rows) -> Iterator[tuple[int, Article | Failure]]:
    # Cells are bounded by `_Lines`; the module's own bound is one for all its users, and too low.
    csv.field_size_limit(max(csv.field_size_limit(), rows.limit + 1))
    header = next(lines, "")
    stated = _STATED.fullmatch(header)
    delimiter, columns = _columns(
        next(lines, "") if stated else header, rows.fields, rows.shown, stated and stated[1]
    )
    lines.begin_row()
    blank = 0
    for cells in csv.reader(lines, delimiter=delimiter):
        if any(cells):
            blank = 0
            if lines.ended:
                raise ArticleError("the quotation mark that opens a cell of this row is never closed")
            yield lines.row, _article(lines.row, columns, cells, rows)
        else:
            check_blank(blank := blank + 1)
        lines.begin_row()


def _article(number: int, columns: list[str], cells: list[str], rows: Rows) -> Article | Failure:
    """More cells than columns are a text that was cut at its commas, unless nothing is in them."""
    if any(cell.strip() for cell in cells[len(columns) :]):
        problem = f"the row has {len(cells)} cells and the first row {len(columns)}"
        return rows.failure(
            number, ArticleError(f"{problem}; put quotation marks around cells that hold what divides cells")
        )
    return rows.article(number, dict(zip(columns, cells, strict=False)))


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


def _encoding(stream: io.BufferedReader) -> tuple[str, str]:
    """What the byte order mark says; else UTF-8, or Windows-1252 where the beginning is none.

    Returns the encoding, and what becomes of bytes that do not fit it: where nothing shows that a table is
    UTF-8, they are Windows-1252. Raises ArticleError for what is no text.
    """
    sample = stream.peek(BLOCK)
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
    """The character between cells, and the names of the columns. stated: that character, by the file."""
    if not header.strip():
        raise ArticleError("there is no first row that names the columns")
    delimiters = (stated,) if stated else _DELIMITERS
    read = {one: next(csv.reader([header], delimiter=one)) for one in delimiters}
    delimiter = next((one for one in delimiters if has_text(read[one], fields)), None)
    if delimiter is None:
        delimiter = max(delimiters, key=lambda one: len(read[one]))
    return delimiter, named_columns(read[delimiter], fields, shown=shown)
