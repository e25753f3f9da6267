"""Trails: where in an article each person has been mentioned, by name or by a pronoun."""

from __future__ import annotations

import re
from bisect import bisect_right, insort
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from extract.lexicon.reporting_verbs import finite_forms, reporting_verbs
from extract.quotes.article_index import ArticleIndex
from extract.quotes.entities.names import Name
from extract.spans import CharSpan

_BEFORE_OBJECT = re.compile(
    r"\b(?:of|to|for|with|from|by|at|in|on|about|against|after|before|between|behind|than|like|told|asked|and)\s+"
    r"(?:the\s+|an?\s+)?(?:[A-Z][\w.’'-]*\s+|(?:former|late|then)\s+){0,3}$"
)
# Behind a subject comes its verb.
_VERB = re.compile(
    r"(?:\s+(?:also|never|often|later|once|now|then|still|reportedly|\w+ly))?\s+"
    r"(?:[a-z]+ed|[a-z]{2,}s(?!\s+of\b)|said|told|is|was|has|had|will|would|could|can|may|might|must|should|did|does|wrote|went"
    r"|came|took|made|got|began|became|spoke|left|won|lost|held|met|gave|saw|knew|thought|felt|kept|led|put|set)\b"
)
_CLAUSE_BEHIND = re.compile(r"\s*,\s+(?:who|an?|the|\d)\b")
_SAYING = finite_forms(verb for verb in reporting_verbs(act="statement") if verb.takes)
# "Ada Brunn later [told] us", "A trader, Ada Brunn, [told] us"
_VERB_BEHIND = re.compile(
    r"(?P<apposition>,)?(?:\s+(?:also|then|later|once|had|has|\w+ly))*\s+(?P<verb>\w+)\b(?!\s+to\b)"
)
_VERB_BEFORE = re.compile(r"\b(?P<verb>\w+)\s+$")  # "[said ]Ada Brunn"
_OPENING = frozenset('"“')
_CLOSING = ' \n.,!?…"”'
_POSSESSIVE = re.compile(r"['’]s?\b|['’](?=\s)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A mention of a person.

    sentence, paragraph: their numbers. told: how many sentences up to this one are not wholly inside
    quotation marks. marked: it stands inside such marks. first: no other person is named before it in its
    sentence. owner: it is a possessive. source: it is the subject of a verb of saying.
    """

    span: CharSpan
    sentence: int
    told: int
    paragraph: int
    marked: bool
    first: bool
    subject: bool
    owner: bool
    source: bool
    pronoun: bool


class Trails:
    """The mentions of an article's people: names, then pronouns and descriptions as they are resolved."""

    def __init__(self, index: ArticleIndex) -> None:
        self._index = index
        self._places: dict[int, list[Place]] = {}

    @cached_property
    def _told(self) -> list[int]:
        """Of each sentence, how many up to it are not wholly inside quotation marks."""
        return list(accumulate(int(not self._is_all_marked(sentence)) for sentence in self._index.sentences))

    def before(self, name: Name, at: int) -> Sequence[Place]:
        """The places of a person that end at `at` or earlier, ascending."""
        places = self._of(name)
        return places[: bisect_right(places, at, key=lambda place: place.span.end)]

    def add(self, name: Name, span: CharSpan, *, pronoun: bool) -> None:
        """Note that a pronoun, else a description, means a person."""
        insort(self._of(name), self.place(span, pronoun=pronoun), key=lambda place: place.span)

    def place(self, span: CharSpan, *, pronoun: bool) -> Place:
        """What there is to say of a mention."""
        index, text = self._index, self._index.text
        sentence = index.sentence_number(span.start)
        start = min(index.sentence(span.start).start, span.start)
        owner = bool(_POSSESSIVE.match(text, span.end))
        return Place(
            span=span,
            sentence=sentence,
            told=self._told[sentence] if self._told else 0,
            paragraph=index.paragraph_number(span.start),
            marked=self.is_marked(span.start),
            first=not index.people_in(CharSpan(start, span.start)),
            subject=not owner and self._is_subject(span, start, pronoun=pronoun),
            owner=owner,
            source=self._says(span, apposition=False)
            or self._is_saying(_VERB_BEFORE.search(text, max(start, span.start - 20), span.start)),
            pronoun=pronoun,
        )

    def is_marked(self, at: int) -> bool:
        """Whether an offset stands inside quotation marks that its paragraph opens."""
        index = self._index
        start = index.paragraphs[index.paragraph_number(at)].start if index.paragraphs else 0
        text = index.text
        if start > at:
            return False
        return text.count("“", start, at) > text.count("”", start, at) or text.count('"', start, at) % 2 == 1

    def _is_all_marked(self, sentence: CharSpan) -> bool:
        text = self._index.text
        start = (
            sentence.start + 1 if text[sentence.start : sentence.start + 1] in _OPENING else sentence.start
        )
        end = sentence.start + len(sentence.of(text).rstrip(_CLOSING))
        return start < end and self.is_marked(start) and self.is_marked(end)

    def _of(self, name: Name) -> list[Place]:
        places = self._places.get(name.number)
        if places is None:
            places = [self.place(mention.span, pronoun=False) for mention in name.mentions]
            self._places[name.number] = places
        return places

    def _is_subject(self, span: CharSpan, start: int, *, pronoun: bool) -> bool:
        text = self._index.text
        if pronoun:
            return span.of(text).lower() in ("he", "she")
        if _BEFORE_OBJECT.search(text, max(start, span.start - 60), span.start):
            return False
        if _VERB.match(text, span.end) or _CLAUSE_BEHIND.match(text, span.end):
            return True
        return self._says(span, apposition=True)

    def _says(self, span: CharSpan, *, apposition: bool) -> bool:
        """Whether a verb of saying follows a mention. apposition: behind a comma, which ends one."""
        found = _VERB_BEHIND.match(self._index.text, span.end)
        return self._is_saying(found) and found is not None and bool(found["apposition"]) == apposition

    @staticmethod
    def _is_saying(found: re.Match[str] | None) -> bool:
        return found is not None and found["verb"] in _SAYING
