"""Speakers who are several, named together elsewhere: "the couple", "both companies", "two ministers"."""

from __future__ import annotations

from extract.lexicon.inflection import singular
from extract.lexicon.organization_nouns import ORGANIZATION_NOUNS
from extract.quotes import certainty
from extract.quotes.speakers.groups import COUPLES, Group, GroupMentions, number_of
from extract.quotes.speakers.query import Query
from extract.quotes.speakers.resolution import Resolution, together

_OPENERS = frozenset(["both", "two"])  # that need no article
_NUMBERS = frozenset(["both", "two", "three"])


class GroupDescription:
    """The people or organizations that a description of several stands for."""

    def __init__(self, groups: GroupMentions) -> None:
        self._groups = groups

    def __call__(self, query: Query) -> Resolution | None:
        """Answer a query whose source counts who was named together."""
        group = self._group(query)
        return None if group is None else together(query, group.names, certainty.COUPLE)

    def _group(self, query: Query) -> Group | None:
        words = [word.lower() for word in query.head_words]
        if not words or not (query.definite or words[0] in _OPENERS):
            return None
        if words[-1] not in COUPLES and _NUMBERS.isdisjoint(words):
            return None
        noun = singular(words[-1])
        if noun in ORGANIZATION_NOUNS:
            return self._groups.organizations(query.source, noun, number_of(words))
        return self._groups.people(query.source, words)
