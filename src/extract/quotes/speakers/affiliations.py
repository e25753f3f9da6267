"""Affiliations: the organization for which a person works or speaks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.layout.spans import CharSpan
from extract.lexicon.honorifics import RANK_ACRONYMS
from extract.lexicon.person_nouns import PERSON_NOUNS
from extract.quotes.article_index import ArticleIndex
from extract.quotes.entities.names import Name
from extract.quotes.speakers.title_phrases import appositive, titles_of, without_clause

_NO_BODIES = PERSON_NOUNS | {rank.lower() for rank in RANK_ACRONYMS}  # "CFO", "DSP"
_BEHIND = re.compile(r",?\s+(?:of|from|at|with)\s+(?:the\s+)?")  # "Ada Brunn of the Union"
_MAX_CHARS_TO_ORGANIZATION = 80  # from the name of a person
_OWNS = re.compile(r"(?:['’]s|(?<=s)['’])\s+")  # "Riksnett’s Ada Brunn"
# "Ada Brunn, who leads Oslo's Harbour Board"
_LEADS = re.compile(
    r",?\s+who\s+(?:now\s+)?(?:(?:has|had)\s+)?"
    r"(?:leads?|led|heads?|headed|chairs?|chaired|runs?|ran|directs?|directed|founded|co-founded|worked\s+(?:for|at)"
    r"|works?\s+(?:for|at))\s+"
    r"(?:the\s+)?(?:(?:[A-Z][\w.-]*\s)*[A-Z]\w*['’]s?\s+)?"
)
# "a critic of the Board"
_AGAINST = re.compile(
    r"\b(?:critics?|opponents?|rivals?|competitors?|customers?|victims?|veterans?)\s+(?:of|to|at|with)\b"
)


class Affiliations:
    """The affiliations of one article's people."""

    def __init__(self, index: ArticleIndex) -> None:
        self._index = index
        self._first: dict[str, CharSpan | None] = {}

    def of(self, name: Name, mention: CharSpan, title: CharSpan | None) -> CharSpan | None:
        """The organization in a person's title, else beside the mention, else beside the first of it.

        title: as `Titles` tells it.
        """
        found = self.in_phrase(title) if title else None
        return found or next(self._beside(mention), None) or self._first_of(name)

    def _first_of(self, name: Name) -> CharSpan | None:
        if name.canonical not in self._first:
            in_titles = (self.in_phrase(title) for title in titles_of(self._index, name))
            beside = (found for mention in name.mentions for found in self._beside(mention.span))
            self._first[name.canonical] = next(filter(None, in_titles), None) or next(beside, None)
        return self._first[name.canonical]

    def in_phrase(self, phrase: CharSpan) -> CharSpan | None:
        """Of "Oslo's Harbour Board chief" the Board; of "critic of the Board", "who sued the Board" none."""
        text = self._index.text
        own = without_clause(text, phrase)
        if _AGAINST.search(text, own.start, own.end):
            return None
        named = [mention.span for mention, _ in self._index.organizations_in(own)]
        spans = [span for span in named if span.of(text).lower() not in _NO_BODIES]
        inner = (span for span in spans if not _OWNS.match(text, span.end))
        return next(inner, spans[0] if spans else None)

    def _beside(self, mention: CharSpan) -> Iterator[CharSpan]:
        """Those of "Ada Brunn of the Union", "Riksnett's Ada Brunn", "Ada Brunn, clerk at Riksnett,"."""
        index, text = self._index, self._index.text
        if behind := _BEHIND.match(text, mention.end) or _LEADS.match(text, mention.end):
            after = index.organizations_in(CharSpan(behind.end(), behind.end() + _MAX_CHARS_TO_ORGANIZATION))
            yield from (found.span for found, _ in after[:1] if found.span.start == behind.end())
        before = index.organizations_in(
            CharSpan(max(0, mention.start - _MAX_CHARS_TO_ORGANIZATION), mention.start)
        )
        for found, _ in before[-1:]:
            if (owns := _OWNS.match(text, found.span.end)) and owns.end() == mention.start:
                yield found.span
        if (phrase := appositive(index, mention)) and (inside := self.in_phrase(phrase)):
            yield inside
