"""Nested records: the one definition of what is written."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

from extract.article import PublishedFrom
from extract.quotes.quote import Act, Basis, EntityKind, How, QuoteType, SpeakerKind

SCHEMA_VERSION: Literal["1.3"] = "1.3"
# Records of these versions are read as records of the present one without what was added since.
_EARLIER_VERSIONS = frozenset({"1.1", "1.2"})


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class TextSpan(_Model):
    """Span of the article: code points `start` up to `end` (exclusive), and their text."""

    start: int = Field(ge=0)
    end: int = Field(ge=0)
    text: str

    @model_validator(mode="after")
    def _length_fits(self) -> Self:
        if len(self.text) != self.end - self.start:
            raise ValueError(f"span {self.start} to {self.end} holds {len(self.text)} code points")
        return self


class ArticlePart(_Model):
    """Article of a record. published: EDTF. author: several are joined by "; ".

    published_from: the source of `published`: field, sidecar, file name, option or text.
    """

    id: str
    path: str
    title: str | None
    published: str | None
    publisher: str | None
    author: str | None = None
    published_from: PublishedFrom | None = None


class QuotePart(_Model):
    """Content of a quote: what was said. text: the texts of `spans` joined by one space."""

    text: str
    type: QuoteType
    act: Act
    spans: tuple[TextSpan, ...] = Field(min_length=1)
    cue: TextSpan | None


class MemberPart(_Model):
    """Member of a group that speaks as one. id: from the user's watch list."""

    name: str
    id: str | None


class SpeakerPart(_Model):
    """Speaker: who said it. name: canonical; None with a `reason`. id: from the user's watch list."""

    mention: TextSpan | None
    name: str | None
    id: str | None
    kind: SpeakerKind
    title: str | None
    affiliation: str | None
    reason: str | None
    members: tuple[MemberPart, ...]


class OrganizationPart(_Model):
    """Organization that the content is about; or person, place or nationality where asked for.

    id: from the user's watch list.
    """

    name: str
    id: str | None
    kind: EntityKind
    mentions: tuple[TextSpan, ...]
    how: How


class SaidPart(_Model):
    """Date of the words: when it was said. date: EDTF; start, end: ISO days, None for an unknown year."""

    date: str
    start: str | None
    end: str | None
    text: str | None
    basis: Basis


class DatePart(TextSpan):
    """Time expression in content or attribution, with its TIMEX3 value and type."""

    value: str
    type: Literal["DATE", "TIME", "DURATION", "SET"]


class ConfidencePart(_Model):
    """Confidence of the model, 0 to 1: in the quote's extent, and in its speaker."""

    quote: float = Field(ge=0, le=1)
    speaker: float = Field(ge=0, le=1)


class Provenance(_Model):
    """Versions of the program and of the model that made the record."""

    extract: str
    model: str


class Record(_Model):
    """Quote of an article: who said what about which organization, and when."""

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
        return SCHEMA_VERSION if isinstance(value, str) and value in _EARLIER_VERSIONS else value
