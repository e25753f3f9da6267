"""Chunks: the articles that a worker gets at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, repeat

from extract.article import Article

# Few at first, for the first records to come soon and a handful of articles to go to all workers; then
# enough that sending them costs nothing, and few enough that the last chunk is soon done.
_FIRST_CHUNK_ARTICLES = (2, 4, 8, 16)
_MAX_CHUNK_ARTICLES = 32
MAX_CHUNK_CHARS = 50_000  # about three seconds of one core


def chunks(articles: Iterable[Article]) -> Iterator[list[Article]]:
    """Cut articles into chunks by number and length, reading no further than one chunk.

    The same articles give the same chunks. Only the last article of a chunk may exceed `MAX_CHUNK_CHARS`.
    """
    sizes = chain(_FIRST_CHUNK_ARTICLES, repeat(_MAX_CHUNK_ARTICLES))
    chunk: list[Article] = []
    size, characters = next(sizes), 0
    for article in articles:
        chunk.append(article)
        characters += len(article.text)
        if len(chunk) >= size or characters >= MAX_CHUNK_CHARS:
            yield chunk
            chunk, size, characters = [], next(sizes), 0
    if chunk:
        yield chunk
