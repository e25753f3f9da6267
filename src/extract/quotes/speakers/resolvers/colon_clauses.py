"""Speakers whom the clause in front of a colon names: `The message from NAME was simple: "..."`."""

from __future__ import annotations

import re

from extract.layout.spans import CharSpan
from extract.quotes import certainty
from extract.quotes.article_index import ArticleIndex
from extract.quotes.entities.names import Gender, Name, NameMention, distinct
from extract.quotes.speakers.profiles import Profiles
from extract.quotes.speakers.pronouns.resolve import PersonPronouns
from extract.quotes.speakers.query import Query
from extract.quotes.speakers.resolution import Resolution, spoken_by

_COLON = re.compile(r":\s*[\"“‘'«„]?$")  # `was simple: "`
_OWN_PRONOUNS: dict[str, Gender] = {"his": "male", "her": "female"}
_PRONOUN = re.compile(r"\b(?P<word>[Hh]is|[Hh]er|[Hh]e|[Ss]he)\b")  # "Her answer was short"
# In front of a name: it is not whose words they are. "a letter to "
_OTHER = re.compile(r"\b(?:to|about|against|on|over|with|by|at|versus|than)\s+(?:[\w.’'-]+\s+){0,3}$")
_MAX_CLAUSE_CHARS = 300
_MAX_LEAD_CHARS = 4  # of a colon with an opening mark


class ColonClause:
    """The one whom the clause in front of a quotation names, where a colon leads from it to the words."""

    def __init__(self, index: ArticleIndex, pronouns: PersonPronouns, profiles: Profiles) -> None:
        self._index = index
        self._pronouns = pronouns
        self._profiles = profiles

    def __call__(self, query: Query) -> Resolution | None:
        """Answer a query without a source, or with no more than "his", of words behind a colon."""
        if query.mention is not None and query.pronoun not in _OWN_PRONOUNS:
            return None
        clause = self._clause(query.content)
        if clause is None:
            return None
        people = [item for item in self._index.people_in(clause) if self._may_speak(clause, item[0])]
        if len(distinct(name for _, name in people)) == 1:
            mention, name = people[0]
            return self._person(query, name, mention.span)
        bodies = [item for item in self._index.organizations_in(clause) if self._may_speak(clause, item[0])]
        if people or query.mention is not None:
            return None
        if named := self._meant(clause):
            return self._person(query, named, None)
        if len(distinct(name for _, name in bodies)) == 1:
            return spoken_by(query, bodies[0][1], certainty.CLAUSE_BEFORE_COLON)
        return None

    def _clause(self, content: CharSpan) -> CharSpan | None:
        """The author's words from the head of the sentence to the colon."""
        text = self._index.text
        colon = _COLON.search(text, max(0, content.start - _MAX_LEAD_CHARS), content.start)
        if colon is None:
            return None
        start = self._index.sentence(max(0, colon.start() - 1)).start
        start = max(start, colon.start() - _MAX_CLAUSE_CHARS)
        clause = CharSpan(start, colon.start())
        return None if self._index.is_quoted(clause) else clause

    def _may_speak(self, clause: CharSpan, mention: NameMention) -> bool:
        if self._index.is_quoted(mention.span):
            return False
        return not _OTHER.search(self._index.text, clause.start, mention.span.start)

    def _meant(self, clause: CharSpan) -> Name | None:
        """Whom the first pronoun of the clause means."""
        found = _PRONOUN.search(self._index.text, clause.start, clause.end)
        if found is None:
            return None
        gender: Gender = "male" if found["word"].lower() in ("his", "he") else "female"
        reference = self._pronouns.meant(CharSpan(*found.span("word")), gender)
        return reference.name if reference else None

    def _person(self, query: Query, name: Name, beside: CharSpan | None) -> Resolution:
        confidence = certainty.CLAUSE_BEFORE_COLON
        return self._profiles.person(query, name, confidence, mention=query.mention, beside=beside)
