"""Passages: the spans of one quote, before it is known whose it is."""

from __future__ import annotations

from dataclasses import dataclass

from extract.quotes.quote import QuoteType
from extract.spans import CharSpan


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """The spans of one quote. source, cue: None where the passage has none of its own.

    type, speaker: as the layout tells them (the canonical name of the one interviewed), else None.
    nested: it stands in the content of another passage, which reports it.
    """

    content: tuple[CharSpan, ...]
    source: CharSpan | None
    cue: CharSpan | None
    confidence: float
    source_confidence: float
    type: QuoteType | None = None
    speaker: str | None = None
    nested: bool = False
