"""Articles out of JSON Lines: one object a line."""

from __future__ import annotations

import codecs
import io
from collections.abc import Iterator

from extract.article import Article, Failure
from extract.errors import ArticleError
from extract.readers.article.metadata import parse_object
from extract.readers.article.table_row import Rows
from extract.readers.formats.table_columns import warn_of_unread
from extract.readers.storage.limits import check_blank, lines_within, too_long
from extract.readers.storage.streams import DAMAGE, as_text, what_broke

# All of a first line that is the beginning of a longer value.
_OPEN: frozenset[str | bytes] = frozenset(["[", "{", "[{", b"[", b"{", b"[{"])
_WIDE_BOMS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def read_json_lines(stream: io.BufferedReader, rows: Rows) -> Iterator[tuple[int, Article | Failure]]:
    """Yield the article, or the failure, of every line that is not blank, with the line's number from 1.

    Keys: those of `rows.fields`; others are ignored. Lines are read until the stream breaks.
    """
    number = blank = 0
    try:
        for number, line in enumerate(_lines(stream, rows.limit), start=1):
            if line is None:
                yield number, rows.failure(number, ArticleError(too_long("the line", rows.limit)))
            elif line.strip():
                if number == blank + 1 and line.strip() in _OPEN:
                    raise ArticleError(
                        "this is one JSON value over many lines; write an object a line, as `jq -c` does"
                    )
                blank = 0
                yield number, _read_line(line, number, rows)
            else:
                check_blank(blank := blank + 1)
    except (*DAMAGE, ArticleError) as error:
        at = number if isinstance(error, ArticleError) else number + 1
        yield at, rows.failure(at, error, message=f"reading stopped: {what_broke(error)}")


def _lines(stream: io.BufferedReader, limit: int) -> Iterator[str | bytes | None]:
    """Lines as UTF-8 bytes, so that one that is broken leaves the others alone; UTF-16 as text."""
    if stream.peek(2).startswith(_WIDE_BOMS):
        with as_text(stream, "utf-16", errors="strict", newline="\n") as text:
            yield from lines_within(text.readline, limit)
        return
    for number, line in enumerate(lines_within(stream.readline, limit)):
        yield line.removeprefix(codecs.BOM_UTF8) if number == 0 and isinstance(line, bytes) else line


def _read_line(line: str | bytes, number: int, rows: Rows) -> Article | Failure:
    try:
        values = parse_object(line)
    except ArticleError as error:
        return rows.failure(number, error)
    if number == 1:
        warn_of_unread(values, rows.fields, rows.shown)
    return rows.article(number, values)
