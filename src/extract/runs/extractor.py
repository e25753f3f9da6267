"""Extractor: articles to records, all stages between reading and writing, without raising."""

from __future__ import annotations

import gc
import logging
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from extract import __version__
from extract.article import Article, Failure, Stage
from extract.quotes.quote import Act, Quote
from extract.record.from_quote import to_record
from extract.record.record import Provenance, Record
from extract.runs.settings import Settings

if TYPE_CHECKING:
    from extract.pipeline.annotations import Annotations

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """Result of one input: its records, or a failure.

    left_out: number of further records, dropped for their low confidence.
    """

    path: str
    records: tuple[Record, ...] = ()
    left_out: int = 0
    failure: Failure | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Extractor:
    """Extractor of records, made of the pipeline's two functions.

    annotate: articles to their annotations, in any order. acts: of the quotes that are kept.
    min_confidence: of quotes that are kept, 0 to 1. memory: a zone around every call, after which the
    pipeline forgets its texts. prepare: called with the articles before it.
    """

    annotate: Callable[[Iterable[Article]], Iterator[Annotations]]
    quotes_in: Callable[[Annotations], list[Quote]]
    acts: tuple[Act, ...]
    provenance: Provenance
    min_confidence: float = 0.0
    memory: Callable[[], AbstractContextManager[object]] = nullcontext
    prepare: Callable[[Sequence[Article]], None] | None = None

    def __call__(self, articles: Sequence[Article]) -> list[Outcome]:
        """Make the outcome of each article, in the order given.

        When an article breaks a stage, all are tried one by one, so that only that one fails.
        """
        if self.prepare is not None:
            self.prepare(articles)
        with self.memory():
            try:
                done = self._all(articles)
                return [done[article.id] for article in articles]
            except Exception:
                logger.debug("a batch of %d articles failed; trying each alone", len(articles), exc_info=True)
        return [self._alone(article) for article in articles]

    def _all(self, articles: Sequence[Article]) -> dict[str, Outcome]:
        return {
            annotations.article.id: self._outcome(annotations, self.quotes_in(annotations))
            for annotations in self.annotate(articles)
        }

    def _alone(self, article: Article) -> Outcome:
        stage: Stage = "annotate"
        with self.memory():
            try:
                [annotations] = self.annotate([article])
                stage = "assemble"
                quotes = self.quotes_in(annotations)
                stage = "flatten"
                return self._outcome(annotations, quotes)
            except Exception as error:
                logger.debug("%s: %s failed", article.id, stage, exc_info=True)
                return Outcome(path=article.path, failure=_failure(article, stage, error))

    def _outcome(self, annotations: Annotations, quotes: Iterable[Quote]) -> Outcome:
        article = annotations.front_matter.complete(annotations.article)
        wanted = [quote for quote in quotes if quote.act in self.acts]
        kept = [quote for quote in wanted if quote.quote_confidence >= self.min_confidence]
        return Outcome(
            path=article.path,
            records=tuple(to_record(article, quote, provenance=self.provenance) for quote in kept),
            left_out=len(wanted) - len(kept),
        )


@contextmanager
def _collection_paused() -> Iterator[None]:
    """Keep the garbage collector off in the block: what loading makes stays, so collecting is in vain."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


@_collection_paused()
def load_extractor(settings: Settings) -> Extractor:
    """Load the extractor of the pipeline that `settings` name. Raises ModelError when there is none.

    A pipeline without a calibration of its own takes that of the shipped one, whose attributions it has
    or started from; without any, confidence is what the model says.
    """
    # spaCy takes most of a second to load: not before it is known that there is something to do.
    from extract.pipeline import load as pipeline
    from extract.pipeline.model_files import model_folder
    from extract.pipeline.tokenizer_cache import TokenizerCache
    from extract.quotes import assemble
    from extract.quotes.confidence import load_calibration, uncalibrated
    from extract.quotes.entities.watchlist import WatchLists

    lists = WatchLists(organizations=settings.organizations, people=settings.people, fuzzy=settings.fuzzy)
    nlp = pipeline.load_pipeline(settings.model, threads=settings.threads)
    judge = load_calibration(nlp.path) or load_calibration(model_folder()) or uncalibrated
    return Extractor(
        annotate=partial(pipeline.annotate, nlp),
        quotes_in=partial(assemble.quotes_in, judge=judge, lists=lists, about=settings.about),
        acts=settings.acts,
        min_confidence=settings.min_confidence,
        provenance=Provenance(extract=__version__, model=pipeline.model_version(nlp)),
        memory=nlp.memory_zone,
        prepare=TokenizerCache(nlp.tokenizer),
    )


def _failure(article: Article, stage: Stage, error: Exception) -> Failure:
    return Failure(
        path=article.path,
        article_id=article.id,
        stage=stage,
        kind=type(error).__name__,
        message=str(error) or type(error).__name__,
    )
