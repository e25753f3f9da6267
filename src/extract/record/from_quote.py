"""Quotes to records: offsets get their texts, so that a record stands without its article."""

from __future__ import annotations

import hashlib

from extract.article import Article
from extract.quotes.quote import Quote, Said, Speaker, Subject
from extract.record.record import (
    ArticlePart,
    ConfidencePart,
    DatePart,
    MemberPart,
    OrganizationPart,
    Provenance,
    QuotePart,
    Record,
    SaidPart,
    SpeakerPart,
    TextSpan,
)
from extract.spans import CharSpan
from extract.timex.edtf import bounds
from extract.timex.timex import Timex


def to_record(article: Article, quote: Quote, *, provenance: Provenance) -> Record:
    """Make the record of one quote; the `text` of every span is its slice of `article.text`."""
    text = article.text
    spans = tuple(_span(span, text) for span in quote.content)
    return Record(
        record_id=_record_id(article, quote),
        article=ArticlePart(
            id=article.id,
            path=article.path,
            title=article.title,
            published=article.published,
            publisher=article.publisher,
            author=article.author,
            published_from=article.published_from,
        ),
        quote=QuotePart(
            text=" ".join(span.text for span in spans),
            type=quote.type,
            act=quote.act,
            spans=spans,
            cue=_optional_span(quote.cue, text),
        ),
        speaker=_speaker(quote.speaker, text),
        organizations=tuple(_organization(part, text) for part in quote.organizations),
        said=_said(quote.said, text) if quote.said else None,
        dates=tuple(_date(timex, text) for timex in quote.dates),
        confidence=ConfidencePart(
            quote=round(quote.quote_confidence, 3), speaker=round(quote.speaker_confidence, 3)
        ),
        flags=quote.flags,
        provenance=provenance,
    )


def _record_id(article: Article, quote: Quote) -> str:
    """Make the stable id of a quote: "q" and 12 hexadecimal digits.

    It depends on the article (id, spans of content, cue and mention, the words) and not on conclusions:
    a better model renames a speaker without renaming the record.
    """
    mention = quote.speaker.mention
    anchors = [*quote.content, quote.cue, mention]
    parts = [article.id, *("-" if span is None else f"{span.start}:{span.end}" for span in anchors)]
    parts += [span.of(article.text) for span in quote.content]
    digest = hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass"))
    return "q" + digest.hexdigest()[:12]


def _span(span: CharSpan, text: str) -> TextSpan:
    return TextSpan(start=span.start, end=span.end, text=span.of(text))


def _optional_span(span: CharSpan | None, text: str) -> TextSpan | None:
    return None if span is None else _span(span, text)


def _speaker(speaker: Speaker, text: str) -> SpeakerPart:
    return SpeakerPart(
        mention=_optional_span(speaker.mention, text),
        name=speaker.full_name,
        id=speaker.id,
        kind=speaker.kind,
        title=None if speaker.title is None else speaker.title.of(text),
        affiliation=None if speaker.affiliation is None else speaker.affiliation.of(text),
        reason=speaker.reason,
        members=tuple(MemberPart(name=member.name, id=member.id) for member in speaker.members),
    )


def _organization(part: Subject, text: str) -> OrganizationPart:
    mentions = tuple(_span(mention, text) for mention in part.mentions)
    return OrganizationPart(name=part.name, id=part.id, kind=part.kind, mentions=mentions, how=part.how)


def _said(said: Said, text: str) -> SaidPart:
    start, end = bounds(said.date)
    words = None if said.span is None else said.span.of(text)
    return SaidPart(date=said.date, start=start, end=end, text=words, basis=said.basis)


def _date(timex: Timex, text: str) -> DatePart:
    span = timex.span
    return DatePart(start=span.start, end=span.end, text=span.of(text), value=timex.value, type=timex.type)
