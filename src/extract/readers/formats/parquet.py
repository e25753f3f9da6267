"""Articles out of Parquet: one row is one article."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from typing import Any

from extract.article import Article, Failure
from extract.errors import ArticleError
from extract.readers.article.table_row import Rows
from extract.readers.formats.table_columns import named_columns
from extract.readers.storage.limits import check_swelling

_BATCH = 16  # rows in memory at a time; a thousand long texts would be more than most machines have


def read_parquet(stream: io.BufferedReader, rows: Rows) -> Iterator[tuple[int, Article | Failure]]:
    """Yield the article, or the failure, of every row, with its number from 1.

    Only the columns of `rows.fields` are read, some rows at a time. Without pyarrow the file is one failure.
    """
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError as error:
        advice = "Parquet needs pyarrow; pip install 'extract-news[parquet]'"
        yield 1, rows.failure(None, error, message=advice)
        return
    number = 0
    try:
        with pyarrow.parquet.ParquetFile(stream, pre_buffer=False, buffer_size=1 << 20) as table:
            found = table.schema_arrow.names
            named = zip(named_columns(found, rows.fields, shown=rows.shown), found, strict=True)
            columns = {name: one for name, one in named if name in rows.fields.columns()}
            _check_swelling(table.metadata, list(columns.values()))
            batches = table.iter_batches(batch_size=_BATCH, columns=list(columns.values()), use_threads=False)
            for batch in batches:
                for row in range(batch.num_rows):
                    number += 1
                    values = {name: _plain(batch.column(one)[row].as_py()) for name, one in columns.items()}
                    yield number, rows.article(number, values)
    except (pyarrow.ArrowException, OSError, ValueError) as error:
        what = "reading stopped" if number else "this is no Parquet file, or a damaged one"
        line = number + 1 if number else None
        yield number + 1, rows.failure(line, error, message=f"{what}: {_first_line(error)}")
    except ArticleError as error:
        yield 1, rows.failure(None, error)


def _check_swelling(metadata: Any, columns: Sequence[str]) -> None:
    """Raises ArticleError for columns that are said to swell beyond all text."""
    for group in range(metadata.num_row_groups):
        for at in range(metadata.num_columns):
            column = metadata.row_group(group).column(at)
            if column.path_in_schema in columns or column.path_in_schema.partition(".")[0] in columns:
                check_swelling(column.total_compressed_size, column.total_uncompressed_size)


def _plain(value: object) -> object:
    """Bytes as the text that they are, which some programs write without saying so."""
    if isinstance(value, bytes):
        try:
            return value.decode()
        except UnicodeDecodeError:
            return value
    return value


def _first_line(error: Exception) -> str:
    return str(error).strip().partition("\n")[0] or type(error).__name__
