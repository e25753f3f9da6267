"""Read articles from JSON Lines; each line is an object."""

from __future__ import annotations

import codecs
import io
from collections.abc import Iterator

from extract.article import Article, Failure
from extract.errors import ArticleError
from extract.readers.article.metadata import parse_object
from extract.readers.article.table_row import RowReader
from extract.readers.formats.table_columns import warn_of_ignored_columns
from extract.readers.storage.limits import check_blank, lines_within, too_long
from extract.readers.storage.streams import DAMAGE_ERRORS, as_text, what_broke

# A first line that only begins a value of several lines.
_OPEN: frozenset[str | bytes] = frozenset(["[", "{", "[{", b"[", b"{", b"[{"])
_WIDE_BOMS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def read_json_lines(stream: io.BufferedReader, rows: RowReader) -> Iterator[tuple[int, Article | Failure]]:
    """Yield the article or failure of every line that is not blank, with its number from 1.

    The keys are those of `rows.fields`; others are ignored. Where the stream breaks, the last item is a
    failure.
    """
    number = blank = 0
    try:
        for number, line in enumerate(_lines(stream, rows.limit), start=1):
            if line is None:
                yield number, rows.failure(number, ArticleError(too_long("the line", rows.limit)))
            elif line.strip():
                if number == blank + 1 and line.strip() in _OPEN:
                    raise ArticleError(
                        "this is one JSON value over many lines; write one object per line, as `jq -c` does"
                    )
                blank = 0
                yield number, _read_line(line, number, rows)
            else:
                check_blank(blank := blank + 1)
    except (*DAMAGE_ERRORS, ArticleError) as error:
        at = number if isinstance(error, ArticleError) else number + 1
        yield at, rows.failure(at, error, message=f"reading stopped: {what_broke(error)}")


def _lines(stream: io.BufferedReader, limit: int) -> Iterator[str | bytes | None]:
    """Yield the lines as UTF-8 bytes, so that a damaged line affects no other; those of UTF-16 as text."""
    if stream.peek(2).startswith(_WIDE_BOMS):
        with as_text(stream, "utf-16", errors="strict", newline="\n") as text:
            yield from lines_within(text.readline, limit)
        return
    for number, line in enumerate(lines_within(stream.readline, limit)):
        yield line.removeprefix(codecs.BOM_UTF8) if number == 0 and isinstance(line, bytes) else line


def _read_line(line: str | bytes, number: int, rows: RowReader) -> Article | Failure:
    try:
        values = parse_object(line)
    except ArticleError as error:
        return rows.failure(number, error)
    if number == 1:
        warn_of_ignored_columns(values, rows.fields, rows.shown)
    return rows.article(number, values)
