"""Quotes: who said what about which organization, and when. Nothing from here on knows spaCy."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from extract.spans import CharSpan
from extract.timex.timex import Timex

QuoteType = Literal["direct", "mixed", "indirect"]
Act = Literal["statement", "attitude", "other"]
SpeakerKind = Literal["person", "organization", "group", "document", "unknown"]
How = Literal["named", "alias", "pronoun", "description"]
Basis = Literal["cue", "dateline", "published"]
EntityKind = Literal["organization", "person", "place", "nationality"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """Date of the words. date: EDTF. span: the expression that says so, None if none does."""

    date: str
    basis: Basis
    span: CharSpan | None


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupMember:
    """One of several who speak as one. id: of the user's watch list."""

    name: str
    kind: Literal["person", "organization"]
    id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """The one meant by a source.

    mention: the phrase beside the quote. name: the canonical name; None with a `reason`, and with `members`,
    several whom the article names and who speak as one. title, affiliation: slices of the article. id: of the
    user's watch list.
    """

    mention: CharSpan | None
    name: str | None
    kind: SpeakerKind
    title: CharSpan | None = None
    affiliation: CharSpan | None = None
    reason: str | None = None
    id: str | None = None
    members: tuple[GroupMember, ...] = ()

    @property
    def full_name(self) -> str | None:
        """The name as a record has it: of several "A, B and C"; None with a `reason`."""
        names = [member.name for member in self.members]
        return " and ".join(filter(None, (", ".join(names[:-1]), names[-1]))) if names else self.name


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """An organization that a content is about, or what else was asked for by its `kind`.

    how: the way of its first mention there. id: of the user's watch list.
    """

    name: str
    mentions: tuple[CharSpan, ...]
    how: How
    kind: EntityKind = "organization"
    id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Words of somebody: what was said, by whom, about whom, when.

    content: reading order; several spans when the cue interrupts. cue: None when the words are
    reported by quotation marks alone. dates: the expressions in content and attribution.
    quote_confidence: 0 to 1, that it is a quote. speaker_confidence: that the speaker is right, if it is
    one. flags: sorted, each once.
    """

    content: tuple[CharSpan, ...]
    type: QuoteType
    act: Act
    cue: CharSpan | None
    speaker: Speaker
    organizations: tuple[Subject, ...]
    said: Said | None
    dates: tuple[Timex, ...]
    quote_confidence: float
    speaker_confidence: float
    flags: tuple[str, ...] = ()
