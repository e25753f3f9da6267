"""Speakers whom the layout names: the label of a turn, the one interviewed."""

from __future__ import annotations

import re

from extract.quotes import certainty
from extract.quotes.article_index import ArticleIndex
from extract.quotes.quote import Speaker, SpeakerKind
from extract.quotes.speakers.profiles import Profiles
from extract.quotes.speakers.query import Query
from extract.quotes.speakers.resolution import Resolution, nobody, resolution

_COLON = re.compile(r"[\s*_]*:")  # "BRUNN**: No."
_UNNAMED_LABELS = frozenset(["q", "a", "question", "answer"])


class LayoutSpeaker:
    """The person or organization whose name the layout tells."""

    def __init__(self, index: ArticleIndex, profiles: Profiles) -> None:
        self._index = index
        self._profiles = profiles

    def __call__(self, query: Query) -> Resolution | None:
        """Answer a query of a passage that the layout tells."""
        canonical, mention = query.passage.speaker, query.passage.source
        if canonical is None:
            return None
        name = next((name for name in self._index.people if name.canonical == canonical), None)
        if name is not None:
            return self._profiles.person(query, name, certainty.LAYOUT_NAME, mention=mention)
        speaker = Speaker(mention=mention, name=canonical, kind=self._kind(canonical))
        return resolution(query, speaker, certainty.LAYOUT_NAME)

    def _kind(self, canonical: str) -> SpeakerKind:
        """A label that is an organization nowhere else is a person."""
        mentions = [m for n in self._index.organizations if n.canonical == canonical for m in n.mentions]
        only_label = all(_COLON.match(self._index.text, mention.span.end) for mention in mentions)
        return "person" if only_label else "organization"


class UnnamedLabel:
    """The label of an interview that names nobody: "Q:"."""

    def __init__(self, index: ArticleIndex) -> None:
        self._index = index

    def __call__(self, query: Query) -> Resolution | None:
        """Answer a query whose source is such a label."""
        if query.source.of(self._index.text).strip(" .:*").lower() not in _UNNAMED_LABELS:
            return None
        return nobody(query, "unnamed_source", certainty.NOBODY_IN_PARTICULAR)
