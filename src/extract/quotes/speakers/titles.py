"""Titles of people: role or office, from the words beside their names."""

from __future__ import annotations

import re

from extract.layout.spans import CharSpan
from extract.lexicon.honorifics import RANK_ACRONYMS
from extract.quotes.article_index import ArticleIndex
from extract.quotes.entities.names import Name
from extract.quotes.speakers.comma_titles import before_comma as before_comma
from extract.quotes.speakers.comma_titles import is_role_phrase
from extract.quotes.speakers.title_phrases import (
    appositive,
    prenominal,
    titles_of,
    without_clause,
)

# "Ada Brunn is a surgeon at Westmere Hospital."
_PREDICATE = re.compile(
    r"\s+(?:is|was|became|remains|serves\s+as|works\s+as|served\s+as|has\s+been)\s+(?:also\s+)?"
    r"(?P<title>(?:an?\s+|the\s+)?(?:[\w’'&-]+\s+){0,5}?[\w’'&-]+(?:\s+(?:of|for|at|in|with|to)\s+(?:the\s+)?"
    r"[A-Z][\w’'&-]*(?:\s+(?:of|for|and|the|[A-Z][\w’'&-]*))*)?)(?=[.,;]|\s+(?:and|who|that|which|but|since|when)\b)"
)
_ARTICLE = r"(?:an?|the|its|his|her|their|our|my|your)\s+"
# "as a surgeon", "herself a surgeon"
_DETERMINER = re.compile(
    rf"as\s+(?:{_ARTICLE})?|(?:(?:himself|herself|now|once|then|formerly|currently|also|already|still)\s+)?{_ARTICLE}",
    re.IGNORECASE,
)
# Letters; a longer title in capitals is a label of a transcript ("SECRETARY JANE ROE:")
_MAX_ACRONYM_CHARS = 5
_BRACKETS = re.compile(r"\s*\([^()]*\)$")  # "head of the Harbour Safety Bureau (HSB)"
# A chief by courtesy, or of a tribe, a rank, a degree: an office tells more than they do.
_RANKS = RANK_ACRONYMS | frozenset(
    "Chief Prof Prof. Professor Cllr Councillor Rev Rev. Reverend Fr Ven".split()
)
# "the only candidate"
_RANKED = re.compile(r"(?:the|an?)\s+(?:first|last|only|next|best|worst|most|least|same|kind|sort)\b")


class Titles:
    """The titles of one article's people."""

    def __init__(self, index: ArticleIndex) -> None:
        self._index = index
        self._first: dict[str, CharSpan | None] = {}

    def of(self, mention: CharSpan, name: Name) -> CharSpan | None:
        """The title beside a mention, else the first beside another mention of the person."""
        index = self._index
        before = prenominal(index, mention)
        if before is not None and before.of(index.text) in _RANKS:
            before = before_comma(index, mention) or appositive(index, mention) or before
        beside = before or appositive(index, mention) or before_comma(index, mention)
        label = beside is not None and len(beside) > _MAX_ACRONYM_CHARS and beside.of(index.text).isupper()
        title = beside if beside and not label else self._first_of(name) or beside
        return title and _trimmed(index.text, title)

    def _first_of(self, name: Name) -> CharSpan | None:
        if name.canonical not in self._first:
            spans = [mention.span for mention in name.mentions]
            others = (before_comma(self._index, span) or _predicate(self._index, span) for span in spans)
            first = next(iter(titles_of(self._index, name)), None) or next(filter(None, others), None)
            self._first[name.canonical] = first
        return self._first[name.canonical]


def _trimmed(text: str, phrase: CharSpan) -> CharSpan:
    """Of "a surgeon who led the team" the surgeon, of "his campaign manager" the manager."""
    end = without_clause(text, phrase).end
    if brackets := _BRACKETS.search(text, phrase.start, end):
        end = brackets.start()
    start = _DETERMINER.match(text, phrase.start, end)
    return CharSpan(start.end() if start else phrase.start, end)


def _predicate(index: ArticleIndex, mention: CharSpan) -> CharSpan | None:
    """What a person is said to be: "Ada Brunn is a surgeon at Westmere Hospital."."""
    found = _PREDICATE.match(index.text, mention.end, min(len(index.text), mention.end + 160))
    if found is None:
        return None
    phrase = CharSpan(*found.span("title"))
    ranked = _RANKED.match(index.text, phrase.start)  # "the only candidate": a comparison, no role
    return phrase if not ranked and is_role_phrase(index, phrase) else None
