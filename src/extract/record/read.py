"""Reader of JSON Lines files, plain or gzipped, that checks each row against a pydantic model."""

from __future__ import annotations

import codecs
import gzip
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, TypeVar, cast

from pydantic import BaseModel, ValidationError

from extract.errors import ArticleError, InputError
from extract.readers.article.metadata import parse_object

Row = TypeVar("Row", bound=BaseModel)


def read_rows(path: Path, model: type[Row], *, what: str) -> Iterator[tuple[int, Row]]:
    """Yield every line that is not blank with its number from 1; keys that `model` has not are ignored.

    what: one row in words ("a record"), for messages. Raises InputError that names file, line and key.
    """
    number = 0
    try:
        with _open(path) as stream:
            for number, line in enumerate(stream, start=1):
                content = line.removeprefix(codecs.BOM_UTF8) if number == 1 else line
                if content.strip():
                    yield number, _row(content, model, f"{path}:{number}", what)
    except (OSError, EOFError, zlib.error) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else error
        place = f"{path}:{number + 1}" if number else str(path)
        raise InputError(f"{place}: cannot be read: {reason}; check the file") from error


def _open(path: Path) -> BinaryIO:
    return cast("BinaryIO", gzip.open(path)) if path.name.lower().endswith(".gz") else path.open("rb")


def _row(line: bytes, model: type[Row], place: str, what: str) -> Row:
    try:
        fields = parse_object(line)
    except ArticleError as error:
        raise InputError(f"{place}: {error}; write {what} a line, as JSON Lines") from error
    try:
        return model.model_validate(fields)
    except ValidationError as error:
        named = fields.get("id")
        article = f" article {named!r}:" if isinstance(named, str | int) else ""
        raise InputError(f"{place}:{article} {_first(error)}") from error


def _first(error: ValidationError) -> str:
    """Word the first error: its key and what to do, and how many more there are."""
    first, *more = error.errors(include_url=False)
    key = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in first["loc"]).lstrip(".")
    said = first["msg"].removeprefix("Value error, ")
    message = f"{key}: {said[0].lower()}{said[1:]}" if key else said
    if first["type"] not in ("missing", "value_error"):
        message += f", not {_short(first['input'])}"
    return message + (f" (and {len(more)} more)" if more else "")


def _short(value: object) -> str:
    shown = repr(value)
    return shown if len(shown) <= 60 else f"{shown[:57]}..."
