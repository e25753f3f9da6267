"""Lenient view of records of any version or program, which merging, scoring and the report read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated, Any, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from extract.errors import InputError
from extract.record.read import read_rows
from extract.spans import CharSpan


class _View(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore", from_attributes=True)


def _null_as(default: str) -> BeforeValidator:
    return BeforeValidator(lambda value: default if value is None else value)


class SpanView(_View):
    """Span of the article, in code points. text: what stands there; None where the record does not say it."""

    start: int = Field(ge=0)
    end: int = Field(ge=0)
    text: str | None = None

    @model_validator(mode="after")
    def _ends_behind_its_start(self) -> Self:
        if self.end < self.start:
            raise ValueError(f"the span {self.start} to {self.end} ends before it starts")
        return self

    @property
    def span(self) -> CharSpan:
        """The span as offsets alone."""
        return CharSpan(self.start, self.end)

    def fits(self, text: str) -> bool:
        """Whether `text` has the words of the span in its place."""
        return self.text in (None, self.span.of(text))


class DateView(SpanView):
    """Time expression in content or attribution."""

    value: str
    type: str


class ArticleView(_View):
    """Article of a record. published: EDTF."""

    id: Annotated[str, BeforeValidator(lambda value: str(value) if isinstance(value, int) else value)]
    path: str = ""
    title: str | None = None
    published: str | None = None
    publisher: str | None = None
    author: str | None = None


class QuoteView(_View):
    """Content of a quote: what was said."""

    text: str = ""
    type: str | None = None
    act: str | None = None
    spans: tuple[SpanView, ...] = Field(min_length=1)
    cue: SpanView | None = None


class MemberView(_View):
    """Member of a group that speaks as one."""

    name: str
    id: str | None = None


class SpeakerView(_View):
    """Speaker: who said it."""

    mention: SpanView | None = None
    name: str | None = None
    id: str | None = None
    kind: Annotated[str, _null_as("unknown")] = "unknown"
    title: str | None = None
    affiliation: str | None = None
    reason: str | None = None
    members: tuple[MemberView, ...] = ()


class OrganizationView(_View):
    """Organization that the content is about, or another subject by its `kind`."""

    name: str | None
    id: str | None = None
    kind: Annotated[str, _null_as("organization")] = "organization"
    mentions: tuple[SpanView, ...] = ()
    how: str = "named"


class SaidView(_View):
    """Date of the words: when it was said. date: EDTF; start, end: ISO days."""

    date: str | None = None
    start: str | None = None
    end: str | None = None
    text: str | None = None
    basis: str | None = None


class ConfidenceView(_View):
    """Confidence of the model, 0 to 1; 1 where the record does not say it."""

    quote: float = Field(ge=0, le=1, default=1.0)
    speaker: float = Field(ge=0, le=1, default=1.0)


class RecordView(_View):
    """Lenient view of a record of any version or program, from JSON or from a `Record`.

    Required are only the article's id, the spans of the quote, the speaker and the organizations.
    """

    record_id: str = ""
    article: ArticleView
    quote: QuoteView
    speaker: SpeakerView
    organizations: tuple[OrganizationView, ...]
    said: SaidView | None = None
    dates: tuple[DateView, ...] = ()
    confidence: ConfidenceView = ConfidenceView()
    flags: tuple[str, ...] = ()

    @property
    def content(self) -> tuple[CharSpan, ...]:
        """The spans of the quote, as the record orders them."""
        return tuple(span.span for span in self.quote.spans)

    def content_fits(self, text: str) -> bool:
        """Whether every span of the content has its words in `text`; if not, it is of another text."""
        return all(span.fits(text) for span in self.quote.spans)

    def fits(self, text: str) -> bool:
        """Whether every span of the record, also of cue, mentions and dates, has its words in `text`."""
        return all(span.fits(text) for span in self.spans())

    def spans(self) -> Iterator[SpanView]:
        """Every span of the record."""
        yield from self.quote.spans
        yield from (span for span in (self.quote.cue, self.speaker.mention) if span is not None)
        for organization in self.organizations:
            yield from organization.mentions
        yield from self.dates


def read_views(path: Path, *, needs: Sequence[str] = ()) -> Iterator[tuple[int, RecordView]]:
    """Yield every record of a JSON Lines file, plain or gzipped, with the number of its line from 1.

    needs: further keys that must be there, such as "quote.text"; of a list, in each of its entries.
    Raises InputError that names file, line and key.
    """
    for number, record in read_rows(path, RecordView, what="a record"):
        for key in needs:
            if not _has(record, key.split(".")):
                raise InputError(f"{path}:{number}: {key}: field required")
        yield number, record


def _has(value: Any, keys: Sequence[str]) -> bool:
    """Whether the JSON that `value` was made of has the key; what is null or empty needs no more."""
    if isinstance(value, tuple):
        return all(_has(entry, keys) for entry in value)
    if not keys or not isinstance(value, _View):
        return True
    return keys[0] in value.model_fields_set and _has(getattr(value, keys[0]), keys[1:])
