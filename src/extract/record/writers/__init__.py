"""Writers of records, one output format a module."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager
from pathlib import Path

from extract.files import records_file
from extract.record.record import Record
from extract.record.writers.atomic_file import atomic_path
from extract.record.writers.csv import write_csv
from extract.record.writers.excel import write_xlsx
from extract.record.writers.excel_csv import write_excel_csv
from extract.record.writers.json import write_json_array, write_json_lines
from extract.record.writers.parquet import write_nested_parquet, write_parquet
from extract.record.writers.sqlite import write_sqlite

Add = Callable[[Record], None]

# By the name of the format, which is the extension of its file.
WRITERS: Mapping[str, Callable[[Path], AbstractContextManager[Add]]] = {
    "jsonl": write_json_lines,
    "json": write_json_array,
    "csv": write_csv,
    "excel.csv": write_excel_csv,
    "xlsx": write_xlsx,
    "parquet": write_parquet,
    "nested.parquet": write_nested_parquet,
    "sqlite": write_sqlite,
}


@contextmanager
def write_records(folder: Path, formats: Sequence[str]) -> Iterator[Add]:
    """Yield the function that adds a record to `records.EXT` of every format in `folder`.

    The files get their names only when all are complete; an error leaves the earlier ones.
    """
    with ExitStack() as names, ExitStack() as files:
        parts = [names.enter_context(atomic_path(folder / records_file(name))) for name in formats]
        adds = [files.enter_context(WRITERS[name](part)) for name, part in zip(formats, parts, strict=True)]

        def add(record: Record) -> None:
            for add_one in adds:
                add_one(record)

        yield add
