"""Mention chains: where an article mentions each person, by name or by a pronoun, and in which role."""

from __future__ import annotations

import re
from bisect import bisect_right, insort
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from extract.quotes.article_index import ArticleIndex
from extract.quotes.entities.names import Name
from extract.spans import CharSpan

# "spoke of former Mayor"
_BEFORE_OBJECT = re.compile(
    r"\b(?:of|to|for|with|from|by|at|in|on|about|against|after|before|between|behind|than|like|told|asked|and)\s+"
    r"(?:the\s+|an?\s+)?(?:[A-Z][\w.’'-]*\s+|(?:former|late|then)\s+){0,3}$"
)
# Behind a subject comes its verb: " later resigned".
_VERB = re.compile(
    r"(?:\s+(?:also|never|often|later|once|now|then|still|reportedly|\w+ly))?\s+"
    r"(?:[a-z]+ed|[a-z]{2,}s(?!\s+of\b)|said|told|is|was|has|had|will|would|could|can|may|might|must|should|did|does|wrote|went"
    r"|came|took|made|got|began|became|spoke|left|won|lost|held|met|gave|saw|knew|thought|felt|kept|led|put|set)\b"
)
_CLAUSE_BEHIND = re.compile(r"\s*,\s+(?:who|an?|the|\d)\b")  # "Ada Brunn, who left"
_SAYING = (
    r"(?:said|says|told|tells|added|adds|wrote|writes|asked|asks|noted|notes|explained|explains|insisted|argued|argues|warned"
    r"|warns|recalled|recalls|replied|continued|concluded|claimed|claims|announced|tweeted|stated|states|declared|stressed"
    r"|acknowledged|admitted|admits|suggested|suggests|remarked|testified|commented|lamented)\b(?!\s+to\b)"
)
_SAYS = re.compile(rf"(?:\s+(?:also|then|later|once|had|has|\w+ly))*\s+{_SAYING}")  # "Ada Brunn later said"
_SAYS_BEHIND_APPOSITION = re.compile(rf",{_SAYS.pattern}")  # "A trader, Ada Brunn, told us"
_SAID = re.compile(rf"\b{_SAYING}\s+$")  # "said"
_OPENING = frozenset('"“')
_CLOSING = ' \n.,!?…"”'
_POSSESSIVE = re.compile(r"['’]s?\b|['’](?=\s)")  # "Brunn’s friend"


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonMention:
    """A mention of a person, with what tells how prominent it is.

    sentence, paragraph: their numbers. narrated: how many sentences up to this one are not wholly inside
    quotation marks. in_marks: it stands inside such marks. first: no other person is named before it in its
    sentence. possessive: it is one ("Brunn’s friend"). source: it is the subject of a verb of saying.
    """

    span: CharSpan
    sentence: int
    narrated: int
    paragraph: int
    in_marks: bool
    first: bool
    subject: bool
    possessive: bool
    source: bool
    pronoun: bool


class MentionChains:
    """The chains of an article's people: their names, then pronouns and descriptions as they are resolved."""

    def __init__(self, index: ArticleIndex) -> None:
        self._index = index
        self._mentions: dict[int, list[PersonMention]] = {}

    @cached_property
    def _narrated(self) -> list[int]:
        """Of each sentence, how many up to it are not wholly inside quotation marks."""
        return list(
            accumulate(int(not self._is_all_in_marks(sentence)) for sentence in self._index.sentences)
        )

    def before(self, name: Name, at: int) -> Sequence[PersonMention]:
        """The mentions of a person that end at `at` or earlier, ascending."""
        mentions = self._of(name)
        return mentions[: bisect_right(mentions, at, key=lambda mention: mention.span.end)]

    def add(self, name: Name, span: CharSpan, *, pronoun: bool) -> None:
        """Note that a pronoun, else a description, means a person."""
        insort(self._of(name), self.describe(span, pronoun=pronoun), key=lambda mention: mention.span)

    def describe(self, span: CharSpan, *, pronoun: bool) -> PersonMention:
        """A mention at `span`. pronoun: whether it is one."""
        index, text = self._index, self._index.text
        sentence = index.sentence_number(span.start)
        start = min(index.sentence(span.start).start, span.start)
        possessive = bool(_POSSESSIVE.match(text, span.end))
        return PersonMention(
            span=span,
            sentence=sentence,
            narrated=self._narrated[sentence] if self._narrated else 0,
            paragraph=index.paragraph_number(span.start),
            in_marks=self.is_in_marks(span.start),
            first=not index.people_in(CharSpan(start, span.start)),
            subject=not possessive and self._is_subject(span, start, pronoun=pronoun),
            possessive=possessive,
            source=bool(
                _SAYS.match(text, span.end) or _SAID.search(text, max(start, span.start - 20), span.start)
            ),
            pronoun=pronoun,
        )

    def is_in_marks(self, at: int) -> bool:
        """Whether an offset stands inside quotation marks that its paragraph opens."""
        index = self._index
        start = index.paragraphs[index.paragraph_number(at)].start if index.paragraphs else 0
        text = index.text
        if start > at:
            return False
        return text.count("“", start, at) > text.count("”", start, at) or text.count('"', start, at) % 2 == 1

    def _is_all_in_marks(self, sentence: CharSpan) -> bool:
        text = self._index.text
        start = (
            sentence.start + 1 if text[sentence.start : sentence.start + 1] in _OPENING else sentence.start
        )
        end = sentence.start + len(sentence.of(text).rstrip(_CLOSING))
        return start < end and self.is_in_marks(start) and self.is_in_marks(end)

    def _of(self, name: Name) -> list[PersonMention]:
        mentions = self._mentions.get(name.number)
        if mentions is None:
            mentions = [self.describe(mention.span, pronoun=False) for mention in name.mentions]
            self._mentions[name.number] = mentions
        return mentions

    def _is_subject(self, span: CharSpan, start: int, *, pronoun: bool) -> bool:
        text = self._index.text
        if pronoun:
            return span.of(text).lower() in ("he", "she")
        if _BEFORE_OBJECT.search(text, max(start, span.start - 60), span.start):
            return False
        behind = (_VERB, _CLAUSE_BEHIND, _SAYS_BEHIND_APPOSITION)
        return any(pattern.match(text, span.end) for pattern in behind)
