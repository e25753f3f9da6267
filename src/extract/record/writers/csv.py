"""CSV after RFC 4180: flat rows with a header, UTF-8, lines that end in CR LF."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from extract.record.flat import FLAT_COLUMNS, flat_cells
from extract.record.record import Record


@contextmanager
def write_csv(path: Path) -> Iterator[Callable[[Record], None]]:
    """Open `path` and yield the function that adds a record's rows; None is an empty field."""
    with path.open("w", encoding="utf-8", newline="") as stream:
        table = csv.writer(stream, lineterminator="\r\n")
        table.writerow(FLAT_COLUMNS)
        yield lambda record: table.writerows(flat_cells(record))
