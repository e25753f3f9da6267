"""Parquet: flat rows and nested records, with Arrow schemas made from their one definition."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Any, Literal, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel

from extract.errors import InputError
from extract.record.flat import COLUMNS, Cells, flat_cells
from extract.record.record import SCHEMA_VERSION, Record

if TYPE_CHECKING:
    import pyarrow as pa

# Rows of a row group.
_FLAT_GROUP_ROWS = 20_000
_NESTED_GROUP_ROWS = 5_000

Row = TypeVar("Row")


@contextmanager
def write_parquet(path: Path) -> Iterator[Callable[[Record], None]]:
    """Open `path` and yield the function that adds a record's rows, in row groups of about 20,000.

    Raises InputError when pyarrow is not installed.
    """
    schema = arrow_schema()
    from pyarrow import RecordBatch, array

    def batch(rows: list[Cells]) -> pa.RecordBatch:
        columns = zip(*rows, strict=True)
        arrays = [array(column, field.type) for column, field in zip(columns, schema, strict=True)]
        return RecordBatch.from_arrays(arrays, schema=schema)

    with write_groups(path, schema, batch, rows=_FLAT_GROUP_ROWS) as add:
        yield lambda record: add(flat_cells(record))


@contextmanager
def write_groups(
    path: Path, schema: pa.Schema, batch: Callable[[list[Row]], pa.RecordBatch], *, rows: int
) -> Iterator[Callable[[Iterable[Row]], None]]:
    """Open `path` and yield the function that adds rows, in groups of about `rows`.

    batch: makes an Arrow batch of the rows of a group.
    """
    from pyarrow import parquet

    waiting: list[Row] = []
    with parquet.ParquetWriter(path, schema, compression="zstd") as table:

        def write_group() -> None:
            table.write_batch(batch(waiting))
            waiting.clear()

        def add(more: Iterable[Row]) -> None:
            waiting.extend(more)
            if len(waiting) >= rows:
                write_group()

        yield add
        if waiting:
            write_group()


def arrow_schema() -> pa.Schema:
    """Make the Arrow schema of `FlatRow`; what cannot be None is not nullable.

    Dates are strings, as in every other format: `published` and `said_date` are EDTF, which no calendar type
    holds; `said_start` and `said_end` are ISO days, which sort and compare as they stand and which every
    engine casts. Raises InputError when pyarrow is not installed.
    """
    require_pyarrow()
    import pyarrow as pa

    types = {str: pa.string(), int: pa.int64(), float: pa.float64()}
    columns = [pa.field(column.name, types[column.type], nullable=column.nullable) for column in COLUMNS]
    return pa.schema(columns, metadata={"schema_version": SCHEMA_VERSION})


def require_pyarrow() -> None:
    """Raise InputError when pyarrow is not installed."""
    try:
        import pyarrow  # noqa: F401
    except ImportError as error:
        raise InputError("Parquet needs pyarrow; pip install 'extract-news[parquet]'") from error


@contextmanager
def write_nested_parquet(path: Path) -> Iterator[Callable[[Record], None]]:
    """Open `path` and yield the function that adds a record, in row groups of 5,000.

    Raises InputError when pyarrow is not installed.
    """
    schema = nested_schema()
    from pyarrow import RecordBatch

    def batch(rows: list[dict[str, Any]]) -> pa.RecordBatch:
        return RecordBatch.from_pylist(rows, schema=schema)

    with write_groups(path, schema, batch, rows=_NESTED_GROUP_ROWS) as add:
        yield lambda record: add([record.model_dump()])


def nested_schema() -> pa.Schema:
    """Make the Arrow schema of `Record`: structs and lists; what cannot be None is not nullable.

    Raises InputError when pyarrow is not installed.
    """
    require_pyarrow()
    import pyarrow as pa

    return pa.schema(_fields(Record), metadata={"schema_version": SCHEMA_VERSION})


def _fields(model: type[BaseModel]) -> list[pa.Field]:
    import pyarrow as pa

    found = []
    for name, field in model.model_fields.items():
        hint: Any = field.annotation
        nullable = get_origin(hint) in (Union, UnionType)
        if nullable:
            [hint] = [option for option in get_args(hint) if option is not NoneType]
        found.append(pa.field(name, _type(hint), nullable=nullable))
    return found


def _type(hint: Any) -> pa.DataType:
    import pyarrow as pa

    if get_origin(hint) is tuple:
        return pa.list_(pa.field("item", _type(get_args(hint)[0]), nullable=False))
    if get_origin(hint) is Literal:
        return pa.string()
    if issubclass(hint, BaseModel):
        return pa.struct(_fields(hint))
    return {str: pa.string(), int: pa.int64(), float: pa.float64()}[hint]
