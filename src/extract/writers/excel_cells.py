"""What a cell of Excel can hold: 32,767 characters, as Excel counts them."""

from __future__ import annotations

from dataclasses import astuple, replace

from extract.record import FlatRow, Record, flat_rows

CUT = "cut_for_excel"  # the flag of a row with a cell that is cut
_MOST = 32_767  # of UTF-16 code units
_MARK = " […]"

Cells = tuple[str | int | float | None, ...]


def excel_rows(record: Record) -> list[Cells]:
    """The rows of a record, in the order of the columns.

    A longer text is cut and ends with " […]", and its row has the flag `cut_for_excel`.
    """
    return [_cells(row) for row in flat_rows(record)]


def _cells(row: FlatRow) -> Cells:
    cells = astuple(row)
    if not any(isinstance(cell, str) and _units(cell) > _MOST for cell in cells):
        return cells
    flags = f"{row.flags};{CUT}" if row.flags else CUT
    return tuple(_cut(cell) if isinstance(cell, str) else cell for cell in astuple(replace(row, flags=flags)))


def _units(text: str) -> int:
    """Code units of UTF-16; short texts are not encoded for it."""
    return len(text) if len(text) * 2 <= _MOST else len(text.encode("utf-16-le")) // 2


def _cut(text: str) -> str:
    if _units(text) <= _MOST:
        return text
    kept = text.encode("utf-16-le")[: 2 * (_MOST - len(_MARK))]
    return kept.decode("utf-16-le", "ignore") + _MARK
