"""Resolutions: the speaker of a quote, with what later mentions may refer back to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from extract.quotes.entities.names import Name
from extract.quotes.quote import GroupMember, QuoteType, Speaker
from extract.quotes.speakers.query import Query
from extract.spans import CharSpan


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """A speaker with what later mentions may refer back to.

    name: the person or organization, None unless the article names it. content, type: of the quote.
    confidence: by the kind of evidence, as `certainty` has it.
    """

    speaker: Speaker
    name: Name | None
    content: CharSpan
    type: QuoteType
    confidence: float


@dataclass(frozen=True, slots=True)
class Reference:
    """A name that a mention refers to, and how sure that is."""

    name: Name
    confidence: float


# One way to a speaker: the answer to a query, None where it is not this one's to give.
Resolver = Callable[[Query], Resolution | None]


def resolution(query: Query, speaker: Speaker, confidence: float, name: Name | None = None) -> Resolution:
    """The answer to a query."""
    return Resolution(
        speaker=speaker, name=name, content=query.content, type=query.type, confidence=confidence
    )


def nobody(query: Query, reason: str, confidence: float) -> Resolution:
    """No name, and why."""
    return resolution(
        query, Speaker(mention=query.mention, name=None, kind="unknown", reason=reason), confidence
    )


def spoken_by(query: Query, organization: Name, confidence: float) -> Resolution:
    """An organization that speaks."""
    speaker = Speaker(mention=query.mention, name=organization.canonical, kind="organization")
    return resolution(query, speaker, confidence, organization)


def together(query: Query, names: Sequence[Name], confidence: float) -> Resolution:
    """Several who speak as one."""
    members = tuple(GroupMember(name=name.canonical, kind=name.kind) for name in names)
    return resolution(
        query, Speaker(mention=query.mention, name=None, kind="group", members=members), confidence
    )


def again(query: Query, earlier: Resolution, confidence: float) -> Resolution:
    """The speaker of an earlier quote once more."""
    return resolution(query, replace(earlier.speaker, mention=query.mention), confidence, earlier.name)
