"""Profiles: speakers who are persons, with what the text says of them: title and affiliation."""

from __future__ import annotations

import re

from extract.layout.spans import CharSpan
from extract.lexicon.organization_nouns import ORGANIZATION_NOUNS
from extract.quotes.article_index import ArticleIndex
from extract.quotes.entities.names import Name
from extract.quotes.quote import Speaker
from extract.quotes.speakers.affiliations import Affiliations
from extract.quotes.speakers.organization_antecedents import OrganizationAntecedents
from extract.quotes.speakers.query import Query
from extract.quotes.speakers.resolution import Reference, Resolution, resolution, spoken_by
from extract.quotes.speakers.titles import Titles

# "its ", "the union's former " in front of a title
_POSSESSOR = re.compile(r"\b(?:[Ii]ts|[Tt]he\s+(?P<noun>\w+)['’]s?)\s+(?:\w+\s+)?$")
# "A spokesman for the company", "a company spokesman", "the bank's lawyer"
_EMPLOYER = re.compile(
    r"\b(?:for|of|at|with)\s+(?:the|its)\s+(?:\w+\s+)?(\w+)$|\b(?:an?|the|another|one)\s+(?:\w+\s+)?(\w+)(?:['’]s)?\s+\w+$",
    re.IGNORECASE,
)
_MAX_POSSESSOR_CHARS = 60


class Profiles:
    """Answers queries with people and organizations of one article."""

    def __init__(self, index: ArticleIndex, organizations: OrganizationAntecedents) -> None:
        self._index = index
        self._organizations = organizations
        self._titles = Titles(index)
        self._affiliations = Affiliations(index)

    def person(
        self,
        query: Query,
        name: Name,
        confidence: float,
        *,
        mention: CharSpan | None,
        beside: CharSpan | None = None,
    ) -> Resolution:
        """A person as the speaker.

        mention: the words that stand for the person. beside: where the title is looked for first, the first
        mention of the name where none is given.
        """
        place = name.mentions[0].span if beside is None else beside
        title = self._titles.of(place, name)
        speaker = Speaker(
            mention=mention,
            name=name.canonical,
            kind="person",
            title=title,
            affiliation=self._affiliations.of(name, place, title) or self._owner(title),
        )
        return resolution(query, speaker, confidence, name)

    def employer(self, phrase: CharSpan) -> CharSpan | None:
        """The organization of somebody without a name: "a Norvik Bank spokeswoman"."""
        found = self._affiliations.in_phrase(phrase)
        described = None if found else _EMPLOYER.search(self._index.text, phrase.start, phrase.end)
        if described is None:
            return found
        noun = next(filter(None, described.groups())).lower()
        if noun not in ORGANIZATION_NOUNS:
            return None
        return self._mention_of(self._organizations.meant(CharSpan(*described.span()), noun), phrase.start)

    def referred(self, query: Query, reference: Reference) -> Resolution:
        """The person or organization to whom the source refers as the speaker."""
        if reference.name.kind == "organization":
            return spoken_by(query, reference.name, reference.confidence)
        return self.person(query, reference.name, reference.confidence, mention=query.mention)

    def _owner(self, title: CharSpan | None) -> CharSpan | None:
        """The organization whose president "its president", "the union's president" is."""
        if title is None:
            return None
        start = max(0, title.start - _MAX_POSSESSOR_CHARS)
        owner = _POSSESSOR.search(self._index.text, start, title.start)
        if owner is None:
            return None
        noun, span = owner["noun"], CharSpan(*owner.span())
        reference = self._organizations.meant(span, noun and noun.lower())
        return self._mention_of(reference, span.start)

    def _mention_of(self, reference: Reference | None, before: int) -> CharSpan | None:
        """The last mention of an organization before an offset, in full if there is one."""
        if reference is None:
            return None
        earlier = [m for m in reference.name.mentions if m.span.end <= before]
        full = (m.span for m in reversed(earlier) if m.text == reference.name.canonical)
        return next(full, max((m.span for m in earlier), default=None))
