"""Speakers who are named by whose relative they are: "her husband", of somebody named with him."""

from __future__ import annotations

import re

from extract.layout.spans import CharSpan
from extract.lexicon.gendered_nouns import FEMALE_TITLES, MALE_TITLES
from extract.lexicon.kinship import KIN, SPOUSES
from extract.lexicon.tokens import fold
from extract.quotes import certainty
from extract.quotes.article_index import ArticleIndex
from extract.quotes.entities.names import Gender, Name, distinct
from extract.quotes.entities.people import gender_of_first_name
from extract.quotes.speakers.groups import GroupMentions
from extract.quotes.speakers.profiles import Profiles
from extract.quotes.speakers.query import Query
from extract.quotes.speakers.resolution import Resolution

_OWNERS: dict[str, Gender] = {"his": "male", "her": "female"}
_MAX_NAME_CHARS = 80


class Relative:
    """ "Her husband": the person whom the text calls so, or the other of a couple with one family name."""

    def __init__(self, index: ArticleIndex, groups: GroupMentions, profiles: Profiles) -> None:
        self._index = index
        self._groups = groups
        self._profiles = profiles

    def __call__(self, query: Query) -> Resolution | None:
        """Answer a query whose source is a pronoun's relative and has no name."""
        words = [word.lower() for word in query.head_words]
        if len(words) < 2 or words[0] not in _OWNERS or words[-1] not in KIN or query.complement is not None:
            return None
        name = self._called(words, query.source) or self._spouse(words, query.source)
        if name is None:
            return None
        return self._profiles.person(query, name, certainty.RELATIVE, mention=query.mention)

    def _called(self, words: list[str], source: CharSpan) -> Name | None:
        """The one person whom the text before calls so: "her husband, NAME,"."""
        text = self._index.text
        phrase = re.compile(rf"\b{words[0]}\s+(?:\w+\s+)?{re.escape(words[-1])},?\s+", re.IGNORECASE)
        named = []
        for found in phrase.finditer(text, 0, source.start):
            behind = self._index.people_in(
                CharSpan(found.end(), min(len(text), found.end() + _MAX_NAME_CHARS))
            )
            named += [name for mention, name in behind[:1] if mention.span.start == found.end()]
        people = distinct(named)
        return people[0] if len(people) == 1 else None

    def _spouse(self, words: list[str], source: CharSpan) -> Name | None:
        """The other of two people who were named side by side and share their family name."""
        if words[-1] not in SPOUSES:
            return None
        couple = self._groups.people(source, ["couple"])
        if couple is None or len({fold(name.canonical.split()[-1]) for name in couple.names}) != 1:
            return None
        sought: Gender | None = "male" if words[-1] in MALE_TITLES else None
        if words[-1] in FEMALE_TITLES:
            sought = "female"
        others = [name for name in couple.names if _gender(name) != _OWNERS[words[0]]]
        fits = [name for name in others if sought is None or _gender(name) in (None, sought)]
        return fits[0] if len(fits) == 1 else None


def _gender(name: Name) -> Gender | None:
    return gender_of_first_name(fold(name.canonical.split()[0]))
