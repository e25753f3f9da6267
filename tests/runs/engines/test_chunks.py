"""Chunks of articles."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count, islice

from extract.article import Article
from extract.runs.engines.chunks import MAX_CHUNK_CHARS, chunks

MakeArticle = Callable[..., Article]


def test_chunks_grow_and_are_cut_by_number(make_article: MakeArticle) -> None:
    found = list(chunks(make_article("No.", id=str(at)) for at in range(100)))
    assert [len(chunk) for chunk in found] == [2, 4, 8, 16, 32, 32, 6]
    assert [article.id for chunk in found for article in chunk] == [str(at) for at in range(100)]


def test_chunks_are_cut_by_length(make_article: MakeArticle) -> None:
    long = make_article("x" * (MAX_CHUNK_CHARS // 2))
    assert [len(chunk) for chunk in chunks([long] * 8)] == [2, 2, 2, 2]


def test_chunks_are_read_one_by_one(make_article: MakeArticle) -> None:
    endless = (make_article("No.", id=str(at)) for at in count())
    assert [len(chunk) for chunk in islice(chunks(endless), 3)] == [2, 4, 8]
    assert list(chunks([])) == []
