"""Passages of the page: texts of articles and offsets in them, in compressed blocks.

The page unpacks the block of the one article that is shown, so that a long page opens as fast as a short
one. A block is JSON, gzip, base64.
"""

from __future__ import annotations

import base64
import gzip
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from extract.layout.paragraphs import paragraph_spans
from extract.record.views import OrganizationView, RecordView, SpanView
from extract.report.embed import to_json
from extract.report.texts import Texts

# "missing": not found. "differs": what was found is not what was read. "left_out": not wanted.
TextState = Literal["found", "missing", "differs", "left_out"]

_BLOCK_CHARS = 200_000


@dataclass(frozen=True, slots=True)
class PassagePlace:
    """Place of the passage of an article, and the state of its text."""

    block: int
    slot: int
    state: TextState


@dataclass(frozen=True, slots=True, kw_only=True)
class Passages:
    """Passages of all articles. blocks: compressed, base64. places: by the id of the article."""

    blocks: tuple[str, ...]
    places: Mapping[str, PassagePlace]


def make_passages(records: Mapping[str, Sequence[RecordView]], texts: Texts | None) -> Passages:
    """Make the passages of articles. records: by the id of their article. texts: None to leave them out."""
    blocks: list[str] = []
    places: dict[str, PassagePlace] = {}
    for names in _chunks(records, texts):
        for slot, name in enumerate(names):
            places[name] = PassagePlace(len(blocks), slot, _state(name, texts))
        passages = [_passage(records[name], texts.found.get(name) if texts else None) for name in names]
        packed = gzip.compress(to_json(passages).encode(), compresslevel=6, mtime=0)
        blocks.append(base64.b64encode(packed).decode("ascii"))
    return Passages(blocks=tuple(blocks), places=places)


def _chunks(records: Mapping[str, Sequence[RecordView]], texts: Texts | None) -> Iterator[list[str]]:
    chunk: list[str] = []
    characters = 0
    for name, views in records.items():
        chunk.append(name)
        characters += 500 * len(views) + len(texts.found.get(name, "") if texts else "")
        if characters >= _BLOCK_CHARS:
            yield chunk
            chunk, characters = [], 0
    if chunk:
        yield chunk


def _state(name: str, texts: Texts | None) -> TextState:
    if texts is None:
        return "left_out"
    if name in texts.found:
        return "found"
    return "differs" if name in texts.differing else "missing"


def _passage(records: Sequence[RecordView], text: str | None) -> dict[str, Any]:
    """Make the passage of one article: text, paragraphs, and details of its quotes by `record_id`."""
    paragraphs = [(span.start, span.end) for span in paragraph_spans(text)] if text is not None else []
    details = {record.record_id: _details(record, with_words=text is None) for record in records}
    return {"text": text, "paragraphs": paragraphs, "quotes": details}


def _details(record: RecordView, *, with_words: bool) -> dict[str, Any]:
    def place(span: SpanView | None) -> tuple[int | str | None, ...] | None:
        if span is None:
            return None
        return (span.start, span.end, span.text) if with_words else (span.start, span.end)

    def subject(part: OrganizationView) -> dict[str, Any]:
        return {"how": part.how, "mentions": [place(span) for span in part.mentions]}

    speaker = record.speaker
    return {
        "content": [place(span) for span in record.quote.spans],
        "cue": place(record.quote.cue),
        "mention": place(speaker.mention),
        "speaker_id": speaker.id,
        "affiliation": speaker.affiliation,
        "members": [(member.name, member.id) for member in speaker.members],
        "organizations": [subject(part) for part in record.organizations],
        "dates": [{"place": place(span), "value": span.value, "type": span.type} for span in record.dates],
        "said_text": record.said.text if record.said else None,
    }
