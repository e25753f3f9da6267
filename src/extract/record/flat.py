"""The columns of the flat rows, with what tables of every kind say of them: type, values, meaning."""

from __future__ import annotations

from dataclasses import dataclass
from operator import attrgetter
from types import NoneType
from typing import get_args, get_type_hints

from extract.quotes.quote import Act, Basis, EntityKind, How, QuoteType, SpeakerKind
from extract.record.record import FLAT_COLUMNS, FlatRow, Record, flat_rows

Cells = tuple[str | int | float | None, ...]

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
    """One column of `FlatRow`. nullable: it may be empty. values: all that it holds; () for no such list.

    day: its strings are ISO days. filled: no cell of it is empty.
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


def flat_cells(record: Record) -> list[Cells]:
    """The cells of the flat rows of a record, in the order of the columns."""
    return [_cells_of(row) for row in flat_rows(record)]
