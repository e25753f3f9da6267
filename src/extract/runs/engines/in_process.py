"""In-process engine: the calling process does the work itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from extract.article import Article
from extract.runs.engines import Engine
from extract.runs.engines.chunks import chunks
from extract.runs.extractor import Extractor, Outcome


def in_process(extractor: Extractor) -> Engine:
    """Make an engine that runs `extractor` here, without guard against articles that crash or hang it."""

    def engine(articles: Iterable[Article]) -> Iterator[Outcome]:
        for chunk in chunks(articles):
            yield from extractor(chunk)

    return engine
