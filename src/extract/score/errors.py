"""Errors: every difference between gold and record, with the text around it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal, get_args

from extract.layout.spans import CharSpan
from extract.record.views import RecordView
from extract.score.gold import GoldQuote
from extract.score.matching import letters_in, likeness, organization_key
from extract.score.verdict import Comparison, Verdict, organizations_of

Role = Literal["gold", "record", "mention"]
BRACKETS: dict[Role, tuple[str, str]] = {
    "gold": ("[[", "]]"),
    "record": ("{{", "}}"),
    "mention": ("<<", ">>"),
}
_CONTEXT_CHARS = 70
_GAP = "…"
_WORD_START = re.compile(r"(?<=\s)\S")  # "b" of "a bank"
_WORD_END = re.compile(r"\S(?=\s)")  # "k" of "bank is"


@dataclass(frozen=True, slots=True)
class Highlight:
    """Span to mark in an article. role: gold or found part that it belongs to."""

    span: CharSpan
    role: Role


@dataclass(frozen=True, slots=True, order=True)
class _Edge:
    """Place of a bracket. rank: orders brackets at one place from left to right."""

    at: int
    rank: tuple[int, int]
    bracket: str


def excerpt(text: str, marked: Iterable[Highlight]) -> str:
    """Cut the words around both ends of the marked spans, in one line.

    Spans get the BRACKETS of their role; "…" stands for what is left out, in a long span too.
    """
    edges = sorted(edge for mark in marked for edge in _edges(mark, len(text)))
    pieces = []
    windows = _windows(text, [edge.at for edge in edges])
    for window in windows:
        inside = [edge for edge in edges if window.start <= edge.at <= window.end]
        pieces.append(_bracketed(text, window, inside))
    if not pieces:
        return ""
    head = "" if windows[0].start == 0 else f"{_GAP} "
    tail = "" if windows[-1].end == len(text) else f" {_GAP}"
    return head + f" {_GAP} ".join(pieces) + tail


def _edges(mark: Highlight, length: int) -> Iterable[_Edge]:
    """Yield both brackets; at one place closing ones come first, and the wider span stays outside."""
    opening, closing = BRACKETS[mark.role]
    start, end = min(mark.span.start, length), min(mark.span.end, length)
    yield _Edge(start, (1, start - end), opening)
    yield _Edge(end, (0, -start), closing)


def _windows(text: str, places: Sequence[int]) -> list[CharSpan]:
    """Make windows of whole words around the places; near ones are joined."""
    windows: list[CharSpan] = []
    for at in places:
        start = _word_start(text, max(0, at - _CONTEXT_CHARS), at)
        end = _word_end(text, min(len(text), at + _CONTEXT_CHARS), at)
        if windows and start <= windows[-1].end + len(_GAP) + 2:
            windows[-1] = CharSpan(windows[-1].start, max(windows[-1].end, end))
        else:
            windows.append(CharSpan(start, end))
    return windows


def _word_start(text: str, at: int, limit: int) -> int:
    """Find the first beginning of a word from `at` on, not behind `limit`."""
    if at == 0:
        return 0
    found = _WORD_START.search(text, at, limit)
    return found.start() if found else at


def _word_end(text: str, at: int, limit: int) -> int:
    """Find the last end of a word up to `at`, not in front of `limit`."""
    if at == len(text):
        return at
    ends = [found.end() for found in _WORD_END.finditer(text, limit, at + 1)]
    return ends[-1] if ends else at


def _bracketed(text: str, window: CharSpan, edges: Sequence[_Edge]) -> str:
    pieces, at = [], window.start
    for edge in edges:
        pieces += [text[at : edge.at], edge.bracket]
        at = edge.at
    pieces.append(text[at : window.end])
    return " ".join("".join(pieces).split())


ErrorKind = Literal["missed", "extra", "span", "type", "act", "speaker", "organizations", "said"]
Values = tuple[str | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Error:
    """Error: a quote missed, a record too many, or a field that is wrong.

    article: id. type: of the quote. start, end: of its content, the gold's where there is one.
    gold, record: contents, or the values of the wrong field; of `said` the gold lists all that are right,
    None is no date. note: details. text: the context, marked.
    """

    kind: ErrorKind
    article: str
    type: str | None
    start: int
    end: int
    gold: Values
    record: Values
    note: str | None
    text: str


def errors_of(verdicts: Iterable[Verdict]) -> list[Error]:
    """List the errors, article by article as the verdicts are, each in the order of the text."""
    kinds = get_args(ErrorKind)
    errors: list[Error] = []
    for _, group in groupby(verdicts, key=lambda verdict: verdict.article.id):
        same = list(group)
        extra = [verdict.record for verdict in same if verdict.record and not verdict.gold]
        found = [error for verdict in same for error in _errors(verdict, extra)]
        errors += sorted(found, key=lambda error: (error.start, error.end, kinds.index(error.kind)))
    return errors


def _errors(verdict: Verdict, extra: Sequence[RecordView]) -> Iterator[Error]:
    gold, record, comparison = verdict.gold, verdict.record, verdict.comparison
    if gold and record and comparison:
        yield from _wrong_fields(verdict, gold, record, comparison)
    elif gold:
        yield _missed(verdict, gold, extra)
    elif record:
        yield _extra(verdict, record)


def _missed(verdict: Verdict, gold: GoldQuote, extra: Sequence[RecordView]) -> Error:
    """Make the error of a missed quote; the record too many that shares most of it is shown."""
    text = verdict.article.text
    wanted = letters_in(text, verdict.content)
    shared = [likeness(wanted, letters_in(text, record.content)) for record in extra]
    note = f"speaker: {gold.speaker.name or '(none)'}"
    if not any(shared):
        return _error(verdict, "missed", gold=gold.content, note=note)
    nearest = extra[shared.index(max(shared))]
    note += f"; a record has {max(shared):.0%} of the letters that either has, too few to match"
    return _error(
        verdict,
        "missed",
        gold=gold.content,
        record=_texts(text, nearest.content),
        note=note,
        marks=[Highlight(span, "record") for span in nearest.content],
    )


def _extra(verdict: Verdict, record: RecordView) -> Error:
    return _error(
        verdict,
        "extra",
        record=_texts(verdict.article.text, record.content),
        note=f"speaker: {record.speaker.name or '(none)'}",
        marks=[*(Highlight(span, "record") for span in record.content), *_mention(record)],
    )


def _wrong_fields(
    verdict: Verdict, gold: GoldQuote, record: RecordView, comparison: Comparison
) -> Iterator[Error]:
    if comparison.span < 1:
        differing = [Highlight(span, "record") for span in record.content if span not in verdict.content]
        texts = _texts(verdict.article.text, record.content)
        yield _error(verdict, "span", gold=gold.content, record=texts, marks=differing)
    if not comparison.type:
        yield _error(verdict, "type", gold=(gold.type,), record=(record.quote.type,))
    if comparison.act is False:
        yield _error(verdict, "act", gold=(gold.act,), record=(record.quote.act,))
    if not comparison.speaker:
        names = ((gold.speaker.name,), (record.speaker.name,))
        yield _error(verdict, "speaker", gold=names[0], record=names[1], marks=_mention(record))
    if comparison.organizations.extra or comparison.organizations.missed:
        about = organizations_of(record)
        note = _difference(gold, about, comparison)
        yield _error(verdict, "organizations", gold=gold.organizations, record=about, note=note)
    if not comparison.said:
        right = tuple(dict.fromkeys((gold.said, *gold.said_also)))
        yield _error(verdict, "said", gold=right, record=(record.said.date if record.said else None,))


def _difference(gold: GoldQuote, names: Values, comparison: Comparison) -> str:
    missed = [n for n in gold.organizations if organization_key(n) in comparison.organizations.missed]
    extra = [n or "(no name)" for n in names if organization_key(n) in comparison.organizations.extra]
    parts = [
        f"{what}: {', '.join(found)}" for what, found in (("missing", missed), ("extra", extra)) if found
    ]
    return "; ".join(parts)


def _error(
    verdict: Verdict,
    kind: ErrorKind,
    *,
    gold: Values = (),
    record: Values = (),
    note: str | None = None,
    marks: Sequence[Highlight] = (),
) -> Error:
    found = verdict.record
    spans = verdict.content or (found.content if found else ())
    return Error(
        kind=kind,
        article=verdict.article.id,
        type=verdict.gold.type if verdict.gold else found.quote.type if found else None,
        start=spans[0].start if spans else 0,
        end=spans[-1].end if spans else 0,
        gold=gold,
        record=record,
        note=note,
        text=excerpt(verdict.article.text, [*(Highlight(span, "gold") for span in verdict.content), *marks]),
    )


def _mention(record: RecordView) -> list[Highlight]:
    return [Highlight(record.speaker.mention.span, "mention")] if record.speaker.mention else []


def _texts(text: str, spans: Iterable[CharSpan]) -> Values:
    return tuple(span.of(text) for span in spans)
