"""Speakers of small texts, as the rules find them."""

from __future__ import annotations

from collections.abc import Sequence

from extract.layout.spans import CharSpan
from extract.quotes.article_index import ArticleIndex
from extract.quotes.passages.passage import Passage
from extract.quotes.speakers.antecedents import Antecedents
from extract.quotes.speakers.resolution import Resolution
from extract.quotes.speakers.resolve import SpeakerResolver
from tests.marked_texts import span_of


def resolved(
    index: ArticleIndex, antecedents: Antecedents, source: str, content: Sequence[CharSpan]
) -> Resolution:
    """The speaker of an indirect quote whose source is the first occurrence of some words."""
    passage = Passage(
        content=tuple(content),
        source=span_of(index.text, source),
        cue=None,
        confidence=0.9,
        source_confidence=0.9,
    )
    whole = CharSpan(content[0].start, content[-1].end)
    return SpeakerResolver(index, antecedents).resolve(passage, whole, "indirect")
