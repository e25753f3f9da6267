"""Parquet with a row a record, nested as in JSON: the Arrow schema is made from the model."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from extract.record import SCHEMA_VERSION, Record
from extract.writers.parquet import require_pyarrow, write_groups

if TYPE_CHECKING:
    import pyarrow as pa

_GROUP_ROWS = 5_000


@contextmanager
def write_nested_parquet(path: Path) -> Iterator[Callable[[Record], None]]:
    """Open `path` and give the function that adds a record to it, in row groups of 5,000.

    Raises InputError when pyarrow is not installed.
    """
    schema = nested_schema()
    from pyarrow import RecordBatch

    def batch(rows: list[dict[str, Any]]) -> pa.RecordBatch:
        return RecordBatch.from_pylist(rows, schema=schema)

    with write_groups(path, schema, batch, rows=_GROUP_ROWS) as add:
        yield lambda record: add([record.model_dump()])


def nested_schema() -> pa.Schema:
    """The fields of `Record` in Arrow's types: structs, lists, and what cannot be None is not nullable.

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
