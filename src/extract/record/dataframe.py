"""Records to a pandas table."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from extract.errors import InputError
from extract.record.flat import COLUMNS, FLAT_COLUMNS, flat_cells
from extract.record.record import Record

if TYPE_CHECKING:
    import pandas as pd

_TYPES = {str: "string", int: "int64", float: "float64"}


def to_frame(records: Iterable[Record]) -> pd.DataFrame:
    """Make a table of the flat rows, one a quote and organization, with the columns of every other format.

    Dates are strings: `said_date` and `published` may be a month or a year; `pd.to_datetime` takes
    `said_start` and `said_end`. Raises InputError when pandas is not installed.
    """
    try:
        import pandas as pd
    except ImportError as error:
        raise InputError("tables need pandas; pip install pandas") from error
    rows = [cells for record in records for cells in flat_cells(record)]
    table = pd.DataFrame(rows, columns=list(FLAT_COLUMNS))
    return table.astype({column.name: _TYPES[column.type] for column in COLUMNS})
