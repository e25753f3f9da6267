"""Records: the one definition of what is written, nested and flat."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

from extract.article import PublishedFrom
from extract.quotes.quote import Act, Basis, EntityKind, How, QuoteType, SpeakerKind

SCHEMA_VERSION: Literal["1.3"] = "1.3"
# Records of these are records of the present version in which what was added is not known.
_EARLIER = frozenset({"1.1", "1.2"})


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class TextSpan(_Model):
    """Code points `start` up to `end` (exclusive) of the article's text, and what stands there."""

    start: int = Field(ge=0)
    end: int = Field(ge=0)
    text: str

    @model_validator(mode="after")
    def _length_fits(self) -> Self:
        if len(self.text) != self.end - self.start:
            raise ValueError(f"span {self.start} to {self.end} holds {len(self.text)} code points")
        return self


class ArticlePart(_Model):
    """Which article. published: EDTF. author: several are joined by "; ". published_from: what says when."""

    id: str
    path: str
    title: str | None
    published: str | None
    publisher: str | None
    author: str | None = None
    published_from: PublishedFrom | None = None


class QuotePart(_Model):
    """What was said. text: the texts of `spans` joined by one space."""

    text: str
    type: QuoteType
    act: Act
    spans: tuple[TextSpan, ...] = Field(min_length=1)
    cue: TextSpan | None


class MemberPart(_Model):
    """One of several who speak as one. id: from the user's watch list."""

    name: str
    id: str | None


class SpeakerPart(_Model):
    """Who said it. name: the canonical name; None with a `reason`. id: from the user's watch list."""

    mention: TextSpan | None
    name: str | None
    id: str | None
    kind: SpeakerKind
    title: str | None
    affiliation: str | None
    reason: str | None
    members: tuple[MemberPart, ...]


class OrganizationPart(_Model):
    """One organization that the content is about, or person, place, nationality where asked for.

    id: from the user's watch list.
    """

    name: str
    id: str | None
    kind: EntityKind
    mentions: tuple[TextSpan, ...]
    how: How


class SaidPart(_Model):
    """When it was said. date: EDTF; start, end: ISO days, None when the year is unknown."""

    date: str
    start: str | None
    end: str | None
    text: str | None
    basis: Basis


class DatePart(TextSpan):
    """A time expression in content or attribution, with its TIMEX3 value and type."""

    value: str
    type: Literal["DATE", "TIME", "DURATION", "SET"]


class ConfidencePart(_Model):
    """How sure the model is, 0 to 1: of the quote's extent, and of its speaker."""

    quote: float = Field(ge=0, le=1)
    speaker: float = Field(ge=0, le=1)


class Provenance(_Model):
    """Which program and which model made the record."""

    extract: str
    model: str


class Record(_Model):
    """One quote of one article: who said what about which organization, and when."""

    schema_version: Literal["1.3"] = SCHEMA_VERSION
    record_id: str
    article: ArticlePart
    quote: QuotePart
    speaker: SpeakerPart
    organizations: tuple[OrganizationPart, ...]
    said: SaidPart | None
    dates: tuple[DatePart, ...]
    confidence: ConfidencePart
    flags: tuple[str, ...]
    provenance: Provenance

    @field_validator("schema_version", mode="before")
    @classmethod
    def _present_version(cls, value: object) -> object:
        return SCHEMA_VERSION if isinstance(value, str) and value in _EARLIER else value


@dataclass(frozen=True, slots=True, kw_only=True)
class FlatRow:
    """One row of a table: a quote and one of its organizations; fields are columns, in this order.

    start: of the first content span; end: of the last. confidence: of the quote. flags: joined by ";", as
    are the ids of several who speak as one.
    """

    record_id: str
    article_id: str
    path: str
    title: str | None
    publisher: str | None
    author: str | None
    published: str | None
    speaker: str | None
    speaker_id: str | None
    speaker_title: str | None
    speaker_affiliation: str | None
    speaker_kind: str
    speaker_reason: str | None
    speaker_mention: str | None
    cue: str | None
    type: str
    act: str
    quote: str
    organization: str | None
    organization_id: str | None
    organization_kind: str | None
    organization_how: str | None
    said_date: str | None
    said_start: str | None
    said_end: str | None
    said_basis: str | None
    start: int
    end: int
    confidence: float
    speaker_confidence: float
    flags: str


FLAT_COLUMNS: tuple[str, ...] = tuple(field.name for field in fields(FlatRow))


def flat_rows(record: Record) -> list[FlatRow]:
    """One row for each organization, in the record's order; one with it empty where there is none."""
    return [_flat_row(record, organization) for organization in record.organizations or (None,)]


def _flat_row(record: Record, organization: OrganizationPart | None) -> FlatRow:
    article, quote, speaker, said = record.article, record.quote, record.speaker, record.said
    return FlatRow(
        record_id=record.record_id,
        article_id=article.id,
        path=article.path,
        title=article.title,
        publisher=article.publisher,
        author=article.author,
        published=article.published,
        speaker=speaker.name,
        speaker_id=speaker.id or ";".join(member.id for member in speaker.members if member.id) or None,
        speaker_title=speaker.title,
        speaker_affiliation=speaker.affiliation,
        speaker_kind=speaker.kind,
        speaker_reason=speaker.reason,
        speaker_mention=speaker.mention.text if speaker.mention else None,
        cue=quote.cue.text if quote.cue else None,
        type=quote.type,
        act=quote.act,
        quote=quote.text,
        organization=organization.name if organization else None,
        organization_id=organization.id if organization else None,
        organization_kind=organization.kind if organization else None,
        organization_how=organization.how if organization else None,
        said_date=said.date if said else None,
        said_start=said.start if said else None,
        said_end=said.end if said else None,
        said_basis=said.basis if said else None,
        start=quote.spans[0].start,
        end=quote.spans[-1].end,
        confidence=record.confidence.quote,
        speaker_confidence=record.confidence.speaker,
        flags=";".join(record.flags),
    )
