"""Speakers without a name: "a senior official", "ministers", "police", "a study"."""

from __future__ import annotations

from itertools import islice

from extract.lexicon.tokens import WORD
from extract.quotes import certainty
from extract.quotes.article_index import ArticleIndex
from extract.quotes.quote import Speaker, SpeakerKind
from extract.quotes.speakers.fuller_phrases import FullerPhrases
from extract.quotes.speakers.heads import PREPOSITION, kind_of, without_participle
from extract.quotes.speakers.history import SpeakerHistory
from extract.quotes.speakers.profiles import Profiles
from extract.quotes.speakers.query import ARTICLE, Query
from extract.quotes.speakers.resolution import Resolution, resolution

_MAX_QUOTES_BACK = 4  # from "the source" to where it is introduced


class UnnamedSource:
    """The source itself in place of a name, under the fullest description that the article has for it."""

    def __init__(self, index: ArticleIndex, history: SpeakerHistory, profiles: Profiles) -> None:
        self._index = index
        self._history = history
        self._profiles = profiles
        self._fuller = FullerPhrases(index)

    def __call__(self, query: Query) -> Resolution:
        """Answer any query: what nothing else resolves."""
        written = query.phrase.of(self._index.text)
        kind = kind_of(self._index, query.head, query.phrase)
        name = " ".join(written.split())
        if kind == "organization" or query.definite:
            name = ARTICLE.sub("", name)
        if query.definite and kind in ("group", "organization"):
            name = self._fuller.of(query.phrase, query.head, proper=kind == "organization") or name
        if kind in ("person", "group") and (query.definite or query.words == query.head_words[-1:]):
            name = self._earlier(query, kind) or name
        reason = None if kind in ("organization", "group", "document") else "unnamed_source"
        speaker = Speaker(
            mention=query.mention,
            name=name or None,
            kind=kind,
            reason=reason,
            affiliation=self._profiles.employer(query.phrase) if kind == "person" else None,
        )
        return resolution(query, speaker, certainty.DESCRIPTION)

    def _earlier(self, query: Query, kind: SpeakerKind) -> str | None:
        """The description of the last speaker without a name who was called by the same noun: "the source" is
        "a senior police source"."""
        for quote in islice(self._history.latest(), _MAX_QUOTES_BACK):
            speaker = quote.speaker
            if (
                quote.name is None
                and speaker.kind == kind
                and speaker.name
                and _head(speaker.name) == query.head
            ):
                return speaker.name
        return None


def _head(name: str) -> str:
    cut = PREPOSITION.search(name)
    words = without_participle(WORD.findall(name[: cut.start()] if cut else name))
    return words[-1].lower() if words else ""
