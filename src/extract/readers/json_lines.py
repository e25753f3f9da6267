"""Articles out of JSON Lines, plain or compressed: one object a line."""

from __future__ import annotations

import codecs
import gzip
import io
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, cast

from extract.article import Article
from extract.errors import ArticleError
from extract.failure import Failure
from extract.publication import Hints, with_publication
from extract.readers.metadata import check_unicode, parse_metadata, parse_object
from extract.readers.text import check_text

_WIDE_BOMS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def read_json_lines(
    path: Path, *, name: str, shown: str, hints: Hints
) -> Iterator[tuple[int, Article | Failure]]:
    """Yield the article, or the failure, of every line that is not blank, with the line's number from 1.

    Keys: text, and where known id, title, published, publisher; others are ignored. name: of the file;
    an article without an id is called `NAME:LINE`. hints: when those were published that do not say.
    """
    number = 0
    try:
        with _open(path) as stream:
            for number, line in enumerate(_lines(stream), start=1):
                if line.strip():
                    yield number, _read_line(line, number, name=name, shown=shown, hints=hints)
    except (OSError, EOFError, UnicodeError, zlib.error) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else error
        yield (
            number + 1,
            Failure(
                path=shown,
                line=number + 1,
                stage="read",
                kind=type(error).__name__,
                message=f"reading stopped: {reason}",
            ),
        )


def _open(path: Path) -> BinaryIO:
    return cast("BinaryIO", gzip.open(path)) if path.name.lower().endswith(".gz") else path.open("rb")


def _lines(stream: BinaryIO) -> Iterator[str | bytes]:
    """Lines as UTF-8 bytes, so that one that is broken leaves the others alone; UTF-16 as text."""
    first = stream.readline()
    if first.startswith(_WIDE_BOMS):
        stream.seek(0)
        with io.TextIOWrapper(stream, encoding="utf-16", newline="\n") as text:
            yield from text
    elif first:
        yield first.removeprefix(codecs.BOM_UTF8)
        yield from stream


def _read_line(line: str | bytes, number: int, *, name: str, shown: str, hints: Hints) -> Article | Failure:
    article_id: str | None = None
    try:
        fields = parse_object(line)
        article_id = _id(fields.get("id"), default=f"{name}:{number}")
        text = fields.get("text")
        if not isinstance(text, str):
            found = f"'text' is a {type(text).__name__}" if "text" in fields else "'text' is missing"
            raise ArticleError(f"{found}; write the article there, as a string")
        metadata = parse_metadata(fields)
        article = Article(
            id=article_id,
            text=check_unicode(check_text(text), "'text'"),
            path=shown,
            title=metadata.title,
            publisher=metadata.publisher,
        )
        return with_publication(article, metadata.published, "field", hints)
    except ArticleError as error:
        return Failure(
            path=shown,
            line=number,
            article_id=article_id,
            stage="read",
            kind=type(error).__name__,
            message=str(error),
        )


def _id(value: object, *, default: str) -> str:
    if value is None or value == "":
        return default
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise ArticleError(f"'id' is {value!r}; write a string")
    return check_unicode(str(value), "'id'")
