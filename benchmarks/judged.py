"""The program's quotes with what they were found by, and whether each is right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import BaseModel

from extract.article import Article
from extract.lexicon.words import (
    FEMALE_PRONOUNS,
    MALE_PRONOUNS,
    PLURAL_PRONOUNS,
    SPEECH_PRONOUNS,
    THING_PRONOUNS,
    VAGUE_PRONOUNS,
)
from extract.pipeline.load import annotate
from extract.quotes.assemble import quotes_in
from extract.quotes.confidence import Confidence, Evidence, uncalibrated
from extract.quotes.quote import Quote, Speaker
from extract.record.read import read_rows
from extract.score.gold import GoldArticle, GoldQuote, read_gold
from extract.score.matching import Letters, letters_in, lies_on, match, same_speaker
from extract.spans import CharSpan

if TYPE_CHECKING:
    from spacy.language import Language

_PRONOUNS = (
    MALE_PRONOUNS | FEMALE_PRONOUNS | THING_PRONOUNS | PLURAL_PRONOUNS | SPEECH_PRONOUNS | VAGUE_PRONOUNS
)


class AttributionRow(BaseModel):
    """Offsets of one attribution, as read."""

    content: tuple[tuple[int, int], ...]
    source: tuple[tuple[int, int], ...]


class Row(BaseModel):
    """An article with its attributions, as read."""

    id: str
    text: str
    title: str | None = None
    published: str | None = None
    attributions: tuple[AttributionRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One quote of the program. article: its id. records: it was judged by records, not by attributions.

    quote: whether it is one. source: whether its source is right, or rightly none. speaker: whether the one
    named is right, which attributions do not tell. None: not told.
    """

    article: str
    evidence: Evidence
    records: bool
    quote: bool | None
    source: bool | None
    speaker: bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """The quotes of one set. wanted: how many there are to find."""

    items: tuple[Item, ...]
    wanted: int


def by_attributions(nlp: Language, path: Path) -> Judged:
    """The quotes of all acts, in articles with attributions: `{"id", "text", "attributions"}` a line."""
    rows = {row.id: row for _, row in read_rows(path, Row, what="an article with its attributions")}
    articles = [
        Article(id=name, text=row.text, path=name, title=row.title, published=row.published)
        for name, row in rows.items()
    ]
    items: list[Item] = []
    for article, found in _found(nlp, articles):
        wanted = [_Attribution.of(article.text, row) for row in rows[article.id].attributions]
        letters = [letters_in(article.text, quote.content) for quote, _ in found]
        matched = match([item.content for item in wanted], letters)
        partner = {number: wanted[at] for at, number in matched.items()}
        for number, (quote, evidence) in enumerate(found):
            items.append(
                Item(
                    article=article.id,
                    evidence=evidence,
                    records=False,
                    quote=number in partner,
                    source=_right_source(article.text, quote.speaker, partner.get(number)),
                    speaker=None,
                )
            )
    return Judged(items=tuple(items), wanted=sum(len(row.attributions) for row in rows.values()))


def by_records(nlp: Language, path: Path) -> Judged:
    """The quotes in articles with hand-made records. One that lies on an optional one is not judged."""
    gold = {article.id: article for article in read_gold(path)}
    articles = [
        Article(id=name, text=row.text, path=name, title=row.title, published=row.published)
        for name, row in gold.items()
    ]
    items: list[Item] = []
    for article, found in _found(nlp, articles):
        items += _against_records(gold[article.id], found)
    wanted = sum(not quote.optional for row in gold.values() for quote in row.quotes)
    return Judged(items=tuple(items), wanted=wanted)


Found = list[tuple[Quote, Evidence]]


def _found(nlp: Language, articles: Iterable[Article]) -> Iterator[tuple[Article, Found]]:
    for annotated in annotate(nlp, articles):
        seen: list[Evidence] = []

        def note(evidence: Evidence, seen: list[Evidence] = seen) -> Confidence:
            seen.append(evidence)
            return uncalibrated(evidence)

        quotes = quotes_in(annotated, judge=note)
        yield annotated.article, list(zip(quotes, seen, strict=True))


@dataclass(frozen=True, slots=True)
class _Attribution:
    """The letters of its content and source, and the source in words."""

    content: Letters
    source: Letters
    words: str

    @classmethod
    def of(cls, text: str, row: AttributionRow) -> _Attribution:
        content, source = ([CharSpan(*span) for span in spans] for spans in (row.content, row.source))
        words = " ".join(span.of(text) for span in source)
        return cls(letters_in(text, content), letters_in(text, source), words)


def _right_source(text: str, speaker: Speaker, attribution: _Attribution | None) -> bool | None:
    """Whether the speaker's mention is the source; without a mention, whether the source has the name."""
    if attribution is None:
        return None
    if speaker.mention is not None:
        return bool(letters_in(text, [speaker.mention]) & attribution.source)
    if (name := speaker.full_name) is None:
        return not attribution.source
    if not attribution.source or attribution.words.lower() in _PRONOUNS:
        return None
    return name.split()[-1] in attribution.words


def _against_records(article: GoldArticle, found: Found) -> Iterator[Item]:
    wanted = [letters_in(article.text, spans) for spans in article.contents]
    letters = [letters_in(article.text, quote.content) for quote, _ in found]
    partner = {number: article.quotes[at] for at, number in match(wanted, letters).items()}
    free = [places for quote, places in zip(article.quotes, wanted, strict=True) if quote.optional]
    for number, (quote, evidence) in enumerate(found):
        gold = partner.get(number)
        doubtful = gold.optional if gold else lies_on(letters[number], free)
        yield Item(
            article=article.id,
            evidence=evidence,
            records=True,
            quote=None if doubtful else gold is not None,
            source=_same_mention(article.text, quote.speaker, gold) if gold else None,
            speaker=same_speaker(quote.speaker.full_name, gold.speaker.name) if gold else None,
        )


def _same_mention(text: str, speaker: Speaker, gold: GoldQuote) -> bool:
    """Whether one of the two mentions holds the other; without a mention, whether the speaker is right."""
    if speaker.mention is None:
        return same_speaker(speaker.full_name, gold.speaker.name)
    ours, theirs = speaker.mention.of(text), gold.speaker.mention or ""
    return bool(theirs) and (ours in theirs or theirs in ours)
