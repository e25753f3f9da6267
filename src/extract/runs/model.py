"""Python interface: a model that is loaded once, texts in, records out."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from extract.article import Article
from extract.errors import ArticleError, InputError
from extract.quotes.entities.watchlist import WatchList, read_watch_list
from extract.quotes.quote import Act
from extract.quotes.subjects.others import ORGANIZATIONS, About
from extract.record.choices import DEFAULT_ACTS
from extract.record.record import Record
from extract.runs.engines.in_process import in_process
from extract.runs.extractor import Extractor, Outcome, load_extractor
from extract.runs.settings import Settings

Text = str | Article


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """Loaded model with its settings. published: EDTF, for articles without a date."""

    extractor: Extractor
    published: str | None = None

    def records(self, texts: Text | Iterable[Text]) -> list[Record]:
        """Extract the records of one text or many, in reading order.

        A string is an article whose id is its place from 0: "0", "1" and so on. Raises InputError for what
        is no text and for two articles of one id, and ArticleError when one fails; `outcomes` goes on.
        """
        found: list[Record] = []
        for outcome in self.outcomes(texts):
            if outcome.failure is not None:
                failure = outcome.failure
                raise ArticleError(
                    f"article {failure.article_id!r}: {failure.stage}: {failure.message}; "
                    "leave it out, or use outcomes(), which goes on"
                )
            found += outcome.records
        return found

    def outcomes(self, texts: Text | Iterable[Text]) -> Iterator[Outcome]:
        """Yield the outcome of each text, in order: its records, or its failure. Memory stays flat."""
        return in_process(self.extractor)(self._articles(texts))

    def _articles(self, texts: Text | Iterable[Text]) -> Iterator[Article]:
        ids: set[str] = set()
        for number, text in enumerate([texts] if isinstance(texts, str | Article) else texts):
            article = _article(text, number)
            if article.id in ids:
                raise InputError(f"two articles have the id {article.id!r}; give each its own")
            ids.add(article.id)
            if article.published is None and self.published is not None:
                article = replace(article, published=self.published, published_from="option")
            yield article


def load(
    model: str | Path | None = None,
    *,
    acts: Sequence[Act] = DEFAULT_ACTS,
    about: Sequence[About] = ORGANIZATIONS,
    organizations: str | Path | WatchList | None = None,
    people: str | Path | WatchList | None = None,
    fuzzy: float | None = None,
    min_confidence: float = 0.0,
    published: str | None = None,
    threads: int = 1,
) -> Model:
    """Load a model, which takes a second or two, and keep its settings; they are those of `extract run`.

    model: name or folder of a spaCy pipeline, None for the one that ships. organizations, people: watch
    lists or their CSV files. Raises ModelError when there is no such model, InputError for a bad setting.
    """
    settings = Settings(
        model=None if model is None else os.fspath(model),
        acts=tuple(acts),
        about=tuple(about),
        organizations=_watch_list(organizations, "organization"),
        people=_watch_list(people, "person"),
        fuzzy=fuzzy,
        min_confidence=min_confidence,
        published=published,
        threads=threads,
    )
    return Model(extractor=load_extractor(settings), published=settings.published)


def records(texts: Text | Iterable[Text]) -> list[Record]:
    """Extract the records of one text or many by the shipped model, which is loaded at each call."""
    return load().records(texts)


def _article(text: object, number: int) -> Article:
    if isinstance(text, Article):
        return text
    if isinstance(text, str):
        return Article(id=str(number), text=text, path="-")
    raise InputError(
        f"text {number} is {text!r:.60}, of type {type(text).__name__}; give strings or extract.Article"
    )


def _watch_list(
    given: str | Path | WatchList | None, kind: Literal["organization", "person"]
) -> WatchList | None:
    return read_watch_list(given, kind=kind) if isinstance(given, str | Path) else given
