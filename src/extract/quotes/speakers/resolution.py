"""Resolved speakers: what later mentions refer back to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from extract.quotes.entities.names import Name
from extract.quotes.quote import QuoteType, Speaker
from extract.spans import CharSpan


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """A speaker with what later mentions may refer back to. name: None unless a person or organization
    that the article names; content: of the quote."""

    speaker: Speaker
    name: Name | None
    content: CharSpan
    confidence: float
    type: QuoteType = "indirect"


def nobody(source: CharSpan | None, content: CharSpan, reason: str, confidence: float) -> Resolved:
    """No name, and why."""
    speaker = Speaker(mention=source, name=None, kind="unknown", reason=reason)
    return Resolved(speaker=speaker, name=None, content=content, confidence=confidence)


def spoken_by(source: CharSpan, content: CharSpan, organization: Name, confidence: float) -> Resolved:
    """An organization that speaks."""
    speaker = Speaker(mention=source, name=organization.canonical, kind="organization")
    return Resolved(speaker=speaker, name=organization, content=content, confidence=confidence)


def together(source: CharSpan, content: CharSpan, names: Sequence[str], confidence: float) -> Resolved:
    """Several who speak as one: "A, B and C"."""
    joined = f"{', '.join(names[:-1])} and {names[-1]}"
    speaker = Speaker(mention=source, name=joined, kind="group")
    return Resolved(speaker=speaker, name=None, content=content, confidence=confidence)
