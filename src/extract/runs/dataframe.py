"""Data frames of articles to data frames of quotes: the pure function for Spark and Ray to map."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from extract.article import Article, Failure
from extract.errors import InputError
from extract.readers.article.table_row import Fields, RowReader
from extract.record import flat as columns
from extract.record.flat import FLAT_COLUMNS, flat_rows
from extract.runs.engines.in_process import in_process
from extract.runs.extractor import Extractor, Outcome, load_extractor
from extract.runs.settings import Settings
from extract.timex.publication import NO_HINTS

if TYPE_CHECKING:
    import pandas as pd

# The columns of the flat rows, and the reason why an article gave none.
FRAME_COLUMNS = (*FLAT_COLUMNS, "failure")
_TYPES: Mapping[str, type] = {column.name: column.type for column in columns.COLUMNS} | {"failure": str}


def spark_schema() -> str:
    """Format the columns as the schema that Spark's `mapInPandas` expects."""
    types = {int: "BIGINT", float: "DOUBLE", str: "STRING"}
    return ", ".join(f"`{name}` {types[_TYPES[name]]}" for name in FRAME_COLUMNS)


class FrameExtractor:
    """Callable `quotes_frame` whose extractor is loaded once for many tables.

    path: what the records say of where the articles come from. fields: what the tables call their columns.
    Raises ModelError.
    """

    def __init__(
        self, settings: Settings | None = None, *, path: str = "-", fields: Fields | None = None
    ) -> None:
        self._extractor = load_extractor(settings or Settings())
        self._path = path
        self._fields = fields or Fields()

    def __call__(self, articles: pd.DataFrame) -> pd.DataFrame:
        """Extract the quotes of one table. Raises InputError when it has no columns of texts and ids."""
        return quotes_frame(articles, self._extractor, path=self._path, fields=self._fields)


def quotes_frame(
    articles: pd.DataFrame, extractor: Extractor, *, path: str = "-", fields: Fields | None = None
) -> pd.DataFrame:
    """Make a row for each quote and organization, in the order of the articles; columns: `FRAME_COLUMNS`.

    The table has columns text and id, and where known title, published, publisher and author, or what
    `fields` calls them; an id stands for one article of the whole data. An article that failed is a row with
    its id, its path and why in `failure`, which is empty else: nothing is lost, and no bad article ends a
    job.
    Raises InputError when there are no columns of texts and ids.
    """
    import pandas as pd

    rows = [
        row
        for outcome in _outcomes(articles, extractor, path, fields or Fields())
        for row in _rows_of(outcome)
    ]
    return pd.DataFrame(
        {name: pd.Series([row.get(name) for row in rows], dtype=_dtype(name)) for name in FRAME_COLUMNS}
    )


def _dtype(name: str) -> str:
    return {int: "Int64", float: "Float64", str: "object"}[_TYPES[name]]


def _outcomes(articles: pd.DataFrame, extractor: Extractor, path: str, fields: Fields) -> Iterator[Outcome]:
    for needed in (fields.text, fields.id):
        if needed not in articles.columns:
            present = ", ".join(map(str, articles.columns))
            raise InputError(f"the table has no column {needed!r}, only {present}; name it with `fields`")
    known = articles[[name for name in fields.columns() if name in articles.columns]].astype(object)
    values: list[dict[str, object]] = known.where(known.notna(), None).to_dict("records")  # type: ignore[assignment]
    rows = RowReader(name=path, shown=path, hints=NO_HINTS, fields=fields)
    items = [rows.article(number, value) for number, value in enumerate(values, start=1)]
    done = in_process(extractor)(item for item in items if isinstance(item, Article))
    for item in items:
        yield Outcome(path=item.path, failure=item) if isinstance(item, Failure) else next(done)


def _rows_of(outcome: Outcome) -> Iterator[dict[str, Any]]:
    for record in outcome.records:
        yield from map(asdict, flat_rows(record))
    if outcome.failure:
        failure = outcome.failure
        reason = f"{failure.stage}: {failure.kind}: {failure.message}"
        yield {"article_id": failure.article_id, "path": failure.path, "failure": reason}
