"""Excel workbook: flat rows with types, filters and a frozen header, and sheets of counts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from extract.record.flat import COLUMNS, FLAT_COLUMNS, Cells, flat_cells
from extract.record.record import Record
from extract.record.writers.excel_counts import QuoteCounts

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet


CUT_FLAG = "cut_for_excel"  # the flag of a row with a cell that is cut
_MAX_CELL_UNITS = 32_767  # of UTF-16 code units
_CUT_MARK = " […]"
_FLAGS_COLUMN = FLAT_COLUMNS.index("flags")


def excel_rows(record: Record) -> list[Cells]:
    """List the rows of a record for Excel, in the order of the columns.

    A longer text is cut and ends with " […]", and its row has the flag `cut_for_excel`.
    """
    return [_cut_row(cells) for cells in flat_cells(record)]


def _cut_row(cells: Cells) -> Cells:
    if not any(isinstance(cell, str) and _units(cell) > _MAX_CELL_UNITS for cell in cells):
        return cells
    cut = [_cut(cell) if isinstance(cell, str) else cell for cell in cells]
    cut[_FLAGS_COLUMN] = ";".join(filter(None, (str(cells[_FLAGS_COLUMN]), CUT_FLAG)))
    return tuple(cut)


def _units(text: str) -> int:
    """Count the UTF-16 code units of `text`; short texts are not encoded for it."""
    return len(text) if len(text) * 2 <= _MAX_CELL_UNITS else len(text.encode("utf-16-le")) // 2


def _cut(text: str) -> str:
    if _units(text) <= _MAX_CELL_UNITS:
        return text
    kept = text.encode("utf-16-le")[: 2 * (_MAX_CELL_UNITS - len(_CUT_MARK))]
    return kept.decode("utf-16-le", "ignore") + _CUT_MARK


MAX_ROWS = 1_048_576  # of a sheet, the header too
_CREATED = datetime(2000, 1, 1)  # the same records give the same bytes
_WIDTHS_CHARS = {"quote": 80, "title": 40, "path": 24, "speaker": 24, "organization": 28}
_DEFAULT_WIDTH_CHARS = 14
_DAY_COLUMNS = frozenset(number for number, column in enumerate(COLUMNS) if column.day)
_FIRST_DAY = date(1900, 3, 1)  # Excel takes 1900 for a leap year
_WORKBOOK_OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}


@contextmanager
def write_xlsx(path: Path) -> Iterator[Callable[[Record], None]]:
    """Open `path` and yield the function that adds a record's rows to the sheet "quotes".

    Rows that a sheet has no room for go on in "quotes 2" and so on. Texts are never formulas or links;
    long ones are cut (`excel_rows`). Rows go to temporary files, so that memory does not grow with them.
    Raises OSError when the file cannot be written.
    """
    from xlsxwriter import Workbook
    from xlsxwriter.exceptions import XlsxWriterException

    with TemporaryDirectory(prefix="extract-") as scratch:
        book = Workbook(str(path), {**_WORKBOOK_OPTIONS, "tmpdir": scratch})
        try:
            book.set_properties({"created": _CREATED, "comments": "Made by extract"})
            counts = QuoteCounts()
            quotes = _Sheets(book)

            def add(record: Record) -> None:
                counts.add(record)
                for cells in excel_rows(record):
                    quotes.add(cells)

            yield add
            quotes.finish()
            for name, rows in counts.tables():
                _write_counts(book, name, rows)
            book.close()
        except XlsxWriterException as error:
            raise OSError(f"XlsxWriter: {error}") from error
        finally:
            _close_temporary_files(book)


def _close_temporary_files(book: Workbook) -> None:
    """Close the temporary files, which XlsxWriter does only when the book is complete."""
    for sheet in book.worksheets():
        if sheet.row_data_fh is not None:
            sheet.row_data_fh.close()


class _Sheets:
    """Sheet of quotes, and further ones where it is full."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._day = book.add_format({"num_format": "yyyy-mm-dd"})
        self._head = _head(book)
        self._number = 0
        self._open()

    def add(self, cells: Cells) -> None:
        if self._row == MAX_ROWS:
            self.finish()
            self._open()
        for column, cell in enumerate(cells):
            if isinstance(cell, str):
                self._write_text(column, cell)
            elif cell is not None:
                self._sheet.write_number(self._row, column, cell)
        self._row += 1

    def finish(self) -> None:
        """Put filters on the rows."""
        self._sheet.autofilter(0, 0, self._row - 1, len(FLAT_COLUMNS) - 1)

    def _open(self) -> None:
        self._number += 1
        name = "quotes" if self._number == 1 else f"quotes {self._number}"
        widths = [_WIDTHS_CHARS.get(column, _DEFAULT_WIDTH_CHARS) for column in FLAT_COLUMNS]
        self._sheet = _new_sheet(self._book, name, FLAT_COLUMNS, widths, self._head)
        self._row = 1

    def _write_text(self, column: int, text: str) -> None:
        if column in _DAY_COLUMNS and (day := date.fromisoformat(text)) >= _FIRST_DAY:
            self._sheet.write_datetime(self._row, column, day, self._day)
        else:
            self._sheet.write_string(self._row, column, _text(text))


def _text(text: str) -> str:
    """Prepare a text for a cell: lines end in a line feed.

    XlsxWriter would write what looks like its own markup as it stands; a space behind it prevents that.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return f"{text} " if text.startswith("<r>") and text.endswith("</r>") else text


def _head(book: Workbook) -> Format:
    return book.add_format({"bold": True, "bottom": 1})


def _new_sheet(
    book: Workbook, name: str, columns: Sequence[str], widths: Sequence[int], head: Format
) -> Worksheet:
    """Add a sheet with a frozen header."""
    sheet = book.add_worksheet(name)
    sheet.freeze_panes(1, 0)
    for number, (column, width) in enumerate(zip(columns, widths, strict=True)):
        sheet.set_column(number, number, width)
        sheet.write_string(0, number, column, head)
    return sheet


def _write_counts(book: Workbook, name: str, rows: Sequence[tuple[str, int, int]]) -> None:
    sheet = _new_sheet(book, f"by {name}", (name, "quotes", "articles"), (40, 10, 10), _head(book))
    shown = rows[: MAX_ROWS - 1]
    for number, (key, quotes, articles) in enumerate(shown, start=1):
        sheet.write_string(number, 0, _text(key))
        sheet.write_number(number, 1, quotes)
        sheet.write_number(number, 2, articles)
    sheet.autofilter(0, 0, len(shown), 2)
