"""Read articles from .xlsx; each row is an article."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from extract.article import Article, Failure
from extract.errors import ArticleError
from extract.readers.article.table_row import RowReader
from extract.readers.formats.office import damaged, open_office
from extract.readers.formats.table_columns import has_text, named_columns
from extract.readers.storage.limits import read_whole

_MAX_PARTS_TO_ARTICLE = 20  # ratio of all sheets, decompressed, to the longest article
_DATE_SERIALS = range(
    18_264, 73_051
)  # Excel's numbers for the days of 1950 to 2099, in cells without a date format
_FORMULA_ERRORS = frozenset(
    ["#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!", "#SPILL!", "#CALC!", "#GETTING_DATA"]
)
_MAX_ROWS = 1 << 20  # of a sheet; a damaged one may state any number


def read_excel(stream: io.BufferedReader, rows: RowReader) -> Iterator[tuple[int | None, Article | Failure]]:
    """Yield the article or failure of every row of the sheets with the column of the text, with its number.

    The first row of a sheet names its columns. Rows of further sheets have ids such as `NAME!SHEET:ROW`.
    """
    try:
        data = read_whole(stream, rows.limit, what="the file")
        with open_office(
            data, _MAX_PARTS_TO_ARTICLE * rows.limit, program="Excel", extension=".xlsx"
        ) as parts:
            yield from _workbook(parts, rows)
    except ArticleError as error:
        yield None, rows.failure(None, error)


def _workbook(parts: io.BytesIO, rows: RowReader) -> Iterator[tuple[int, Article | Failure]]:
    from openpyxl import load_workbook

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about styles and menus that the library does not know
            workbook = load_workbook(parts, read_only=True, data_only=True)
            sheets = [(sheet, *_header_and_rows(sheet)) for sheet in workbook.worksheets]
    except Exception as error:  # of any class, since the library trusts the file
        raise damaged(".xlsx", "Excel", error) from error
    tables = [one for one in sheets if has_text(one[1], rows.fields)] or sheets[:1]
    if not tables:
        raise ArticleError("no sheet has any cells")
    for place, (sheet, found, cells) in enumerate(tables):
        named = rows if place == 0 else replace(rows, name=f"{rows.name}!{sheet.title}")
        try:
            columns = named_columns(found, rows.fields, shown=rows.shown)
        except ArticleError as error:
            yield 1, rows.failure(1, error, message=f"sheet {sheet.title!r}: {error}")
        else:
            yield from _articles(columns, cells, named, workbook.epoch)
    workbook.close()


def _header_and_rows(sheet: Any) -> tuple[list[str], Iterator[Sequence[Any]]]:
    """The names of a sheet's columns, and an iterator over the rows below."""
    sheet.reset_dimensions()  # which some programs state wrongly
    cells = sheet.iter_rows(values_only=True)
    return [_plain(value) for value in next(cells, ())], cells


def _articles(
    columns: Sequence[str], cells: Iterator[Sequence[Any]], rows: RowReader, epoch: datetime
) -> Iterator[tuple[int, Article | Failure]]:
    for number in range(2, _MAX_ROWS + 2):
        try:
            with warnings.catch_warnings():
                warnings.simplefilter(
                    "ignore"
                )  # about days that the calendar does not have; these are read as text
                row = next(cells, None)
        except Exception as error:
            problem = damaged(".xlsx", "Excel", error)
            yield number, rows.failure(number, problem, message=f"reading stopped: {problem}")
            return
        if row is None:
            return
        if number > _MAX_ROWS:
            problem = ArticleError(
                f"the sheet has more than {_MAX_ROWS:,} rows, the maximum of Excel; split it"
            )
            yield number, rows.failure(number, problem)
            return
        if any(value is not None and value != "" for value in row):
            values = _values(columns, row)
            published = values.get(rows.fields.published)
            if isinstance(published, str) and published.isdecimal() and int(published) in _DATE_SERIALS:
                values[rows.fields.published] = (epoch + timedelta(days=int(published))).date()
            yield number, rows.article(number, values)


def _values(columns: Sequence[str], row: Sequence[Any]) -> dict[str, object]:
    """The cells by column, dates as dates and all else as text, without blanks and formula errors."""
    return {
        column: value if isinstance(value, date) else _plain(value)
        for column, value in zip(columns, row, strict=False)
        if value is not None and column and value not in _FORMULA_ERRORS
    }


def _plain(value: Any) -> str:
    """A cell as text: whole numbers without a decimal point, Excel's escapes such as `_x000D_` undone."""
    from openpyxl.utils.escape import unescape

    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(unescape(value)) if isinstance(value, str) else str(value)
