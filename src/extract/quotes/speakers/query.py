"""Queries: a quote whose speaker is asked for, and its source taken apart."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extract.lexicon.tokens import WORD
from extract.quotes.article_index import ArticleIndex
from extract.quotes.passages.passage import Passage
from extract.quotes.quote import QuoteType
from extract.quotes.speakers.heads import PREPOSITION, head_phrase, without_participle
from extract.quotes.speakers.source_phrase import completed_source
from extract.spans import CharSpan

ARTICLE = re.compile(r"^(?:the|The|THE)\s+")  # "The minister"
_DEMONSTRATIVES = frozenset(["That", "This", "that", "this"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """A quote whose speaker is asked for. What can be read from its source is read once.

    content: from the first to the last word of the quote. source: with what belongs to it ("its chairman, Ada
    Brunn"); empty, in front of the content, where the quote has none, and `mention` is None then. phrase: the
    source without relative clauses and what follows a comma. words: of the phrase. head_words: those up to
    its head noun. head: that noun, lower case. complement: what follows its first preposition, None without
    one. pronoun: the only word of the phrase, lower case; "i" behind an adverb too ("Personally I").
    definite: the phrase opens with "the", "this" or "that".
    """

    passage: Passage
    content: CharSpan
    type: QuoteType
    source: CharSpan
    mention: CharSpan | None
    phrase: CharSpan
    words: tuple[str, ...]
    head_words: tuple[str, ...]
    head: str
    complement: str | None
    pronoun: str | None
    definite: bool


def query_of(index: ArticleIndex, passage: Passage, content: CharSpan, kind: QuoteType) -> Query:
    """The query for the speaker of a passage. content: from its first to its last word."""
    text = index.text
    mention = completed_source(index, passage.source, passage.cue)
    if mention is not None and not WORD.search(mention.of(text)):
        mention = None
    source = CharSpan(content.start, content.start) if mention is None else mention
    phrase = head_phrase(index, source)
    written = phrase.of(text)
    cut = PREPOSITION.search(written)
    words = WORD.findall(written)
    head_words = without_participle(WORD.findall(written[: cut.start()]) if cut else words)
    return Query(
        passage=passage,
        content=content,
        type=kind,
        source=source,
        mention=mention,
        phrase=phrase,
        words=tuple(words),
        head_words=tuple(head_words),
        head=head_words[-1].lower() if head_words else "",
        complement=written[cut.end() :] if cut else None,
        pronoun=words[-1].lower() if len(words) == 1 or words[-1:] == ["I"] else None,
        definite=bool(ARTICLE.match(written)) or bool(_DEMONSTRATIVES.intersection(head_words[:1])),
    )
