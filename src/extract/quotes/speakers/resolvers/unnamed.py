"""Speakers without a name: "a senior official", "ministers", "police", "a study"."""

from __future__ import annotations

from extract.quotes import certainty
from extract.quotes.article_index import ArticleIndex
from extract.quotes.quote import Speaker
from extract.quotes.speakers.fuller_phrases import FullerPhrases
from extract.quotes.speakers.heads import kind_of
from extract.quotes.speakers.query import ARTICLE, Query
from extract.quotes.speakers.resolution import Resolution, resolution


class UnnamedSource:
    """The source itself in place of a name, under the fullest description that the article has for it."""

    def __init__(self, index: ArticleIndex) -> None:
        self._index = index
        self._fuller = FullerPhrases(index)

    def __call__(self, query: Query) -> Resolution:
        """Answer any query: what nothing else resolves."""
        written = query.phrase.of(self._index.text)
        kind = kind_of(self._index, query.head, query.phrase)
        name = " ".join(written.split())
        if kind == "organization" or query.definite:
            name = ARTICLE.sub("", name)
        if query.definite and kind in ("group", "organization"):
            name = self._fuller.of(query.phrase, query.head) or name
        reason = None if kind in ("organization", "group", "document") else "unnamed_source"
        speaker = Speaker(mention=query.mention, name=name or None, kind=kind, reason=reason)
        return resolution(query, speaker, certainty.DESCRIPTION)
