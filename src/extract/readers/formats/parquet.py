"""Read articles from Parquet; each row is an article."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from typing import Any

from extract.article import Article, Failure
from extract.errors import ArticleError
from extract.readers.article.table_row import RowReader
from extract.readers.formats.table_columns import named_columns
from extract.readers.storage.limits import check_expansion

_BATCH_ROWS = 16  # in memory at a time; a thousand long texts exceed the memory of most machines


def read_parquet(stream: io.BufferedReader, rows: RowReader) -> Iterator[tuple[int, Article | Failure]]:
    """Yield the article or failure of every row, with its number from 1.

    Only the columns of `rows.fields` are read, a few rows at a time. Without pyarrow the file is one failure.
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
            _check_expansion(table.metadata, list(columns.values()))
            batches = table.iter_batches(
                batch_size=_BATCH_ROWS, columns=list(columns.values()), use_threads=False
            )
            for batch in batches:
                for row in range(batch.num_rows):
                    number += 1
                    values = {name: _plain(batch.column(one)[row].as_py()) for name, one in columns.items()}
                    yield number, rows.article(number, values)
    except (pyarrow.ArrowException, OSError, ValueError) as error:
        what = "reading stopped" if number else "this is not a Parquet file, or it is damaged"
        line = number + 1 if number else None
        yield number + 1, rows.failure(line, error, message=f"{what}: {_first_line(error)}")
    except ArticleError as error:
        yield 1, rows.failure(None, error)


def _check_expansion(metadata: Any, columns: Sequence[str]) -> None:
    """Raise ArticleError where the metadata of a column states more than text can expand to."""
    for group in range(metadata.num_row_groups):
        for at in range(metadata.num_columns):
            column = metadata.row_group(group).column(at)
            if column.path_in_schema in columns or column.path_in_schema.partition(".")[0] in columns:
                check_expansion(column.total_compressed_size, column.total_uncompressed_size)


def _plain(value: object) -> object:
    """The value, bytes decoded as UTF-8: some programs store text without declaring it."""
    if isinstance(value, bytes):
        try:
            return value.decode()
        except UnicodeDecodeError:
            return value
    return value


def _first_line(error: Exception) -> str:
    return str(error).strip().partition("\n")[0] or type(error).__name__
