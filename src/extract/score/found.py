"""What scoring reads of a record: a view that records of earlier and later versions have too."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, field_validator, model_validator

from extract.errors import InputError
from extract.record.read import read_rows
from extract.spans import CharSpan


class _View(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore", from_attributes=True)


class FoundSpan(_View):
    """Code points of the article. text: what the record says stands there."""

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
        """Without the text."""
        return CharSpan(self.start, self.end)


class FoundArticle(_View):
    """Which article."""

    id: Annotated[str, BeforeValidator(lambda value: str(value) if isinstance(value, int) else value)]


class FoundContent(_View):
    """What was said."""

    spans: tuple[FoundSpan, ...]
    type: str | None = None
    act: str | None = None


class FoundSpeaker(_View):
    """Who said it."""

    name: str | None = None
    kind: str | None = None
    mention: FoundSpan | None = None


class FoundOrganization(_View):
    """One organization that the content is about, or another subject by its `kind`."""

    name: str | None
    kind: str | None = None


class FoundSaid(_View):
    """When. date: EDTF."""

    date: str | None = None
    basis: str | None = None


class FoundQuote(_View):
    """A record, as far as it is scored: `FoundQuote.model_validate(record)` takes a `Record`."""

    article: FoundArticle
    quote: FoundContent
    speaker: FoundSpeaker
    organizations: tuple[FoundOrganization, ...]
    said: FoundSaid | None = None

    @field_validator("organizations")
    @classmethod
    def _organizations_only(cls, parts: tuple[FoundOrganization, ...]) -> tuple[FoundOrganization, ...]:
        """Without people, places and nationalities, which gold has not."""
        return tuple(part for part in parts if part.kind in (None, "organization"))

    @property
    def content(self) -> tuple[CharSpan, ...]:
        """Its spans, as the record orders them."""
        return tuple(span.span for span in self.quote.spans)

    def fits(self, text: str) -> bool:
        """Whether every span of the content holds what the record says; no: it is of another text."""
        return all(span.text in (None, span.span.of(text)) for span in self.quote.spans)


def read_found(path: Path) -> list[FoundQuote]:
    """The records of a JSON Lines file, plain or gzipped, or of the folder that `extract run` wrote.

    Raises InputError that names file, line and key.
    """
    if path.is_dir():
        path = path / "records.jsonl"
        if not path.is_file():
            raise InputError(
                f"{path} does not exist; run `extract run` with --format jsonl, or name the file"
            )
    return [row for _, row in read_rows(path, FoundQuote, what="a record")]
