"""Antecedents: whom a pronoun or a definite description refers back to."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.quotes.article_index import ArticleIndex
from extract.quotes.entities.names import Name, distinct
from extract.quotes.entities.organization_kinds import Bodies, may_be
from extract.quotes.lexicon.tokens import WORD, fold
from extract.quotes.lexicon.words import LEGAL_SUFFIXES, ORG_NOUNS, ORG_TAILS
from extract.quotes.speakers.descriptions import PersonDescriptions
from extract.quotes.speakers.gender import Gender, Genders
from extract.quotes.speakers.groups import Groups
from extract.quotes.speakers.prominence import FAR, Reference, most_prominent, prominence
from extract.quotes.speakers.pronouns.resolve import Earlier, PersonPronouns
from extract.spans import CharSpan

__all__ = ["Antecedents", "Earlier", "Reference"]

_DOUBTFUL = 0.5  # probability below which a pronoun is left open
_SUREST = 0.95
_COMMA = re.compile(r",\s+(?:the\s+)?")
_LONGEST_NAME = 90  # characters
_IN_MIND = -2.5  # prominence above which an organization that nothing but "it" or a noun names is meant


class Antecedents:
    """Chooses among the names of one article the one that a mention refers to, or none."""

    def __init__(self, index: ArticleIndex) -> None:
        self._index = index
        self._bodies = Bodies(index.organizations)
        self.groups = Groups(index)
        self._genders = Genders(index)
        self.pronouns = PersonPronouns(index, self._genders)
        self.descriptions = PersonDescriptions(index, self._genders)

    def person(self, mention: CharSpan, past: Sequence[Earlier], gender: Gender) -> Reference | None:
        """Whom "he" or "she" at `mention` means; None when that is nobody, or too doubtful."""
        found = self.pronouns.likely(mention, past, gender)
        if found is None or found[1] < _DOUBTFUL:
            return None
        return Reference(found[0], round(min(found[1], _SUREST), 3))

    def organization(
        self,
        mention: CharSpan,
        past: Sequence[Earlier],
        head: str | None = None,
        *,
        apart: Sequence[Name | None] = (),
    ) -> Reference | None:
        """Which organization "it" or "the HEAD" means: one whose name has the head, else the latest.

        apart: those that cannot be meant.
        """
        names = [name for name in self._near(mention, past) if name not in apart]
        if head is not None:
            named = [name for name in self.organizations_with(head) if name not in apart]
            if best := most_prominent((prominence(self._index, n, mention, past), n) for n in named):
                return best
            names = [n for n in names if not _has_other_noun(n, head) and may_be(n, head)]
        scores = [(prominence(self._index, n, mention, past), n) for n in names]
        return most_prominent(item for item in scores if item[0] > _IN_MIND)

    def apposed(self, phrase: CharSpan) -> Name | None:
        """The organization that explains a phrase: "The regulator, the Office for Networks, said"."""
        text = self._index.text
        words = WORD.findall(phrase.of(text))
        comma = _COMMA.match(text, phrase.end)
        if comma is None or not words or words[-1].lower() not in ORG_NOUNS:
            return None
        behind = self._index.organizations_in(CharSpan(comma.end(), comma.end() + _LONGEST_NAME))
        if not behind or behind[0][0].span.start != comma.end():
            return None
        return behind[0][1] if text[behind[0][0].span.end :][:1] in (",", "(") else None

    def organizations_with(self, noun: str) -> Sequence[Name]:
        """The organizations that a noun may stand for, by their canonical names."""
        return self._bodies.called(noun)

    def _near(self, mention: CharSpan, past: Sequence[Earlier]) -> list[Name]:
        """The organizations in the sentences before a mention, and those that spoke last."""
        index = self._index
        number = max(0, index.sentence_number(mention.start) - FAR)
        start = index.sentences[number].start if index.sentences else 0
        window = CharSpan(min(start, mention.start), mention.start)
        names = [name for _, name in index.organizations_in(window)]
        names += [e.name for e in past[-2:] if e.name is not None and e.name.kind == "organization"]
        return distinct(names)


def _has_other_noun(name: Name, head: str) -> bool:
    """Whether the name itself says that it is something else: "the bank" is no "Ministry of Health"."""
    words = {fold(word) for word in name.canonical.split()}
    return bool(words & (ORG_TAILS - LEGAL_SUFFIXES - {head, "company", "group"}))
