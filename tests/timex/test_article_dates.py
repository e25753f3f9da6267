"""The time expressions of an article, without its quotes."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from extract.article import Article
from extract.cli.dates_view import in_sentence, show_dates
from extract.spans import CharSpan
from extract.timex.article_dates import find_dates

TEXT = "OSTERVIK, April 6, 2017 (NVA) — It rained on Tuesday. Since 2014 it rained every year.\n"
WORDS = st.sampled_from(
    [
        "Tuesday",
        "May 2010",
        "two weeks ago",
        "\r\n",
        " ",
        "😀",
        "“",
        "1990s",
        "Q3",
        "é",
        "3/4/2015",
        "now",
        ". ",
    ]
)


def article(text: str, published: str | None = None) -> Article:
    return Article(id="a.txt", path="a.txt", text=text, published=published)


def edtf(text: str, published: str | None = None) -> list[str | None]:
    return [timex.edtf for timex in find_dates(article(text, published)).timexes]


def test_expressions_hang_on_the_dateline_before_publication() -> None:
    assert edtf(TEXT, published="2017-04-20")[:3] == ["2017-04-06", "2017-04-04", "2014"]


def test_expressions_hang_on_publication_without_a_dateline() -> None:
    assert edtf("It rained yesterday.", published="2017-04-20") == ["2017-04-19"]
    assert edtf("It rained yesterday.") == [None]


def test_the_line_has_the_keys_of_the_page_in_their_order() -> None:
    line = find_dates(article("Café opened in May 2010.")).line()
    assert line == (
        '{"id":"a.txt","dates":[{"start":15,"end":23,"text":"May 2010","type":"DATE","value":"2010-05",'
        '"edtf":"2010-05"}]}\n'
    )


def test_an_article_without_dates_has_a_line_too() -> None:
    assert json.loads(find_dates(article("It rained.")).line()) == {"id": "a.txt", "dates": []}


@given(st.one_of(st.text(max_size=300), st.lists(WORDS, max_size=30).map("".join)))
def test_every_text_is_its_slice_in_ascending_order(text: str) -> None:
    dates = find_dates(article(text, "2017-04-06")).as_json()["dates"]
    assert all(text[date["start"] : date["end"]] == date["text"] != "" for date in dates)
    assert all(one["end"] <= other["start"] for one, other in pairwise(dates))


def test_a_person_sees_the_anchor_and_each_expression_in_its_sentence() -> None:
    console = Console(file=io.StringIO(), width=120)
    show_dates(console, find_dates(article(TEXT)))
    shown = console.file.getvalue()  # type: ignore[attr-defined]
    assert shown.startswith("a.txt  2017-04-06 (dateline)\n")
    assert "│ Since 2014 it rained every year." in shown
    assert "2017-04-04" in shown


def test_a_person_sees_that_there_is_nothing() -> None:
    console = Console(file=io.StringIO(), width=120)
    show_dates(console, find_dates(article("It rained.")))
    assert console.file.getvalue() == "a.txt  no date of its own\nNo time expressions.\n"  # type: ignore[attr-defined]


def test_markup_and_control_characters_of_an_article_are_shown_as_text() -> None:
    text = "The [bold]rain\x1b[2J of May 2010."
    shown = in_sentence(text, CharSpan(text.index("May"), text.index("May") + 8)).plain
    assert shown == "The [bold]rain\ufffd[2J of May 2010."


@pytest.mark.parametrize("length", [40, 4000])
def test_a_long_sentence_is_cut_at_words(length: int) -> None:
    text = "rain " * length + "in May 2010" + " rain" * length
    at = text.index("May")
    shown = in_sentence(text, CharSpan(at, at + 8)).plain
    assert shown.startswith("… rain ")
    assert shown.endswith(" rain …")
    assert len(shown) < 140


def test_no_model_and_no_spacy_is_loaded() -> None:
    code = (
        "import sys, extract.timex.article_dates, extract.readers, extract.cli.dates; "
        "sys.exit(bool({'spacy', 'numpy', 'onnxruntime', 'tokenizers', 'dateparser'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
