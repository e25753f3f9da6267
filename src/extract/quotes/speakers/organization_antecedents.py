"""Antecedents of organizations: which one "it", "the bank" or "its" refers back to."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from itertools import islice

from extract.layout.spans import CharSpan
from extract.lexicon.organization_nouns import ORGANIZATION_NOUNS
from extract.lexicon.tokens import WORD
from extract.quotes.article_index import ArticleIndex
from extract.quotes.entities.names import Name, distinct
from extract.quotes.entities.organization_kinds import OrganizationKinds, has_other_noun, may_be
from extract.quotes.speakers.history import SpeakerHistory
from extract.quotes.speakers.organization_words import OrganizationWords
from extract.quotes.speakers.prominence import MAX_SENTENCES_BACK, most_prominent, prominence
from extract.quotes.speakers.resolution import Reference

_COMMA = re.compile(r",\s+(?:the\s+)?")  # "The regulator, the Office for Networks, said"
_MAX_NAME_CHARS = 90
_MIN_PROMINENCE = -2.5  # of an organization that nothing but "it" or a noun names


class OrganizationAntecedents:
    """Chooses among the organizations of one article the one that a mention refers to, or none."""

    def __init__(self, index: ArticleIndex, history: SpeakerHistory) -> None:
        self._index = index
        self._history = history
        self._kinds = OrganizationKinds(index.organizations)
        self._words = OrganizationWords(index)

    def meant(
        self,
        mention: CharSpan,
        head: str | None = None,
        modifiers: Collection[str] = (),
        *,
        apart: Sequence[Name | None] = (),
    ) -> Reference | None:
        """The organization that "it" or "the HEAD" means.

        The one whose name has the head, else the one that the article calls so, else the most prominent that
        may be one.

        modifiers: of the head, lower case; what the article never ties to an organization forbids the link:
        "the competition watchdog" is none that is not called so. apart: those that cannot be meant.
        """
        names = [name for name in self._near(mention) if name not in apart]
        if head is not None:
            for way in (self._kinds.called(head), self._words.called(head)):
                named = [n for n in way if n not in apart and self._words.allow(n, modifiers)]
                if best := most_prominent((self._prominence(name, mention), name) for name in named):
                    return best
            names = [n for n in names if self._may_be_called(n, head) and self._words.allow(n, modifiers)]
        scores = [(self._prominence(name, mention), name) for name in names]
        return most_prominent(item for item in scores if item[0] > _MIN_PROMINENCE)

    def apposed(self, phrase: CharSpan) -> Name | None:
        """The organization that explains a phrase: "The regulator, the Office for Networks, said"."""
        text = self._index.text
        words = WORD.findall(phrase.of(text))
        comma = _COMMA.match(text, phrase.end)
        if comma is None or not words or words[-1].lower() not in ORGANIZATION_NOUNS:
            return None
        behind = self._index.organizations_in(CharSpan(comma.end(), comma.end() + _MAX_NAME_CHARS))
        if not behind or behind[0][0].span.start != comma.end():
            return None
        return behind[0][1] if text[behind[0][0].span.end :][:1] in (",", "(") else None

    def called(self, noun: str) -> Sequence[Name]:
        """The organizations that a noun may stand for, by their canonical names, else as the article calls
        them."""
        return self._kinds.called(noun) or self._words.called(noun)

    def is_called(self, noun: str) -> bool:
        """Whether the article calls an organization so: "Norvik, a developer in Hull"."""
        return bool(self._words.called(noun))

    def allow(self, name: Name, modifiers: Collection[str]) -> bool:
        """Whether the article ties the modifiers of a description to an organization."""
        return self._words.allow(name, modifiers)

    def _may_be_called(self, name: Name, head: str) -> bool:
        """Whether a noun may be said of an organization that the article has not called so."""
        return not has_other_noun(name, head) and may_be(name, head)

    def _prominence(self, name: Name, mention: CharSpan) -> float:
        return prominence(self._index, name, mention, self._history)

    def _near(self, mention: CharSpan) -> list[Name]:
        """The organizations in the sentences before a mention, and those that spoke last."""
        index = self._index
        number = max(0, index.sentence_number(mention.start) - MAX_SENTENCES_BACK)
        start = index.sentences[number].start if index.sentences else 0
        window = CharSpan(min(start, mention.start), mention.start)
        names = [name for _, name in index.organizations_in(window)]
        spoke = [quote.name for quote in islice(self._history.latest(), 2)]
        names += [name for name in reversed(spoke) if name is not None and name.kind == "organization"]
        return distinct(names)
