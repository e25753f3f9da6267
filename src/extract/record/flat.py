"""Flat rows of records, and their columns: type, values and meaning in tables of every format."""

from __future__ import annotations

from dataclasses import dataclass, fields
from operator import attrgetter
from types import NoneType
from typing import get_args, get_type_hints

from extract.quotes.quote import Act, Basis, EntityKind, How, QuoteType, SpeakerKind
from extract.record.record import OrganizationPart, Record

Cells = tuple[str | int | float | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FlatRow:
    """Row of a table: a quote and one of its organizations; fields are columns, in this order.

    start: of the first content span; end: of the last. confidence: of the quote. flags: joined by ";", as
    are the ids of several who speak as one.
    """

    record_id: str
    article_id: str
    path: str
    title: str | None
    publisher: str | None
    author: str | None
    published: str | None
    speaker: str | None
    speaker_id: str | None
    speaker_title: str | None
    speaker_affiliation: str | None
    speaker_kind: str
    speaker_reason: str | None
    speaker_mention: str | None
    cue: str | None
    type: str
    act: str
    quote: str
    organization: str | None
    organization_id: str | None
    organization_kind: str | None
    organization_how: str | None
    said_date: str | None
    said_start: str | None
    said_end: str | None
    said_basis: str | None
    start: int
    end: int
    confidence: float
    speaker_confidence: float
    flags: str


FLAT_COLUMNS: tuple[str, ...] = tuple(field.name for field in fields(FlatRow))

_MEANING = {
    "record_id": "A name for the quote that lasts; the rows of one quote share it.",
    "article_id": "Which article; unique within a run.",
    "path": "The file that the article was read from; - for standard input.",
    "title": "Title of the article.",
    "publisher": "Who published the article.",
    "author": "Who wrote the article; several are joined by ; and a space.",
    "published": "When the article was published, as EDTF (ISO 8601-2): a day, a month or a year.",
    "speaker": "Canonical name of who said it; empty when unknown.",
    "speaker_id": "Id of the speaker on the user's watch list; of several who speak as one, joined by ;.",
    "speaker_title": "Office or job of the speaker, as the article words it.",
    "speaker_affiliation": "Whom the speaker works or speaks for, as the article words it.",
    "speaker_kind": "What the speaker is.",
    "speaker_reason": "Why there is no proper name in `speaker`; empty when there is one.",
    "speaker_mention": "The words that the quote is attributed to.",
    "cue": "The words that report it.",
    "type": "Direct in quotation marks, indirect without, or mixed.",
    "act": "A statement, an attitude (believes, hopes) or other.",
    "quote": "What was said; the parts of an interrupted quote are joined by one space.",
    "organization": "What the quote is about; empty when nothing.",
    "organization_id": "Id of the organization on the user's watch list.",
    "organization_kind": "What `organization` is.",
    "organization_how": "How the quote refers to it.",
    "said_date": "When it was said, as EDTF (ISO 8601-2), as precise as the words.",
    "said_start": "First day of `said_date`; empty when its year is unknown.",
    "said_end": "Last day of `said_date`; empty when its year is unknown.",
    "said_basis": "What the date rests on: words near the cue, the dateline, or the publication.",
    "start": "Where the quote starts in the article's text, in code points.",
    "end": "Where it ends, exclusive, in code points.",
    "confidence": "How sure the model is of the quote, 0 to 1.",
    "speaker_confidence": "How sure it is of the speaker, if it is a quote, 0 to 1.",
    "flags": "Peculiarities, joined by ;.",
}
_VALUES: dict[str, tuple[str, ...]] = {
    "speaker_kind": get_args(SpeakerKind),
    "type": get_args(QuoteType),
    "act": get_args(Act),
    "organization_kind": get_args(EntityKind),
    "organization_how": get_args(How),
    "said_basis": get_args(Basis),
}
_SOMETIMES_EMPTY = frozenset({"flags"})
_DAYS = frozenset({"said_start", "said_end"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """Column of `FlatRow`. nullable: cells may be empty. values: all that occur; () for any.

    day: cells are ISO days. filled: no cell is empty.
    """

    name: str
    type: type[str | int | float]
    nullable: bool
    meaning: str
    values: tuple[str, ...] = ()
    day: bool = False
    filled: bool = True


def _columns() -> tuple[Column, ...]:
    columns = []
    for name, hint in get_type_hints(FlatRow).items():
        options = get_args(hint) or (hint,)
        [plain] = [option for option in options if option is not NoneType]
        columns.append(
            Column(
                name=name,
                type=plain,
                nullable=NoneType in options,
                meaning=_MEANING[name],
                values=_VALUES.get(name, ()),
                day=name in _DAYS,
                filled=NoneType not in options and name not in _SOMETIMES_EMPTY,
            )
        )
    return tuple(columns)


COLUMNS: tuple[Column, ...] = _columns()
_cells_of = attrgetter(*FLAT_COLUMNS)


def flat_rows(record: Record) -> list[FlatRow]:
    """Flatten a record: a row for each organization, in its order; one row without where there is none."""
    return [_flat_row(record, organization) for organization in record.organizations or (None,)]


def flat_cells(record: Record) -> list[Cells]:
    """List the cells of the flat rows of a record, in the order of the columns."""
    return [_cells_of(row) for row in flat_rows(record)]


def _flat_row(record: Record, organization: OrganizationPart | None) -> FlatRow:
    article, quote, speaker, said = record.article, record.quote, record.speaker, record.said
    return FlatRow(
        record_id=record.record_id,
        article_id=article.id,
        path=article.path,
        title=article.title,
        publisher=article.publisher,
        author=article.author,
        published=article.published,
        speaker=speaker.name,
        speaker_id=speaker.id or ";".join(member.id for member in speaker.members if member.id) or None,
        speaker_title=speaker.title,
        speaker_affiliation=speaker.affiliation,
        speaker_kind=speaker.kind,
        speaker_reason=speaker.reason,
        speaker_mention=speaker.mention.text if speaker.mention else None,
        cue=quote.cue.text if quote.cue else None,
        type=quote.type,
        act=quote.act,
        quote=quote.text,
        organization=organization.name if organization else None,
        organization_id=organization.id if organization else None,
        organization_kind=organization.kind if organization else None,
        organization_how=organization.how if organization else None,
        said_date=said.date if said else None,
        said_start=said.start if said else None,
        said_end=said.end if said else None,
        said_basis=said.basis if said else None,
        start=quote.spans[0].start,
        end=quote.spans[-1].end,
        confidence=record.confidence.quote,
        speaker_confidence=record.confidence.speaker,
        flags=";".join(record.flags),
    )
