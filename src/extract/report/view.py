"""What the page reads of a record: a view that records of earlier and later versions have too."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel, ConfigDict, Field

from extract.spans import CharSpan


class _View(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore", from_attributes=True)


class SpanView(_View):
    """Code points of the article, and what the record says stands there."""

    start: int = Field(ge=0)
    end: int = Field(ge=0)
    text: str

    def fits(self, text: str) -> bool:
        """Whether `text` has these words there."""
        return CharSpan(self.start, self.end).of(text) == self.text


class DateView(SpanView):
    """A time expression."""

    value: str
    type: str


class ArticleView(_View):
    """Which article. published: EDTF."""

    id: str
    path: str = ""
    title: str | None = None
    published: str | None = None
    publisher: str | None = None
    author: str | None = None


class QuoteView(_View):
    """What was said."""

    text: str
    type: str
    act: str
    spans: tuple[SpanView, ...] = Field(min_length=1)
    cue: SpanView | None = None


class MemberView(_View):
    """One of several who speak as one."""

    name: str
    id: str | None = None


class SpeakerView(_View):
    """Who said it."""

    mention: SpanView | None = None
    name: str | None = None
    id: str | None = None
    kind: str = "unknown"
    title: str | None = None
    affiliation: str | None = None
    reason: str | None = None
    members: tuple[MemberView, ...] = ()


class OrganizationView(_View):
    """One organization, or other subject by its kind, that the content is about."""

    name: str
    id: str | None = None
    kind: str = "organization"
    mentions: tuple[SpanView, ...] = ()
    how: str = "named"


class SaidView(_View):
    """When it was said. date: EDTF; start, end: ISO days."""

    date: str
    start: str | None = None
    end: str | None = None
    text: str | None = None
    basis: str | None = None


class ConfidenceView(_View):
    """How sure the model is, 0 to 1."""

    quote: float = Field(ge=0, le=1)
    speaker: float = Field(ge=0, le=1)


class RecordView(_View):
    """A record, as far as the page shows it: `RecordView.model_validate(record)` takes a `Record`."""

    record_id: str
    article: ArticleView
    quote: QuoteView
    speaker: SpeakerView
    organizations: tuple[OrganizationView, ...] = ()
    said: SaidView | None = None
    dates: tuple[DateView, ...] = ()
    confidence: ConfidenceView
    flags: tuple[str, ...] = ()

    def spans(self) -> Iterator[SpanView]:
        """Every span of the record."""
        yield from self.quote.spans
        yield from (span for span in (self.quote.cue, self.speaker.mention) if span is not None)
        for organization in self.organizations:
            yield from organization.mentions
        yield from self.dates

    def fits(self, text: str) -> bool:
        """Whether every span holds what the record says; no: the record is of another text."""
        return all(span.fits(text) for span in self.spans())
