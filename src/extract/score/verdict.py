"""Verdicts on the records of an article: which quotes are found, and which fields are right."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from extract.record.views import RecordView
from extract.score.gold import GoldArticle, GoldQuote
from extract.score.matching import (
    known_as,
    letters_in,
    lies_on,
    match,
    organization_key,
    overlap,
    same_speaker,
)
from extract.spans import CharSpan


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganizationComparison:
    """Keys of the organizations that are right, extra and missed; each sorted."""

    right: tuple[str, ...]
    extra: tuple[str, ...]
    missed: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Comparison of a record with its quote. span: F1 of letters, 0 to 1. act: None where gold has none."""

    span: float
    type: bool
    act: bool | None
    speaker: bool
    said: bool
    organizations: OrganizationComparison

    @property
    def record(self) -> bool:
        """Whether speaker, organizations and date are all right."""
        return self.speaker and self.said and not (self.organizations.extra or self.organizations.missed)


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """Verdict: a quote of the gold with its record (both set), a missed quote, or a record too many.

    content: of the gold quote. comparison: set when gold and record are.
    """

    article: GoldArticle
    gold: GoldQuote | None = None
    content: tuple[CharSpan, ...] = ()
    record: RecordView | None = None
    comparison: Comparison | None = None


def judge(article: GoldArticle, records: Sequence[RecordView]) -> list[Verdict]:
    """Judge the records of an article: its quotes in gold order, then the records too many.

    Optional quotes, and records that match them or lie mostly on them, have none.
    """
    wanted = [letters_in(article.text, spans) for spans in article.contents]
    found = [letters_in(article.text, record.content) for record in records]
    matched = match(wanted, found)
    verdicts: list[Verdict] = []
    for number, (gold, content) in enumerate(zip(article.quotes, article.contents, strict=True)):
        if gold.optional:
            continue
        if number not in matched:
            verdicts.append(Verdict(article=article, gold=gold, content=content))
            continue
        record = records[matched[number]]
        shared = overlap(wanted[number], found[matched[number]])
        comparison = compare(gold, record, span=shared)
        verdicts.append(
            Verdict(article=article, gold=gold, content=content, record=record, comparison=comparison)
        )
    free = [letters for quote, letters in zip(article.quotes, wanted, strict=True) if quote.optional]
    taken = set(matched.values())
    verdicts += [
        Verdict(article=article, record=record)
        for number, record in enumerate(records)
        if number not in taken and not lies_on(found[number], free)
    ]
    return verdicts


def compare(gold: GoldQuote, record: RecordView, *, span: float) -> Comparison:
    """Compare a record with the quote that it matches."""
    return Comparison(
        span=span,
        type=record.quote.type == gold.type,
        act=None if gold.act is None else record.quote.act == gold.act,
        speaker=same_speaker(record.speaker.name, gold.speaker.name),
        said=(record.said.date if record.said else None) in (gold.said, *gold.said_also),
        organizations=compare_organizations(gold, organizations_of(record)),
    )


def organizations_of(record: RecordView) -> tuple[str | None, ...]:
    """List the names of a record's organizations, without people, places and nationalities."""
    return tuple(part.name for part in record.organizations if part.kind == "organization")


def compare_organizations(gold: GoldQuote, names: Iterable[str | None]) -> OrganizationComparison:
    """Compare organizations of a record with those of the gold; optional ones count neither way."""
    wanted = {organization_key(name) for name in gold.organizations}
    free = {organization_key(name) for name in gold.organizations_optional}
    found = set()
    for key in {organization_key(name) for name in names}:
        meant = known_as(key, wanted)
        if meant is None:
            meant = known_as(key, free)
        found.add(key if meant is None else meant)
    found -= free - wanted
    return OrganizationComparison(
        right=tuple(sorted(found & wanted)),
        extra=tuple(sorted(found - wanted)),
        missed=tuple(sorted(wanted - found)),
    )
