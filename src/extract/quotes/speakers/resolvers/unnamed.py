"""Speakers without a name: "a senior official", "ministers", "police", "a study"."""

from __future__ import annotations

from extract.quotes import certainty
from extract.quotes.article_index import ArticleIndex
from extract.quotes.quote import Speaker
from extract.quotes.speakers.fuller_phrases import FullerPhrases
from extract.quotes.speakers.heads import kind_of
from extract.quotes.speakers.profiles import Profiles
from extract.quotes.speakers.query import ARTICLE, Query
from extract.quotes.speakers.resolution import Resolution, resolution

# In front of a noun that nothing else describes.
_DETERMINERS = frozenset("the a an this that these those".split())


class UnnamedSource:
    """The source itself in place of a name, under the fullest description that the article has for it.

    Sources are asked about in reading order: "the source" is the "ministerial source" who spoke before.
    """

    def __init__(self, index: ArticleIndex, profiles: Profiles) -> None:
        self._index = index
        self._profiles = profiles
        self._fuller = FullerPhrases(index)
        self._introduced: dict[str, str] = {}

    def __call__(self, query: Query) -> Resolution:
        """Answer any query: what nothing else resolves."""
        written = query.phrase.of(self._index.text)
        kind = kind_of(self._index, query.head, query.phrase)
        name = " ".join(written.split())
        if kind == "organization" or query.definite:
            name = ARTICLE.sub("", name)
        if query.definite and kind in ("group", "organization"):
            name = self._fuller.of(query.phrase, query.head) or name
        name = self._as_introduced(query, name)
        reason = None if kind in ("organization", "group", "document") else "unnamed_source"
        speaker = Speaker(
            mention=query.mention,
            name=name or None,
            kind=kind,
            reason=reason,
            affiliation=self._profiles.employer(query.phrase) if kind == "person" else None,
        )
        return resolution(query, speaker, certainty.DESCRIPTION)

    def _as_introduced(self, query: Query, name: str) -> str:
        """What an earlier source with this head noun was called at length, for "the source" and "Sources"."""
        modifiers = [word for word in query.head_words[:-1] if word.lower() not in _DETERMINERS]
        if modifiers or query.complement is not None:
            self._introduced[query.head] = name
            return name
        is_same = query.definite or len(query.words) == 1
        return self._introduced.get(query.head, name) if is_same else name
