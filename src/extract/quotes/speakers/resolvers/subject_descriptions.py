"""Speakers whom a new description stands for: "the designer", of the one whom the text around is about."""

from __future__ import annotations

import re

from extract.layout.spans import CharSpan
from extract.lexicon.first_names import MEN, WOMEN
from extract.lexicon.gendered_nouns import FEMALE_TITLES, MALE_TITLES
from extract.lexicon.person_nouns import is_person_noun, is_plural_noun
from extract.lexicon.tokens import WORD, fold
from extract.quotes import certainty
from extract.quotes.article_index import ArticleIndex
from extract.quotes.entities.names import Name, distinct
from extract.quotes.speakers.history import SpeakerHistory
from extract.quotes.speakers.profiles import Profiles
from extract.quotes.speakers.pronouns.resolve import PersonPronouns
from extract.quotes.speakers.query import Query
from extract.quotes.speakers.resolution import Reference, Resolution
from extract.quotes.speakers.title_phrases import titles_of

_MAX_SENTENCES_BACK = 3  # to who is named
_BARE_WORDS = 2  # "the judge"
_MAX_PARAGRAPHS_BACK = 2  # to who spoke


class SubjectDescription:
    """ "The Danish designer": the one person whom the sentences before name, or who spoke last."""

    def __init__(
        self, index: ArticleIndex, history: SpeakerHistory, pronouns: PersonPronouns, profiles: Profiles
    ) -> None:
        self._index = index
        self._history = history
        self._pronouns = pronouns
        self._profiles = profiles

    def __call__(self, query: Query) -> Resolution | None:
        """Answer a query whose source is a definite description that nothing else resolves."""
        if not query.definite or not is_person_noun(query.head) or is_plural_noun(query.head):
            return None
        if self._is_introduced(query):
            return None
        name = self._subject(query)
        if name is None or _differs(name, query.head):
            return None
        self._pronouns.note(query.phrase, name)
        return self._profiles.referred(query, Reference(name, certainty.DESCRIPTION_OF_SUBJECT))

    def _is_introduced(self, query: Query) -> bool:
        """Whether the text before has brought in somebody without a name by that noun: "a designer"."""
        noun = re.escape(query.head)
        owner = r"(?:an?|another|one|two|his|her|their|its|['’]s)"
        known = re.compile(rf"\b{owner}\s+(?:[\w-]+\s+){{0,3}}{noun}s?\b", re.IGNORECASE)
        return known.search(self._index.text, 0, query.source.start) is not None

    def _subject(self, query: Query) -> Name | None:
        index, at = self._index, query.source.start
        last = self._history.last
        if last is not None and last.name is not None and last.name.kind == "person":
            gap = index.paragraph_number(at) - index.paragraph_number(last.content.end)
            if gap <= _MAX_PARAGRAPHS_BACK and self._fits(query, last.name):
                return last.name
        number = max(0, index.sentence_number(at) - _MAX_SENTENCES_BACK)
        near = self._named(CharSpan(min(index.sentences[number].start if index.sentences else 0, at), at))
        return near[0] if len(near) == 1 and self._fits(query, near[0]) else self._named_later(query)

    def _fits(self, query: Query, name: Name) -> bool:
        """Whether a person may be called so: a surgeon may be "the gambling tycoon", but not "the judge"."""
        bare = len(query.head_words) <= _BARE_WORDS and query.complement is None
        return not (bare and any(map(is_person_noun, self._titles(name))))

    def _named_later(self, query: Query) -> Name | None:
        """The one person whom the article brings in behind a description, with that noun for a title."""
        at = query.source.start
        later = [name for name in self._index.people if name.mentions[0].span.start > at]
        called = [name for name in later if query.head in self._titles(name)]
        return called[0] if len(called) == 1 else None

    def _titles(self, name: Name) -> set[str]:
        titles = titles_of(self._index, name)
        return {word.lower() for title in titles for word in WORD.findall(title.of(self._index.text))}

    def _named(self, window: CharSpan) -> list[Name]:
        people = self._index.people_in(window)
        return distinct(name for mention, name in people if not self._index.is_quoted(mention.span))


def _differs(name: Name, head: str) -> bool:
    """Whether noun and first name tell of different genders."""
    first = fold(name.canonical.split()[0])
    return (head in FEMALE_TITLES and first in MEN) or (head in MALE_TITLES and first in WOMEN)
