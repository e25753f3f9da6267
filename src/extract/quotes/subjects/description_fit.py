"""Fit of descriptions: how well "the state agency" suits an organization of the article."""

from __future__ import annotations

from dataclasses import dataclass

from extract.lexicon.name_parts import LEGAL_SUFFIXES
from extract.lexicon.person_nouns import is_plural_noun
from extract.lexicon.tokens import fold
from extract.quotes.article_index import ArticleIndex
from extract.quotes.entities.names import Name
from extract.quotes.entities.organization_kinds import LOOSE_NOUNS, OrganizationKinds, has_other_noun, may_be
from extract.quotes.speakers.organization_words import ANY_BODY, OrganizationWords
from extract.quotes.subjects.references import BodyReference


@dataclass(frozen=True, slots=True)
class Fit:
    """How well a description suits. level: 4 where the name has the noun, 3 where the article calls it so, 2
    where the name tells of that kind, 1 and 0 where it may be one, below where it is none. known, unknown:
    whether a modifier is a word for it, and whether one is not."""

    level: float
    known: bool
    unknown: bool

    @property
    def score(self) -> float:
        """The level, more with a known modifier and less with an unknown."""
        return self.level + self.known - self.unknown


class DescriptionFits:
    """Judges the descriptions of one article. nouns: those by which it calls its organizations."""

    def __init__(self, index: ArticleIndex) -> None:
        self._words = OrganizationWords(index)
        self._kinds = OrganizationKinds(index.organizations)
        names = index.organizations
        called = {noun for name in names for noun in self._words.nouns(name)}
        self.nouns = frozenset(called | {noun for name in names if (noun := _last_noun(name))})

    def of(self, name: Name, reference: BodyReference) -> Fit:
        """The fit of a description and an organization."""
        known = self._words.modifiers(name) | self._words.nouns(name)
        modifiers = [word for word in reference.modifiers if word not in ANY_BODY]
        return Fit(
            self._level(name, reference.noun),
            any(word in known for word in modifiers),
            any(word not in known for word in modifiers),
        )

    def _level(self, name: Name, noun: str) -> float:
        words = {fold(word) for mention in name.mentions for word in mention.words}
        if noun in words:
            return 4.0
        if noun in self._words.nouns(name):
            return 3.0
        if name in self._kinds.called(noun):
            return 2.0
        if not may_be(name, noun):
            return -2.0
        if has_other_noun(name, noun):
            return -1.0
        return float(noun in LOOSE_NOUNS)


def _last_noun(name: Name) -> str | None:
    """The noun at the end of a name of several words: "directorate"; no plural, as of "Norvik Foods"."""
    words = name.canonical.split()
    last = fold(words[-1])
    return last if len(words) > 1 and last not in LEGAL_SUFFIXES and not is_plural_noun(last) else None
