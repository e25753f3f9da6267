"""What merging reads of a record: a view that records of earlier and later versions have too."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field


class _View(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore", from_attributes=True)


class SpanView(_View):
    """Code points of the article, and what stands there."""

    start: int
    end: int
    text: str


class ArticleView(_View):
    """Which article. published: EDTF."""

    id: str
    published: str | None = None


class ContentView(_View):
    """What was said."""

    text: str
    spans: tuple[SpanView, ...] = Field(min_length=1)


class SpeakerView(_View):
    """Who said it."""

    name: str | None
    kind: str
    id: str | None = None
    mention: SpanView | None
    title: str | None = None
    affiliation: str | None = None


class OrganizationView(_View):
    """One organization that the content is about; by its kind it may be something else."""

    name: str = Field(min_length=1)
    id: str | None = None
    kind: str = "organization"
    how: str
    mentions: tuple[SpanView, ...]


class RecordView(_View):
    """A record, as far as names go: `RecordView.model_validate(record)` takes a `Record`."""

    article: ArticleView
    quote: ContentView
    speaker: SpeakerView
    organizations: tuple[OrganizationView, ...]
