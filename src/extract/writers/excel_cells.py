"""What a cell of Excel can hold: 32,767 characters, as Excel counts them."""

from __future__ import annotations

from extract.columns import Cells, flat_cells
from extract.record import FLAT_COLUMNS, Record

CUT = "cut_for_excel"  # the flag of a row with a cell that is cut
_MOST = 32_767  # of UTF-16 code units
_MARK = " […]"
_FLAGS = FLAT_COLUMNS.index("flags")


def excel_rows(record: Record) -> list[Cells]:
    """The rows of a record, in the order of the columns.

    A longer text is cut and ends with " […]", and its row has the flag `cut_for_excel`.
    """
    return [_cut_row(cells) for cells in flat_cells(record)]


def _cut_row(cells: Cells) -> Cells:
    if not any(isinstance(cell, str) and _units(cell) > _MOST for cell in cells):
        return cells
    cut = [_cut(cell) if isinstance(cell, str) else cell for cell in cells]
    cut[_FLAGS] = ";".join(filter(None, (str(cells[_FLAGS]), CUT)))
    return tuple(cut)


def _units(text: str) -> int:
    """Code units of UTF-16; short texts are not encoded for it."""
    return len(text) if len(text) * 2 <= _MOST else len(text.encode("utf-16-le")) // 2


def _cut(text: str) -> str:
    if _units(text) <= _MOST:
        return text
    kept = text.encode("utf-16-le")[: 2 * (_MOST - len(_MARK))]
    return kept.decode("utf-16-le", "ignore") + _MARK
