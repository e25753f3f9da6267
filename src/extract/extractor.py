"""Articles to records: the stages between reading and writing, as one function that never raises."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from functools import partial
from typing import Any

from extract import __version__
from extract.article import Article
from extract.config import Settings
from extract.failure import Failure, Stage
from extract.quote import Act, Quote
from extract.record import Provenance, Record, to_record

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one article, or of an input that is none: its records, or why there are none."""

    path: str
    records: tuple[Record, ...] = ()
    failure: Failure | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Extractor:
    """Makes the records of articles with the pipeline's two functions.

    annotate: articles to pairs of article and whatever `quotes_in` takes, in any order. acts: of the
    quotes that are kept. memory: a zone around every call, after which the pipeline forgets its texts.
    """

    annotate: Callable[[Iterable[Article]], Iterator[tuple[Article, Any]]]
    quotes_in: Callable[[Article, Any], list[Quote]]
    acts: tuple[Act, ...]
    provenance: Provenance
    memory: Callable[[], AbstractContextManager[object]] = nullcontext

    def __call__(self, articles: Sequence[Article]) -> list[Outcome]:
        """The outcome of each article, in the order given.

        When one of them breaks a stage, all are tried one by one, so that only that one is lost.
        """
        with self.memory():
            try:
                done = self._all(articles)
                return [Outcome(path=article.path, records=done[article.id]) for article in articles]
            except Exception:
                logger.debug("a batch of %d articles failed; trying each alone", len(articles), exc_info=True)
        return [self._alone(article) for article in articles]

    def _all(self, articles: Sequence[Article]) -> dict[str, tuple[Record, ...]]:
        return {
            article.id: self._records(article, self.quotes_in(article, doc))
            for article, doc in self.annotate(articles)
        }

    def _alone(self, article: Article) -> Outcome:
        stage: Stage = "annotate"
        with self.memory():
            try:
                [(_, doc)] = self.annotate([article])
                stage = "assemble"
                quotes = self.quotes_in(article, doc)
                stage = "flatten"
                return Outcome(path=article.path, records=self._records(article, quotes))
            except Exception as error:
                logger.debug("%s: %s failed", article.id, stage, exc_info=True)
                return Outcome(path=article.path, failure=_failure(article, stage, error))

    def _records(self, article: Article, quotes: Iterable[Quote]) -> tuple[Record, ...]:
        kept = (quote for quote in quotes if quote.act in self.acts)
        return tuple(to_record(article, quote, provenance=self.provenance) for quote in kept)


def load_extractor(settings: Settings) -> Extractor:
    """The extractor of the pipeline that `settings` name. Raises ModelError when there is none."""
    # spaCy takes most of a second to load: not before it is known that there is something to do.
    from extract import assemble, pipeline

    nlp = pipeline.load_pipeline(settings.model, threads=settings.threads)
    return Extractor(
        annotate=partial(pipeline.annotate, nlp),
        quotes_in=assemble.quotes_in,
        acts=settings.acts,
        provenance=Provenance(extract=__version__, model=pipeline.model_version(nlp)),
        memory=nlp.memory_zone,
    )


def _failure(article: Article, stage: Stage, error: Exception) -> Failure:
    return Failure(
        path=article.path,
        article_id=article.id,
        stage=stage,
        kind=type(error).__name__,
        message=str(error) or type(error).__name__,
    )
