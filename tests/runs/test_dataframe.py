"""Tables of articles to tables of quotes."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date

import pandas as pd
import pytest

from extract.article import Article
from extract.errors import InputError
from extract.readers.article.table_row import Fields
from extract.record.flat import FLAT_COLUMNS, flat_rows
from extract.runs.dataframe import FRAME_COLUMNS, FrameExtractor, quotes_frame, spark_schema
from extract.runs.extractor import Extractor


def table(**columns: list[object]) -> pd.DataFrame:
    return pd.DataFrame(columns)


def test_rows_are_the_flat_rows_of_the_records(extractor: Extractor) -> None:
    texts = {"a": 'She said "one" and "two".', "b": "Nothing is said.", "c": 'He said "three".'}
    quotes = quotes_frame(table(id=list(texts), text=list(texts.values())), extractor)
    articles = [Article(id=name, path="-", text=text) for name, text in texts.items()]
    rows = [row for outcome in extractor(articles) for record in outcome.records for row in flat_rows(record)]
    found = quotes[list(FLAT_COLUMNS)].astype(object)
    assert found.where(found.notna(), None).to_dict("records") == [asdict(row) for row in rows]
    assert quotes["failure"].isna().all()


def test_title_and_date_of_publication_are_taken_where_there_are_such_columns(extractor: Extractor) -> None:
    articles = table(
        id=["a", "b"], text=['"one"', '"two"'], title=["Won", None], published=[date(2017, 4, 6), None]
    )
    quotes = quotes_frame(articles, extractor)
    assert quotes["title"].tolist() == ["Won", None]
    assert quotes["published"].tolist() == ["2017-04-06", None]


def test_columns_may_be_called_something_else(extractor: Extractor) -> None:
    articles = table(doc=["a"], body=['"one"'], other=[1])
    quotes = quotes_frame(articles, extractor, fields=Fields(text="body", id="doc"), path="s3://news/")
    assert quotes[["article_id", "path", "quote"]].to_numpy().tolist() == [["a", "s3://news/", "one"]]


def test_an_article_that_fails_is_a_row_that_says_why(extractor: Extractor) -> None:
    quotes = quotes_frame(table(id=["a", "b", "c"], text=['"ANNOTATE"', None, '"one"']), extractor)
    assert quotes["article_id"].tolist() == ["a", "b", "c"]
    assert quotes["quote"].tolist() == [None, None, "one"]
    assert quotes["failure"].tolist() == [
        "annotate: RuntimeError: annotate is broken",
        "read: ArticleError: 'text' is empty; put the text of the article there, as a string",
        None,
    ]


def test_types_do_not_depend_on_the_rows(extractor: Extractor) -> None:
    full = quotes_frame(table(id=["a"], text=['"one"']), extractor)
    empty = quotes_frame(table(id=[], text=[]), extractor)
    assert empty.empty
    assert list(empty.columns) == list(full.columns) == list(FRAME_COLUMNS)
    assert empty.dtypes.tolist() == full.dtypes.tolist()
    assert full[["start", "confidence", "quote"]].dtypes.astype(str).tolist() == [
        "Int64",
        "Float64",
        "object",
    ]


def test_a_table_without_ids_is_refused(extractor: Extractor) -> None:
    with pytest.raises(InputError, match="the table has no column 'id', only text; name it with `fields`"):
        quotes_frame(table(text=['"one"']), extractor)


def test_spark_is_told_the_columns_in_order() -> None:
    columns = spark_schema().split(", ")
    assert len(columns) == len(FRAME_COLUMNS)
    assert columns[0] == "`record_id` STRING"
    assert {"`start` BIGINT", "`end` BIGINT", "`confidence` DOUBLE", "`failure` STRING"} <= set(columns)


@pytest.mark.model
def test_the_shipped_model_is_loaded_once_for_many_tables() -> None:
    extract = FrameExtractor()
    for number in range(2):
        text = f'OSTERVIK, April 6, 2017 - "We won {number} seats," said Ada Brunn of Norvik Bank.'
        [row] = extract(table(id=["a"], text=[text])).to_dict("records")
        assert (row["quote"], row["speaker"], row["said_start"]) == (
            f"We won {number} seats",
            "Ada Brunn",
            "2017-04-06",
        )
