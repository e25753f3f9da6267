"""Speakers whose names only the source tells, since no model has labelled them."""

from __future__ import annotations

import re

from extract.layout.spans import CharSpan
from extract.lexicon.function_words import NO_MODIFIERS
from extract.lexicon.honorifics import HONORIFICS
from extract.lexicon.person_nouns import is_person_noun
from extract.lexicon.tokens import WORD, fold
from extract.quotes import certainty
from extract.quotes.article_index import ArticleIndex
from extract.quotes.entities.names import Name
from extract.quotes.quote import Speaker
from extract.quotes.speakers.profiles import Profiles
from extract.quotes.speakers.query import Query
from extract.quotes.speakers.resolution import Resolution, resolution

# "deputy head of the board Timo Rask"
_CAPITALS_BEHIND_A_NOUN = re.compile(
    r"\b(?P<noun>[a-z][\w-]*)\s+(?P<name>[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+){1,2})$"
)
_MAX_LABEL_WORDS = 4
_MIN_SURNAME_CHARS = 3


class UnlabelledName:
    """A name at the end of a description: "deputy head of the board Timo Rask".

    Two or three words with capitals behind a common noun, that are no organization or place.
    """

    def __init__(self, index: ArticleIndex) -> None:
        self._index = index

    def __call__(self, query: Query) -> Resolution | None:
        """Answer a query whose source ends in such a name."""
        text, phrase = self._index.text, query.phrase
        name = self._name(phrase)
        if name is None:
            return None
        title = CharSpan(phrase.start, phrase.start + len(text[phrase.start : name.start].rstrip()))
        canonical = " ".join(name.of(text).split())
        speaker = Speaker(mention=query.mention, name=canonical, kind="person", title=title)
        return resolution(query, speaker, certainty.UNLABELLED_NAME)

    def _name(self, phrase: CharSpan) -> CharSpan | None:
        index = self._index
        found = _CAPITALS_BEHIND_A_NOUN.search(phrase.of(index.text))
        if found is None or found["noun"] in NO_MODIFIERS:
            return None
        name = CharSpan(phrase.start + found.start("name"), phrase.start + found.end("name"))
        before = WORD.findall(index.text, phrase.start, name.start)
        if index.organizations_in(name) or index.has_place(name) or not any(map(is_person_noun, before)):
            return None
        return name


class Surname:
    """A surname that stands there as no mention: "Pruitt", in a transcript "MR. PRUITT"."""

    def __init__(self, index: ArticleIndex, profiles: Profiles) -> None:
        self._index = index
        self._profiles = profiles

    def __call__(self, query: Query) -> Resolution | None:
        """Answer a query whose source is the surname of one person of the article."""
        name = self._name(query)
        if name is None:
            return None
        return self._profiles.person(query, name, certainty.NAMED_PERSON, mention=query.mention)

    def _name(self, query: Query) -> Name | None:
        words = query.words
        if not words:
            return None
        label = query.phrase.of(self._index.text).isupper() and len(words) <= _MAX_LABEL_WORDS
        if not (label or (len(words) == 1 and words[0][:1].isupper())):
            return None
        last = fold(words[-1])
        if len(last) < _MIN_SURNAME_CHARS or last in HONORIFICS:
            return None
        fits = [name for name in self._index.people if fold(name.canonical.split()[-1]) == last]
        return fits[0] if len(fits) == 1 else None
