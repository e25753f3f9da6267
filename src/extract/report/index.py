"""Index of the page: everything that its table, filters and charts need, in columns.

A column has one value for each quote, in the order of the records. Frequent words are encoded as numbers,
their places in a dictionary. What only the view of one quote needs is in `passages`.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from typing import Any, Generic, TypeVar

from extract.record.views import OrganizationView, RecordView, SaidView
from extract.report.passages import Passages
from extract.timex.edtf import bounds

Value = TypeVar("Value", bound=Hashable)

FORMAT = 1
NONE = -1


class Dictionary(Generic[Value]):
    """Dictionary encoding: numbers for values, in the order in which they come; None is -1."""

    def __init__(self) -> None:
        self._codes: dict[Value, int] = {}

    def code(self, value: Value | None) -> int:
        """Look up the number of `value`, new or known."""
        return NONE if value is None else self._codes.setdefault(value, len(self._codes))

    @property
    def values(self) -> list[Value]:
        """List the values, each at the place that is its number."""
        return list(self._codes)


def make_index(
    records: Sequence[RecordView], passages: Passages, *, run: Mapping[str, str | None]
) -> dict[str, Any]:
    """Make the index as a JSON value. run: the description of the run."""
    words: Dictionary[str] = Dictionary()
    organizations: Dictionary[tuple[str, str | None, str]] = Dictionary()
    said: Dictionary[tuple[str | None, ...]] = Dictionary()
    articles: Dictionary[str] = Dictionary()
    parts = {record.article.id: record.article for record in records}
    columns: dict[str, list[Any]] = {
        "id": [record.record_id for record in records],
        "article": [articles.code(record.article.id) for record in records],
        "quote": [record.quote.text for record in records],
        "type": [words.code(record.quote.type) for record in records],
        "act": [words.code(record.quote.act) for record in records],
        "speaker": [words.code(record.speaker.name) for record in records],
        "speaker_kind": [words.code(record.speaker.kind) for record in records],
        "speaker_reason": [words.code(record.speaker.reason) for record in records],
        "speaker_title": [words.code(record.speaker.title) for record in records],
        "organizations": [
            [organizations.code(_organization(part)) for part in record.organizations] for record in records
        ],
        "said": [said.code(_said(record.said)) for record in records],
        "flags": [[words.code(flag) for flag in record.flags] for record in records],
        "confidence": [round(1000 * record.confidence.quote) for record in records],
        "speaker_confidence": [round(1000 * record.confidence.speaker) for record in records],
    }
    places = [passages.places[name] for name in articles.values]
    return {
        "format": FORMAT,
        "run": run,
        "organizations": organizations.values,
        "said": said.values,
        "articles": {
            "id": articles.values,
            "path": [parts[name].path for name in articles.values],
            "title": [parts[name].title for name in articles.values],
            "outlet": [words.code(parts[name].publisher) for name in articles.values],
            "author": [words.code(parts[name].author) for name in articles.values],
            "published": [parts[name].published for name in articles.values],
            "published_days": [_days(parts[name].published) for name in articles.values],
            "text": [place.state for place in places],
            "block": [place.block for place in places],
            "slot": [place.slot for place in places],
        },
        "words": words.values,
        "quotes": columns,
    }


def _organization(part: OrganizationView) -> tuple[str, str | None, str]:
    return part.name or "", part.id, part.kind


def _said(said: SaidView | None) -> tuple[str | None, ...] | None:
    return None if said is None else (said.date, said.start, said.end, said.basis)


def _days(date: str | None) -> tuple[str | None, str | None]:
    return bounds(date) if date else (None, None)
