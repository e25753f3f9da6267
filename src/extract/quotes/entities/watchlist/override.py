"""Entities of an article, with those that a watch list knows better than the network."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence

from extract.lexicon.words import HONORIFICS, LEGAL_SUFFIXES
from extract.pipeline.entity import Entity
from extract.quotes.entities.names import NameKind
from extract.quotes.entities.watchlist.index import NameIndex
from extract.quotes.entities.watchlist.matches import ArticleWords, Hit
from extract.quotes.entities.watchlist.normalize import strict_words
from extract.spans import CharSpan

_LABELS: dict[NameKind, str] = {"organization": "ORG", "person": "PERSON"}
_KINDS: dict[str, NameKind] = {"ORG": "organization", "PERSON": "person", "PER": "person"}
_PLACES = frozenset(["LOC", "GPE", "FAC", "NORP"])
_NEVER = frozenset(["DATE", "MONEY", "TIME", "PERCENT", "QUANTITY", "ORDINAL", "CARDINAL"])
_FRONT = HONORIFICS | {"the", "a", "an"}
_BEHIND = LEGAL_SUFFIXES | {"s"}  # of a possessive
# What stands in or near a name is said of a place: "in the", not "told the".
_WHERE = re.compile(
    r"\b(?:in|near|at|across|along|around|through|outside|inside|into|over|up|down|towards?|from)\s+(?:the\s+)?$",
    re.IGNORECASE,
)

_SAYS = re.compile(r"\s(?:said|says|told|announced|denied|denies|warned|warns|insisted|insists|added)\b")


class _Claims:
    """The entities of one article, and which of them give way to names of lists."""

    def __init__(self, text: str, entities: Iterable[Entity]) -> None:
        self.text = text
        self.entities = sorted(entities, key=lambda entity: entity.span)
        self._ends = [entity.span.end for entity in self.entities]
        self._starts = [entity.span.start for entity in self.entities]
        people = (e.span.of(text) for e in self.entities if _KINDS.get(e.label) == "person")
        self._surnames = {word for words in map(strict_words, people) if len(words) > 1 for word in words}

    def over(self, span: CharSpan) -> list[Entity]:
        """The entities that share a code point with `span`."""
        return self.entities[bisect_right(self._ends, span.start) : bisect_left(self._starts, span.end)]

    def is_known(self, hit: Hit, kind: NameKind) -> bool:
        """Whether the hit is an entity of its kind already."""
        return any(_KINDS.get(e.label) == kind and self._is_same(e, hit) for e in self.over(hit.span))

    def gives_way(self, hit: Hit, kind: NameKind, *, elsewhere: bool) -> bool:
        """Whether all entities at the hit are less likely than the name of the list.

        elsewhere: the article surely names the same one at another place.
        """
        over = self.over(hit.span)
        if hit.words > 1:
            inside = any(e.span.holds(hit.span) and not self._is_same(e, hit) for e in over)
            return not inside and not any(e.label in _NEVER and self._is_same(e, hit) for e in over)
        if kind == "organization" and self._is_surname(hit):
            return False
        if not over:
            return True
        if kind == "person" or len(over) > 1 or not self._is_same(over[0], hit) or over[0].label in _NEVER:
            return False
        return over[0].label not in _PLACES or self._acts(over[0], hit, elsewhere)

    def _acts(self, entity: Entity, hit: Hit, elsewhere: bool) -> bool:
        """Whether what was taken for a place or nationality is spoken of as an organization."""
        if _WHERE.search(self.text, max(0, hit.span.start - 16), hit.span.start):
            return False
        return elsewhere or entity.label == "FAC" or _SAYS.match(self.text, hit.span.end) is not None

    def replaced_by(self, listed: Sequence[Entity]) -> list[Entity]:
        """The entities with others in the place of those that they overlap, ascending."""
        gone = {entity.span for other in listed for entity in self.over(other.span)}
        kept = [entity for entity in self.entities if entity.span not in gone]
        return sorted([*kept, *listed], key=lambda entity: entity.span)

    def _is_same(self, entity: Entity, hit: Hit) -> bool:
        """Whether an entity is the hit but for a title or "the" before it and an ending behind it."""
        if not entity.span.holds(hit.span):
            return False
        front = strict_words(self.text[entity.span.start : hit.span.start])
        behind = strict_words(self.text[hit.span.end : entity.span.end])
        return set(front) <= _FRONT and set(behind) <= _BEHIND

    def _is_surname(self, hit: Hit) -> bool:
        return not self._surnames.isdisjoint(strict_words(hit.span.of(self.text)))


def with_list_entities(
    text: str, entities: Sequence[Entity], indexes: Iterable[NameIndex], apart: CharSpan | None = None
) -> tuple[list[Entity], list[CharSpan]]:
    """`entities` with the names of the lists, and the places where two lists have the name and no entity
    says which is meant. apart: where the lists do not count, such as the dateline.

    A longer name than an entity takes its place, and an entity of another kind becomes one of the list's;
    a name inside a longer entity does not count ("Norvik" in "Norvik Stadium").
    """
    claims, words = _Claims(text, entities), ArticleWords(text)
    known: set[CharSpan] = set()
    new: defaultdict[CharSpan, set[NameKind]] = defaultdict(set)
    for index in indexes:
        hits = [hit for hit in words.hits(index) if apart is None or not apart.overlaps(hit.span)]
        at_home = {hit.span for hit in hits if claims.is_known(hit, index.kind)}
        sure = {s.entry.id for hit in hits if hit.sure or hit.span in at_home for s in hit.spellings}
        firm = {s.entry.id for hit in hits if hit.words > 1 or hit.span in at_home for s in hit.spellings}
        known |= at_home
        for hit in hits:
            entries = {spelling.entry.id for spelling in hit.spellings}
            is_name = claims.over(hit.span) or not entries.isdisjoint(sure)
            elsewhere = not entries.isdisjoint(firm)
            if hit.span not in at_home and is_name and claims.gives_way(hit, index.kind, elsewhere=elsewhere):
                new[hit.span].add(index.kind)
    spans = _apart(sorted({*known, *new}, key=lambda span: (-len(span), span.start)))
    named = [(span, new[span]) for span in spans if span in new and span not in known]
    disputed = [span for span, kinds in named if len(kinds) > 1]
    listed = [Entity(span, _LABELS[kind]) for span, kinds in named if len(kinds) == 1 for kind in kinds]
    return claims.replaced_by(listed), disputed


def _apart(spans: Iterable[CharSpan]) -> list[CharSpan]:
    """Those that overlap none before them, ascending."""
    out: list[CharSpan] = []
    for span in spans:
        at = bisect_left(out, span)
        if not any(span.overlaps(other) for other in out[max(0, at - 1) : at + 1]):
            out.insert(at, span)
    return out
