"""The text around an error, with what it is about marked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from extract.span import CharSpan

Role = Literal["gold", "record", "mention"]
BRACKETS: dict[Role, tuple[str, str]] = {
    "gold": ("[[", "]]"),
    "record": ("{{", "}}"),
    "mention": ("<<", ">>"),
}
_AROUND = 70
_GAP = "…"


@dataclass(frozen=True, slots=True)
class Marked:
    """A span of the article to be shown, and whose it is."""

    span: CharSpan
    role: Role


@dataclass(frozen=True, slots=True, order=True)
class _Edge:
    """Where a bracket stands. rank: brackets at one place, from left to right."""

    at: int
    rank: tuple[int, int]
    bracket: str


def excerpt(text: str, marked: Iterable[Marked]) -> str:
    """What stands within some words of each end of the marked spans, in one line.

    Spans are put in the BRACKETS of their role; "…" stands for what is left out. Half of a bracket pair
    may be where a span is long.
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


def _edges(mark: Marked, length: int) -> Iterable[_Edge]:
    """Both brackets; at one place closing ones come first, and the wider span stays outside."""
    opening, closing = BRACKETS[mark.role]
    start, end = min(mark.span.start, length), min(mark.span.end, length)
    yield _Edge(start, (1, start - end), opening)
    yield _Edge(end, (0, -start), closing)


def _windows(text: str, places: Sequence[int]) -> list[CharSpan]:
    """Stretches of whole words around the places; what lies close together is one."""
    windows: list[CharSpan] = []
    for at in places:
        start = _word_start(text, max(0, at - _AROUND), at)
        end = _word_end(text, min(len(text), at + _AROUND), at)
        if windows and start <= windows[-1].end + len(_GAP) + 2:
            windows[-1] = CharSpan(windows[-1].start, max(windows[-1].end, end))
        else:
            windows.append(CharSpan(start, end))
    return windows


def _word_start(text: str, at: int, limit: int) -> int:
    """The first beginning of a word from `at` on, not behind `limit`."""
    if at == 0:
        return 0
    found = re.compile(r"(?<=\s)\S").search(text, at, limit)
    return found.start() if found else at


def _word_end(text: str, at: int, limit: int) -> int:
    """The last end of a word up to `at`, not in front of `limit`."""
    if at == len(text):
        return at
    ends = [found.end() for found in re.compile(r"\S(?=\s)").finditer(text, limit, at + 1)]
    return ends[-1] if ends else at


def _bracketed(text: str, window: CharSpan, edges: Sequence[_Edge]) -> str:
    pieces, at = [], window.start
    for edge in edges:
        pieces += [text[at : edge.at], edge.bracket]
        at = edge.at
    pieces.append(text[at : window.end])
    return " ".join("".join(pieces).split())
