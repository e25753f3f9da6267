"""People, places and nationalities that a content is about, where asked for."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Literal

from extract.layout.spans import CharSpan
from extract.lexicon.tokens import fold
from extract.pipeline.entity import Entity
from extract.quotes.article_index import ArticleIndex
from extract.quotes.entities.short_forms import initials
from extract.quotes.quote import EntityKind, How, Subject
from extract.quotes.speakers.resolution import Resolution

About = Literal["organizations", "people", "places", "nationalities"]
ORGANIZATIONS: tuple[About, ...] = ("organizations",)
_KINDS: dict[str, EntityKind] = {"LOC": "place", "GPE": "place", "FAC": "place", "NORP": "nationality"}
_WANTED: dict[EntityKind, About] = {"place": "places", "nationality": "nationalities"}
_WORD = re.compile(r"[^\W_]+(?:[.'’&-][^\W_]+)*\.?")  # "U.S."


class SubjectFinder:
    """Adds to the organizations of each content of one article what else is asked for.

    entities: of the article, ascending. about: what is wanted.
    """

    def __init__(self, index: ArticleIndex, entities: Sequence[Entity], about: Sequence[About]) -> None:
        self._index = index
        self._about = frozenset(about)
        self._places = self._named_places(entities)
        self._starts = [span.start for span, _, _ in self._places]

    def find(
        self, content: Sequence[CharSpan], organizations: Sequence[Subject], speaker: Resolution
    ) -> tuple[Subject, ...]:
        """Subjects of `content`, each once, in the order of first mention."""
        if self._about == frozenset(ORGANIZATIONS):
            return tuple(organizations)
        found = [*organizations] if "organizations" in self._about else []
        if "people" in self._about:
            found += self._people(content, speaker)
        found += self._other(content)
        return tuple(sorted(found, key=lambda part: part.mentions[0]))

    def _people(self, content: Sequence[CharSpan], speaker: Resolution) -> list[Subject]:
        """The people that the content names, but for the speaker."""
        mentions: defaultdict[str, list[tuple[CharSpan, How]]] = defaultdict(list)
        own = {speaker.speaker.name, *(member.name for member in speaker.speaker.members)}
        for span in content:
            for mention, name in self._index.people_in(span):
                if name is not speaker.name and name.canonical not in own:
                    how: How = "named" if fold(mention.text) == fold(name.canonical) else "alias"
                    mentions[name.canonical].append((mention.span, how))
        return [_part(name, "person", found) for name, found in mentions.items()]

    def _other(self, content: Sequence[CharSpan]) -> list[Subject]:
        mentions: defaultdict[tuple[str, EntityKind], list[tuple[CharSpan, How]]] = defaultdict(list)
        for span in content:
            for at in range(bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)):
                place, name, kind = self._places[at]
                if place.end <= span.end and _WANTED[kind] in self._about:
                    written = place.of(self._index.text)
                    how: How = "named" if _key(written, kind) == _key(name, kind) else "alias"
                    mentions[name, kind].append((place, how))
        return [_part(name, kind, found) for (name, kind), found in mentions.items()]

    def _named_places(self, entities: Sequence[Entity]) -> list[tuple[CharSpan, str, EntityKind]]:
        """Places and nationalities with their canonical names, but those inside names of organizations."""
        text, out = self._index.text, []
        if not self._about & frozenset(_WANTED.values()):
            return []
        forms: defaultdict[tuple[EntityKind, tuple[str, ...]], list[CharSpan]] = defaultdict(list)
        for entity in entities:
            kind = _KINDS.get(entity.label)
            span = _without_article(text, entity.span)
            around = CharSpan(max(0, span.start - 80), span.end + 80)
            if kind is None or any(m.span.overlaps(span) for m, _ in self._index.organizations_in(around)):
                continue
            if key := _key(span.of(text), kind):
                forms[kind, key].append(span)
        for (kind, key), spans in forms.items():
            full = _spelled_out(key, [other for other_kind, other in forms if other_kind == kind])
            name = Counter(" ".join(s.of(text).split()) for s in forms[kind, full]).most_common(1)[0][0]
            out += [(span, name, kind) for span in spans]
        return sorted(out)


def _part(name: str, kind: EntityKind, found: Sequence[tuple[CharSpan, How]]) -> Subject:
    return Subject(name=name, kind=kind, mentions=tuple(span for span, _ in found), how=found[0][1])


def _without_article(text: str, span: CharSpan) -> CharSpan:
    article = re.match(r"the\s+(?=\S)", span.of(text), re.IGNORECASE)  # "the Hague"
    return CharSpan(span.start + article.end(), span.end) if article else span


def _key(written: str, kind: EntityKind) -> tuple[str, ...]:
    """The words by which forms are compared; "Germans" is "German"."""
    words = [fold(word) for word in _WORD.findall(written)]
    if kind == "nationality" and words and len(words[-1]) > 3 and not words[-1].endswith("ss"):
        words[-1] = words[-1].removesuffix("s")
    return tuple(words)


def _spelled_out(key: tuple[str, ...], others: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    """The one name whose initials a short name is ("U.S.", "United States"), else the name itself."""
    if len(key) > 1 or len(key[0]) > 4:
        return key
    full = [other for other in others if len(other) > 1 and key[0] in initials(other)]
    return full[0] if len(full) == 1 else key
