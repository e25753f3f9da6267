"""Salience of an organization at a quote: how often and how near the article has named it."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Sequence

from extract.lexicon.name_parts import LEGAL_SUFFIXES
from extract.lexicon.organization_nouns import ORGANIZATION_NOUNS
from extract.lexicon.tokens import fold
from extract.quotes.article_index import ArticleIndex
from extract.quotes.entities.names import Name
from extract.quotes.speakers.prominence import MAX_SENTENCES_BACK

_MAX_WORDS = 6  # of a name; more tell no more
_MAX_RATIO = 4.0  # of the places where a name stands to those where it is labelled
_MAX_BETWEEN = 4  # organizations named since
_NEVER = {"distance": 3.0, "between": 5.0}  # of a name that has not been mentioned yet
_NEAR = ("same_sentence", "sentence_before", "same_paragraph", "subject", "last_quoted")


class Salience:
    """The salience of one article's organizations. title: of the article."""

    def __init__(self, index: ArticleIndex, title: str | None) -> None:
        self._index = index
        self._title = (title or "").casefold()
        self._total = sum(len(name.mentions) for name in index.organizations)
        self._kinds: dict[int, dict[str, float]] = {}

    def features(self, names: Sequence[Name], at: int) -> list[dict[str, float]]:
        """What the mentions of each name in front of an offset tell, and what kind of name it is."""
        latest = self._index.latest_organizations(at, _MAX_BETWEEN)
        return [self._features(name, at, latest) for name in names]

    def _features(self, name: Name, at: int, latest: Sequence[Name]) -> dict[str, float]:
        index, mentions = self._index, name.mentions
        count = bisect_right(mentions, at, key=lambda mention: mention.span.end)
        found = {
            "before": math.log1p(count),
            "total": math.log(len(mentions)),
            "share": len(mentions) / self._total,
            "first": float(index.organizations[0] is name),
            **self._kind(name),
        }
        if count == 0:
            return found | _NEVER | dict.fromkeys(_NEAR, 0.0)
        last = mentions[count - 1].span
        number, here = index.sentence_number(last.start), index.sentence_number(at)
        return found | {
            "distance": math.log1p(min(MAX_SENTENCES_BACK, here - number)),
            "same_sentence": float(here == number),
            "sentence_before": float(here == number + 1),
            "same_paragraph": float(index.paragraph_number(last.start) == index.paragraph_number(at)),
            "subject": float(index.opens_sentence(last)),
            "last_quoted": float(index.is_quoted(last)),
            "between": float(_place(name, latest)),
        }

    def _kind(self, name: Name) -> dict[str, float]:
        if name.number not in self._kinds:
            self._kinds[name.number] = self._read_kind(name)
        return self._kinds[name.number]

    def _read_kind(self, name: Name) -> dict[str, float]:
        index, first = self._index, name.mentions[0].text
        words = name.canonical.split()
        labelled = sum(mention.text == first for mention in name.mentions)
        all_words = {word for mention in name.mentions for word in mention.words}
        return {
            "in_title": float(any(mention.text.casefold() in self._title for mention in name.mentions)),
            "in_lead": float(index.sentence_number(name.mentions[0].span.start) <= 1),
            "acronym": float(len(words) == 1 and words[0].isupper()),
            "words": float(min(_MAX_WORDS, len(words))),
            "noun": float(not ORGANIZATION_NOUNS.isdisjoint(fold(word) for word in words)),
            "legal_form": float(not LEGAL_SUFFIXES.isdisjoint(all_words)),
            "unlabelled": min(_MAX_RATIO, index.text.count(first) / labelled),
            "place_inside": float(any(index.has_place(mention.span) for mention in name.mentions[:3])),
            "small_words": float(any(word[:1].islower() for word in words)),
        }


def _place(name: Name, latest: Sequence[Name]) -> int:
    """How many other organizations were named since this one, at most `_MAX_BETWEEN`."""
    return next((rank for rank, other in enumerate(latest) if other is name), _MAX_BETWEEN)
