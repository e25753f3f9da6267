"""Queries: a quote whose speaker is asked for, and its source taken apart."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extract.quotes.article_index import ArticleIndex
from extract.quotes.lexicon.tokens import WORD
from extract.quotes.passages.passage import Passage
from extract.quotes.quote import QuoteType
from extract.quotes.speakers.heads import PREPOSITION, head_phrase, without_participle
from extract.quotes.speakers.source_phrase import completed_source
from extract.spans import CharSpan

ARTICLE = re.compile(r"^(?:the|The|THE)\s+")
_DEMONSTRATIVES = frozenset(["That", "This", "that", "this"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """A quote whose speaker is asked for. What can be read from its source is read once.

    content: from the first to the last word of the quote. source: with what belongs to it ("its chairman, Ada
    Brunn"); empty, in front of the content, where the quote has none. phrase: the source without relative
    clauses and what follows a comma; words: of the phrase. head_words: those up to its head noun. complement:
    what follows its first preposition, None without one. definite: it opens with "the", "this" or "that".
    """

    passage: Passage
    content: CharSpan
    type: QuoteType
    source: CharSpan
    phrase: CharSpan
    words: tuple[str, ...]
    head_words: tuple[str, ...]
    complement: str | None
    definite: bool

    @property
    def mention(self) -> CharSpan | None:
        """The words that stand for the speaker, None where the quote has no source."""
        return self.source if len(self.source) else None

    @property
    def head(self) -> str:
        """The head noun of the phrase, lower case; "" where it has none."""
        return self.head_words[-1].lower() if self.head_words else ""

    @property
    def pronoun(self) -> str | None:
        """The only word of the phrase, lower case; "i" behind an adverb too ("Personally I")."""
        return self.words[-1].lower() if len(self.words) == 1 or self.words[-1:] == ("I",) else None


def query_of(index: ArticleIndex, passage: Passage, content: CharSpan, kind: QuoteType) -> Query:
    """The query for the speaker of a passage. content: from its first to its last word."""
    text = index.text
    source = completed_source(index, passage.source, passage.cue)
    if source is None or not WORD.search(source.of(text)):
        source = CharSpan(content.start, content.start)
    phrase = head_phrase(index, source)
    written = phrase.of(text)
    cut = PREPOSITION.search(written)
    head_words = without_participle(WORD.findall(written[: cut.start()] if cut else written))
    return Query(
        passage=passage,
        content=content,
        type=kind,
        source=source,
        phrase=phrase,
        words=tuple(WORD.findall(written)),
        head_words=tuple(head_words),
        complement=written[cut.end() :] if cut else None,
        definite=bool(ARTICLE.match(written)) or bool(_DEMONSTRATIVES.intersection(head_words[:1])),
    )
