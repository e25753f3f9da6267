"""Gold: articles with hand-made records of who said what about which organization, and when."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

from extract.errors import InputError
from extract.quotes.quote import Act, Basis, QuoteType, SpeakerKind
from extract.record.read import read_rows
from extract.spans import CharSpan

logger = logging.getLogger(__name__)

Words = Annotated[str, Field(min_length=1)]
Offset = Annotated[int, Field(ge=0)]

# Marks that are easily mistaken for one another when words are copied by hand.
_ALIKE_MARKS = ('"“”„«»', "'‘’‚`´", "-‐‑–—")


class _GoldModel(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")


class GoldSpeaker(_GoldModel):
    """Speaker. mention: the phrase beside the quote. name: the fullest in the article, None for none."""

    mention: str | None = None
    name: str | None
    kind: SpeakerKind = "unknown"


class GoldQuote(_GoldModel):
    """Quote. content: substrings of the article in reading order, several when it is interrupted.

    spans: where each of them stands, half-open, in code points; None: reading order tells. act: None where
    the gold does not say it. organizations_optional, said_also, optional: what is neither rewarded nor
    punished.
    """

    content: tuple[Words, ...] = Field(min_length=1)
    spans: tuple[tuple[Offset, Offset], ...] | None = None
    type: QuoteType
    act: Act | None = None
    cue: str | None = None
    speaker: GoldSpeaker
    organizations: tuple[str, ...]
    organizations_optional: tuple[str, ...] = ()
    said: str | None
    said_also: tuple[str | None, ...] = ()
    said_basis: Basis | None = None
    optional: bool = False


class GoldArticle(_GoldModel):
    """Article with all its quotes; every content stands in `text`. source: where the text comes from."""

    id: str
    text: str
    title: str | None = None
    published: str | None = None
    source: str | None = None
    quotes: tuple[GoldQuote, ...]

    @field_validator("id", mode="before")
    @classmethod
    def _number_is_a_name(cls, value: object) -> object:
        return str(value) if isinstance(value, int) and not isinstance(value, bool) else value

    @model_validator(mode="after")
    def _contents_are_in_the_text(self) -> Self:
        for number, quote in enumerate(self.quotes, start=1):
            for content in quote.content:
                if content not in self.text:
                    raise ValueError(
                        f"quote {number}: the content {_beginning(content)} is not in the text; "
                        + _advice(self.text, content)
                    )
            if quote.spans is not None and (wrong := _wrong_span(self.text, quote.content, quote.spans)):
                raise ValueError(f'quote {number}: {wrong}, or leave "spans" out')
        return self

    @cached_property
    def contents(self) -> tuple[tuple[CharSpan, ...], ...]:
        """Spans of the content of each quote, in the order of `quotes`.

        Without spans, a string that occurs several times is placed by reading order: a quote begins no
        earlier than the quote listed before it, and each of its strings follows the one before.
        """
        return tuple(place_contents(self.text, self.quotes))

    def ambiguous(self) -> Iterator[tuple[int, str]]:
        """Yield (number of the quote from 1, content) where reading order does not tell which place is meant.

        That is a string with several places in the text, in a quote that is listed out of order.
        """
        last = 0
        for number, (quote, spans) in enumerate(zip(self.quotes, self.contents, strict=True), start=1):
            starts = [last, *(span.start for span in spans)]
            if quote.spans is None and starts != sorted(starts):
                yield from ((number, words) for words in quote.content if self.text.count(words) > 1)
            last = spans[0].start


def read_gold(path: Path) -> list[GoldArticle]:
    """Read the articles of a gold file: JSON Lines, plain or gzipped, one article a line.

    A content whose place is doubtful is logged as a warning. Raises InputError that names file, line,
    article and what to do: a key is missing or wrong, a content is not in its text, an id comes twice,
    there is no article.
    """
    articles: list[GoldArticle] = []
    lines: dict[str, int] = {}
    for number, article in read_rows(path, GoldArticle, what="an article with its quotes"):
        if article.id in lines:
            raise InputError(
                f"{path}:{number}: article {article.id!r} is on line {lines[article.id]} too; "
                "give each article an id of its own"
            )
        lines[article.id] = number
        for quote, words in article.ambiguous():
            logger.warning(
                f"{path}:{number}: article {article.id!r}: quote {quote}: the content {_beginning(words)} "
                "stands in the text more than once, and out of reading order; list the quotes in that order"
            )
        articles.append(article)
    if not articles:
        raise InputError(f"{path}: there is no article in it; write one a line, as JSON Lines")
    return articles


def place_contents(text: str, quotes: Iterable[GoldQuote]) -> Iterator[tuple[CharSpan, ...]]:
    """Yield the spans of the strings of each quote; each string must be in `text`.

    A quote without spans is looked for from the beginning of the quote before it on, and anywhere when it is
    not there.
    """
    last = 0
    for quote in quotes:
        if quote.spans is None:
            spans = _in_order(text, quote.content, last) or tuple(_anywhere(text, quote.content))
        else:
            spans = tuple(CharSpan(start, end) for start, end in quote.spans)
        yield spans
        last = spans[0].start


def _wrong_span(text: str, content: Sequence[str], spans: Sequence[tuple[int, int]]) -> str | None:
    """Word the first span that does not hold its content, and what to do; None where all do."""
    if len(spans) != len(content):
        return f"there are {len(content)} strings of content and {len(spans)} spans; give each string its own"
    for words, (start, end) in zip(content, spans, strict=True):
        if end > len(text):
            wrong = f"ends behind the text, which has {len(text)} code points"
        elif text[start:end] != words:
            wrong = f"holds {_beginning(text[start:end])}, not {_beginning(words)}"
        else:
            continue
        return f"the span {start} to {end} {wrong}; count code points from 0, up to and without the end"
    return None


def _in_order(text: str, content: Sequence[str], at: int) -> tuple[CharSpan, ...] | None:
    spans = []
    for words in content:
        start = text.find(words, at)
        if start < 0:
            return None
        at = start + len(words)
        spans.append(CharSpan(start, at))
    return tuple(spans)


def _anywhere(text: str, content: Sequence[str]) -> Iterator[CharSpan]:
    at = 0
    for words in content:
        start = text.find(words, at)
        if start < 0:
            start = text.index(words)
        at = start + len(words)
        yield CharSpan(start, at)


def _advice(text: str, content: str) -> str:
    if content.strip() and (found := re.search(_loosely(content), text, re.IGNORECASE)):
        return f"it has {_beginning(found[0])} there, with other marks, spaces or capitals"
    return "copy it from the article exactly, in one piece for each part of the quote"


def _loosely(content: str) -> str:
    """Make a pattern for `content` with any spaces, capitals and marks of its kinds."""
    words = (
        "".join(
            next((f"[{re.escape(kind)}]" for kind in _ALIKE_MARKS if char in kind), re.escape(char))
            for char in word
        )
        for word in content.split()
    )
    return r"\s+".join(words)


def _beginning(words: str) -> str:
    return repr(words if len(words) <= 60 else f"{words[:57]}...")
