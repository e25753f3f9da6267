"""JSON Lines: one record a line, UTF-8, in compact JSON."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from pydantic import BaseModel

from extract.record import Record


def json_line(value: BaseModel) -> str:
    """One line, with its line feed."""
    return value.model_dump_json() + "\n"


@contextmanager
def write_json_lines(path: Path) -> Iterator[Callable[[Record], None]]:
    """Open `path` and give the function that adds a record to it."""
    with path.open("w", encoding="utf-8", newline="\n") as stream:

        def add(record: Record) -> None:
            stream.write(json_line(record))

        yield add
