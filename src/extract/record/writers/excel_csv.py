"""CSV that Excel and LibreOffice open by a double click: flat rows without formulas or line breaks."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from extract.record.flat import FLAT_COLUMNS
from extract.record.record import Record
from extract.record.writers.excel import excel_rows

# What a spreadsheet takes for the beginning of a formula, as in "=1+1", " -5" and "@SUM(A1)"; the wide forms
# where Japanese is the language.
_FORMULA = re.compile(r"[\t\r]|\s*[=+\-@＝＋－＠]")
_BREAK = re.compile(
    r"\r\n|[\n\v\f\r\x1c-\x1e\x85\u2028\u2029]"
)  # every line end of Unicode: "\r\n", "\u2028"


@contextmanager
def write_excel_csv(path: Path) -> Iterator[Callable[[Record], None]]:
    """Open `path` and yield the function that adds a record's rows.

    It begins with a byte-order mark, so that it is read as UTF-8. Line breaks within cells are spaces, what
    could be a formula begins with an apostrophe, every text is quoted, and long ones are cut (`excel_rows`).
    """
    with path.open("w", encoding="utf-8-sig", newline="") as stream:
        table = csv.writer(stream, lineterminator="\r\n", quoting=csv.QUOTE_NONNUMERIC)
        table.writerow(FLAT_COLUMNS)

        def add(record: Record) -> None:
            for cells in excel_rows(record):
                table.writerow([harmless(cell) if isinstance(cell, str) else cell for cell in cells])

        yield add


def harmless(text: str) -> str:
    """Put `text` on one line, behind an apostrophe where a spreadsheet would take it for a formula."""
    return ("'" if _FORMULA.match(text) else "") + _BREAK.sub(" ", text)
