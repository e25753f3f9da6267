"""JSON Lines and JSON arrays of records."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from pydantic import BaseModel

from extract.record.record import Record


def json_line(value: BaseModel) -> str:
    """Serialize to one line, with its line feed."""
    return value.model_dump_json() + "\n"


@contextmanager
def write_json_lines(path: Path) -> Iterator[Callable[[Record], None]]:
    """Open `path` and yield the function that adds a record."""
    with path.open("w", encoding="utf-8", newline="\n") as stream:

        def add(record: Record) -> None:
            stream.write(json_line(record))

        yield add


@contextmanager
def write_json_array(path: Path) -> Iterator[Callable[[Record], None]]:
    """Open `path` and yield the function that adds a record to its array, a record a line."""
    with path.open("w", encoding="utf-8", newline="\n") as stream:
        separator = "[\n"

        def add(record: Record) -> None:
            nonlocal separator
            stream.write(separator + record.model_dump_json())
            separator = ",\n"

        yield add
        stream.write("[]\n" if separator == "[\n" else "\n]\n")
