"""From Python: what `import extract` gives."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import astuple

import pandas as pd
import pytest

import extract
from extract.article import Article
from extract.errors import ArticleError, InputError
from extract.record.flat import FLAT_COLUMNS, flat_rows
from extract.runs.extractor import Extractor
from extract.runs.model import Model
from tests.record.writers.made import hard_records


@pytest.fixture
def loaded(extractor: Extractor) -> Model:
    return Model(extractor=extractor)


def test_importing_the_package_loads_nothing_more() -> None:
    code = (
        "import sys, extract; dir(extract); "
        "assert not {'spacy', 'pandas', 'numpy', 'pydantic', 'extract.runs.model'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_everything_that_the_package_names_is_there() -> None:
    assert set(extract.__all__) <= set(dir(extract))
    for name in extract.__all__:
        assert getattr(extract, name)
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        extract.nonsense  # noqa: B018


def test_strings_are_articles_called_by_their_place(loaded: Model) -> None:
    records = loaded.records(['"One."', "nothing", '"Two."'])
    assert [(record.article.id, record.quote.text) for record in records] == [("0", "One."), ("2", "Two.")]
    assert loaded.records('"One."')[0].article.path == "-"
    assert loaded.records(text for text in ['"One."'])[0].article.id == "0"
    assert loaded.records([]) == []


def test_articles_keep_what_they_say(loaded: Model) -> None:
    [record] = loaded.records(Article(id="x", path="x.txt", text='"One."', publisher="Norvik Times"))
    assert (record.article.id, record.article.publisher) == ("x", "Norvik Times")


def test_a_date_is_for_articles_without_one(extractor: Extractor) -> None:
    loaded = Model(extractor=extractor, published="2017-04")
    dated = Article(id="x", path="x.txt", text='"One."', published="2016")
    found = [(r.article.published, r.article.published_from) for r in loaded.records([dated, '"Two."'])]
    assert found == [("2016", None), ("2017-04", "option")]


def test_what_is_no_text_is_named(loaded: Model) -> None:
    with pytest.raises(InputError, match="text 1 is nan, of type float; give strings"):
        loaded.records(['"One."', float("nan")])  # type: ignore[list-item]


def test_two_articles_of_one_id_are_refused(loaded: Model) -> None:
    article = Article(id="x", path="x.txt", text='"One."')
    with pytest.raises(InputError, match="two articles have the id 'x'"):
        loaded.records([article, article])


def test_an_article_that_fails_is_an_error_of_records_and_an_outcome_of_outcomes(loaded: Model) -> None:
    texts = ['"One."', 'ANNOTATE "no"', '"Two."']
    with pytest.raises(ArticleError, match=r"article '1': annotate: .*use outcomes\(\), which goes on"):
        loaded.records(texts)
    outcomes = list(loaded.outcomes(texts))
    assert [len(outcome.records) for outcome in outcomes] == [1, 0, 1]
    assert outcomes[1].failure is not None


def test_a_frame_has_the_flat_rows_with_their_types() -> None:
    records = hard_records()
    table = extract.to_frame(records)
    assert tuple(table.columns) == FLAT_COLUMNS
    rows = [tuple(None if pd.isna(cell) else cell for cell in row) for row in table.itertuples(index=False)]
    assert rows == [astuple(row) for record in records for row in flat_rows(record)]
    assert (str(table["start"].dtype), str(table["confidence"].dtype)) == ("int64", "float64")


def test_no_records_are_a_frame_with_the_same_columns_and_types() -> None:
    empty, full = extract.to_frame([]), extract.to_frame(hard_records())
    assert len(empty) == 0
    assert empty.dtypes.equals(full.dtypes)


def test_without_pandas_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(InputError, match="tables need pandas; pip install pandas"):
        extract.to_frame([])


@pytest.mark.model
def test_settings_of_load_are_those_of_a_run() -> None:
    with pytest.raises(InputError, match="there is no act 'shouts'"):
        extract.load(acts=["shouts"])  # type: ignore[list-item]
    with pytest.raises(InputError, match="published is 'soon'"):
        extract.load(published="soon")
    [record] = extract.records("“Nobody asked us,” said Per Holm, chairman of the union Riksnett.")
    assert record.speaker.name == "Per Holm"
