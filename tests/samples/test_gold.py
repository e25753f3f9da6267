"""The gold of the sample articles is well-formed."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.repository import ROOT, SAMPLES

RAW = ROOT / "data" / "raw"

ARTICLES: list[dict[str, Any]] = [
    json.loads(line) for line in (SAMPLES / "gold.jsonl").read_text(encoding="utf-8").splitlines()
]
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


def problems(check: Callable[[dict[str, Any]], bool]) -> list[str]:
    """The ids of the articles that a check does not accept."""
    return [article["id"] for article in ARTICLES if not check(article)]


def quote_problems(check: Callable[[dict[str, Any], dict[str, Any]], bool]) -> list[str]:
    """The quotes that a check does not accept, as ARTICLE-NUMBER."""
    return [
        f"{article['id']}-{number}"
        for article in ARTICLES
        for number, quote in enumerate(article["quotes"])
        if not check(article, quote)
    ]


def in_reading_order(article: dict[str, Any]) -> bool:
    """Whether quotes follow one another in the text, and the contents of each."""
    start = 0
    for quote in article["quotes"]:
        start = end = article["text"].find(quote["content"][0], start)
        for content in quote["content"]:
            end = article["text"].find(content, end)
            if start < 0 or end < 0:
                return False
            end += len(content)
    return True


def has_metadata_of_its_file(article: dict[str, Any]) -> bool:
    """Whether the title is a line of the text, and what a file beside it states is so."""
    sidecar = article_path(article["id"]).with_suffix(".meta.json")
    meta = json.loads(sidecar.read_text(encoding="utf-8")) if sidecar.is_file() else {}
    title: str | None = article["title"]
    return (
        article["published"] == meta.get("published")
        and (title is None or title in article["text"].splitlines())
        and meta.get("title", title) == title
    )


def has_spans_of_the_text(article: dict[str, Any], quote: dict[str, Any]) -> bool:
    """Whether contents, cue and mention stand in the text, without blanks around them."""
    spans = [*quote["content"], quote["cue"], quote["speaker"]["mention"]]
    return all(
        span and span == span.strip() and span in article["text"] for span in spans if span is not None
    )


def has_names_of_the_text(article: dict[str, Any], quote: dict[str, Any]) -> bool:
    """Whether speaker and organizations are named in the article, each organization once."""
    speaker, organizations = quote["speaker"]["name"], quote["organizations"]
    return (
        (speaker is None or is_in(article["text"], speaker))
        and all(name in article["text"] for name in organizations)
        and len(set(organizations)) == len(organizations)
        and not set(organizations) & set(quote["organizations_optional"])
    )


def has_known_type_and_kind(_: dict[str, Any], quote: dict[str, Any]) -> bool:
    """Whether type and kind are of their lists and fit the contents."""
    contents, speaker = quote["content"], quote["speaker"]
    marked = [any(mark in content for mark in OPENING_MARKS) for content in contents]
    return (
        quote["type"] in {"direct", "mixed", "indirect"}
        and speaker["kind"] in {"person", "organization", "group", "unknown"}
        and (speaker["name"] is not None or speaker["kind"] == "unknown")
        and not (quote["type"] == "direct" and any(c.startswith(tuple(OPENING_MARKS)) for c in contents))
        and (quote["type"] != "mixed" or any(marked))
        and isinstance(quote["optional"], bool)
    )


def has_dates_with_their_basis(_: dict[str, Any], quote: dict[str, Any]) -> bool:
    """Whether all days are EDTF, each once, and the basis says where the first comes from."""
    values = [value for value in (quote["said"], *quote["said_also"]) if value is not None]
    return (
        all(map(is_edtf, values))
        and len(set(values)) == len(values)
        and quote["said_basis"] in ({None} if quote["said"] is None else {"cue", "dateline", "published"})
    )


def test_sample_articles_have_the_length_of_news() -> None:
    lengths = {path.name: len(path.read_text(encoding="utf-8").split()) for path in RAW.glob("*.txt")}
    assert {name: words for name, words in lengths.items() if not 200 <= words <= 700} == {}


def test_article_without_quotations_has_no_gold_quotes() -> None:
    [article] = [article for article in ARTICLES if article["id"] == "no-quotes.txt"]
    assert article["quotes"] == []


def test_texts_are_those_of_the_files() -> None:
    assert problems(lambda line: line["text"] == article_path(line["id"]).read_bytes().decode("utf-8")) == []


def test_titles_and_days_are_those_of_the_files() -> None:
    assert problems(has_metadata_of_its_file) == []


def test_quotes_and_their_contents_are_in_reading_order() -> None:
    assert problems(in_reading_order) == []


@pytest.mark.parametrize(
    "check",
    [has_spans_of_the_text, has_names_of_the_text, has_known_type_and_kind, has_dates_with_their_basis],
)
def test_every_quote_is_well_formed(check: Callable[[dict[str, Any], dict[str, Any]], bool]) -> None:
    assert quote_problems(check) == []


@pytest.mark.parametrize("value", ["2017-02-30", "2017-13", "17-04-06", "2017-4-6", "XXXX-04-31", ""])
def test_a_date_that_no_calendar_has_is_no_edtf(value: str) -> None:
    assert not is_edtf(value)
