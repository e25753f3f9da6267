"""CSV as RFC 4180 has it: the flat rows, a header always, UTF-8, lines that end in CR LF."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from extract.record.flat import FLAT_COLUMNS, flat_cells
from extract.record.record import Record


@contextmanager
def write_csv(path: Path) -> Iterator[Callable[[Record], None]]:
    """Open `path` and give the function that adds a record's rows to it; None is an empty field."""
    with path.open("w", encoding="utf-8", newline="") as stream:
        table = csv.writer(stream, lineterminator="\r\n")
        table.writerow(FLAT_COLUMNS)
        yield lambda record: table.writerows(flat_cells(record))
