"""The gold of the sample articles is well-formed."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.repository import ROOT, SAMPLES

RAW = ROOT / "data" / "raw"

ARTICLES: list[dict[str, Any]] = [
    json.loads(line) for line in (SAMPLES / "gold.jsonl").read_text(encoding="utf-8").splitlines()
]
QUOTES = [
    pytest.param(article, quote, id=f"{article['id']}-{number}")
    for article in ARTICLES
    for number, quote in enumerate(article["quotes"])
]
BY_ID = [pytest.param(article, id=article["id"]) for article in ARTICLES]

EDTF_DAY = re.compile(r"(?P<year>\d{4}|XXXX)(-(?P<month>\d\d)(-(?P<day>\d\d))?)?")
OPENING_MARKS = "\"'“‘«"


def article_path(name: str) -> Path:
    """Where the article of gold line `name` lies."""
    return next(path for path in (RAW / name, SAMPLES / "tricky" / name) if path.is_file())


def is_edtf(value: str) -> bool:
    """Whether `value` is a year, month or day (the year may be XXXX) that the calendar has."""
    match = EDTF_DAY.fullmatch(value)
    if match is None:
        return False
    year, month, day = match["year"], match["month"], match["day"]
    try:
        date(2000 if year == "XXXX" else int(year), int(month or 1), int(day or 1))
    except ValueError:
        return False
    return True


def is_in(text: str, name: str) -> bool:
    """Whether `name` occurs in `text`, a joint speaker "A and B" also part by part."""
    return name in text or all(part in text for part in name.split(" and "))


def test_every_sample_has_one_line_of_gold() -> None:
    files = [*RAW.glob("*.txt"), *(SAMPLES / "tricky").glob("*.txt")]
    assert sorted(article["id"] for article in ARTICLES) == sorted(file.name for file in files)


@pytest.mark.parametrize("article", BY_ID)
def test_text_is_the_exact_text_of_the_file(article: dict[str, Any]) -> None:
    assert article["text"] == article_path(article["id"]).read_bytes().decode("utf-8")


@pytest.mark.parametrize("path", sorted(RAW.glob("*.txt")), ids=lambda path: path.name)
def test_sample_articles_have_the_length_of_news(path: Path) -> None:
    assert 200 <= len(path.read_text(encoding="utf-8").split()) <= 700


@pytest.mark.parametrize("article", BY_ID)
def test_title_is_a_line_of_the_text_and_published_comes_from_the_sidecar(article: dict[str, Any]) -> None:
    sidecar = article_path(article["id"]).with_suffix(".meta.json")
    meta = json.loads(sidecar.read_text(encoding="utf-8")) if sidecar.is_file() else {}
    assert article["published"] == meta.get("published")
    assert article["title"] is None or article["title"] in article["text"].splitlines()
    assert meta.get("title", article["title"]) == article["title"]


def test_article_without_quotations_has_no_gold_quotes() -> None:
    [article] = [article for article in ARTICLES if article["id"] == "no-quotes.txt"]
    assert article["quotes"] == []


@pytest.mark.parametrize("article", BY_ID)
def test_quotes_and_their_contents_are_in_reading_order(article: dict[str, Any]) -> None:
    text, start = article["text"], 0
    for quote in article["quotes"]:
        start = text.find(quote["content"][0], start)
        assert start >= 0, quote["content"][0]
        end = start
        for content in quote["content"]:
            end = text.find(content, end)
            assert end >= 0, content
            end += len(content)


@pytest.mark.parametrize(("article", "quote"), QUOTES)
def test_every_span_occurs_in_the_text(article: dict[str, Any], quote: dict[str, Any]) -> None:
    spans = [*quote["content"], quote["cue"], quote["speaker"]["mention"]]
    assert [span for span in spans if span is not None and span not in article["text"]] == []
    assert all(span and span == span.strip() for span in spans if span is not None)


@pytest.mark.parametrize(("article", "quote"), QUOTES)
def test_names_are_those_of_the_article(article: dict[str, Any], quote: dict[str, Any]) -> None:
    speaker, organizations = quote["speaker"], quote["organizations"]
    assert speaker["name"] is None or is_in(article["text"], speaker["name"])
    assert [name for name in organizations if name not in article["text"]] == []
    assert len(set(organizations)) == len(organizations)
    assert not set(organizations) & set(quote["organizations_optional"])


@pytest.mark.parametrize(("article", "quote"), QUOTES)
def test_type_and_kind_are_known_and_fit_the_content(article: dict[str, Any], quote: dict[str, Any]) -> None:
    assert quote["type"] in {"direct", "mixed", "indirect"}
    assert quote["speaker"]["kind"] in {"person", "organization", "group", "unknown"}
    assert (quote["speaker"]["name"] is None) <= (quote["speaker"]["kind"] == "unknown")
    if quote["type"] == "direct":
        assert not any(content.startswith(tuple(OPENING_MARKS)) for content in quote["content"])
    if quote["type"] == "mixed":
        assert any(mark in content for content in quote["content"] for mark in OPENING_MARKS)
    assert isinstance(quote["optional"], bool)


@pytest.mark.parametrize(("article", "quote"), QUOTES)
def test_said_is_edtf_with_its_basis(article: dict[str, Any], quote: dict[str, Any]) -> None:
    values = [quote["said"], *quote["said_also"]]
    assert [value for value in values if value is not None and not is_edtf(value)] == []
    assert len(set(values)) == len(values)
    assert quote["said_basis"] in ({None} if quote["said"] is None else {"cue", "dateline", "published"})


@pytest.mark.parametrize("value", ["2017-02-30", "2017-13", "17-04-06", "2017-4-6", "XXXX-04-31", ""])
def test_a_date_that_no_calendar_has_is_no_edtf(value: str) -> None:
    assert not is_edtf(value)
