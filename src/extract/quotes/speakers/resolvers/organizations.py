"""Speakers that are organizations named by the source, or whose document or place the source is."""

from __future__ import annotations

import re

from extract.lexicon.organization_nouns import ORGANIZATION_NOUNS
from extract.quotes import certainty
from extract.quotes.article_index import ArticleIndex
from extract.quotes.entities.names import Name
from extract.quotes.speakers.heads import opening_organization, organizations_of
from extract.quotes.speakers.organization_antecedents import OrganizationAntecedents
from extract.quotes.speakers.query import Query
from extract.quotes.speakers.resolution import Resolution, spoken_by, together

_COMMA = re.compile(r",\s+(?:the\s+)?$")  # "A union of pilots, the "


class OpeningOrganization:
    """The organization that opens a source: "The union, in a statement signed by its head, Ada Brunn,"."""

    def __init__(self, index: ArticleIndex) -> None:
        self._index = index

    def __call__(self, query: Query) -> Resolution | None:
        """Answer a query whose source goes on with a person of that organization."""
        name = opening_organization(self._index, query.source)
        return None if name is None else spoken_by(query, name, certainty.OPENING_ORGANIZATION)


class NamedOrganizations:
    """The organization that the source is, the two, or the one that explains it: "The regulator, the Office
    for Networks,"."""

    def __init__(self, index: ArticleIndex, organizations: OrganizationAntecedents) -> None:
        self._index = index
        self._organizations = organizations

    def __call__(self, query: Query) -> Resolution | None:
        """Answer a query whose source names an organization that speaks."""
        names = organizations_of(self._index, query.phrase)
        if len(names) > 1:
            return together(query, names, certainty.NAMED_ORGANIZATIONS)
        name = names[0] if names else self._organizations.apposed(query.phrase) or self._explained(query)
        return None if name is None else spoken_by(query, name, certainty.NAMED_ORGANIZATION)

    def _explained(self, query: Query) -> Name | None:
        """The organization that a comma sets behind a description: "A union of pilots, NAME,"."""
        if query.head not in ORGANIZATION_NOUNS:
            return None
        text = self._index.text
        for mention, name in self._index.organizations_in(query.source):
            behind = text[mention.span.end : query.source.end].strip(" ,")
            if _COMMA.search(text, query.source.start, mention.span.start) and not behind:
                return name
        return None
