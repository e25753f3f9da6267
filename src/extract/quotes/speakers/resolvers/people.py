"""Speakers who are people named by the source: "Ada Brunn", "Ada Brunn and Jan Holt"."""

from __future__ import annotations

from extract.quotes import certainty
from extract.quotes.article_index import ArticleIndex
from extract.quotes.speakers.heads import heads_of
from extract.quotes.speakers.profiles import Profiles
from extract.quotes.speakers.query import Query
from extract.quotes.speakers.resolution import Resolution, together


class NamedPeople:
    """The person that the source is, or the several."""

    def __init__(self, index: ArticleIndex, profiles: Profiles) -> None:
        self._index = index
        self._profiles = profiles

    def __call__(self, query: Query) -> Resolution | None:
        """Answer a query whose source is the name of a person."""
        people = heads_of(self._index, query.source)
        if not people:
            return None
        names = list({name.canonical: name for _, name in people}.values())
        if len(names) > 1:
            return together(query, names, certainty.NAMED_PEOPLE)
        mention, name = people[0]
        return self._profiles.person(
            query, name, certainty.NAMED_PERSON, mention=query.mention, beside=mention.span
        )
