"""Which quotation mark of a paragraph opens, which closes, and which stands alone: the cheapest reading.

All readings of a paragraph's marks are weighed together (a shortest path over stacks of open marks, the
few best kept at each mark), so that one mark too many or too few changes as little as possible.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from extract.layout.quotation_marks.mark_costs import IMPOSSIBLE, Mark, read_marks
from extract.spans import CharSpan

_BEAM = 12  # readings kept behind each mark
_NARROW_BEAM = 2  # the same where no prose has so many marks in a paragraph
_MOST_MARKS = 1000
_TOO_DEAR = 5.0  # above the cheapest: dropped
_DEEPEST = 4
_SAME_FAMILY_INSIDE = 1.5  # “He said “no” twice”
_STRAIGHT_INSIDE = 2.5  # the same with straight marks, which do not tell which way they go
_MIXED = 1.0  # a straight mark with a curly one
# A well set mark passed over inside a quotation: the nearer pair is likelier.
_PASSED_OVER, _SURE_PASSED_OVER = 0.1, 0.3
_WELL_SET = 0.5
_STRAIGHT = frozenset(["'", '"', "＂", "''", "``", "`", "´"])
_PARTNERS = frozenset(["„“", "‚‘", "«»", "»«", "‹›", "›‹", "「」", "『』", "``''", "`'", "`´"])


@dataclass(frozen=True, slots=True)
class Pairing:
    """pairs: opening and closing marks. running: opens a quotation that the end of the paragraph cuts off.

    stray: marks that neither pair nor run on.
    """

    pairs: tuple[tuple[Mark, Mark], ...]
    running: Mark | None
    stray: tuple[Mark, ...]


class _Reading(NamedTuple):  # many are made: a tuple takes a third of the time
    """How the marks so far are read. open: innermost last. Pairs are a list linked backwards."""

    cost: float
    open: tuple[Mark, ...]
    pairs: _Pairs | None


class _Pairs(NamedTuple):
    opening: Mark
    closing: Mark
    earlier: _Pairs | None


def pair_marks(text: str, paragraph: CharSpan) -> Pairing | None:
    """Pair the marks inside `paragraph`, None if it has none. Takes linear time."""
    marks = read_marks(text, paragraph)
    if not marks:
        return None
    beam = _BEAM if len(marks) <= _MOST_MARKS else _NARROW_BEAM
    readings = [_Reading(0.0, (), None)]
    for mark in marks:
        readings = _kept([after for reading in readings for after in _steps(reading, mark)], beam)
    best, running = _ended(readings)
    pairs = []
    link = best.pairs
    while link is not None:
        pairs.append((link.opening, link.closing))
        link = link.earlier
    used = {mark.start for pair in pairs for mark in pair} | ({running.start} if running else set())
    stray = tuple(mark for mark in marks if mark.start not in used)
    return Pairing(tuple(reversed(pairs)), running, stray)


def _steps(reading: _Reading, mark: Mark) -> list[_Reading]:
    """The readings that follow from `reading` by each way to read `mark`."""
    stack = reading.open
    inside = any(other.family == mark.family for other in stack)
    alone = mark.alone
    if inside and not mark.doubtful and min(mark.opens, mark.closes) < _WELL_SET:
        alone += _SURE_PASSED_OVER if mark.sure else _PASSED_OVER
    out = [_Reading(reading.cost + alone, stack, reading.pairs)]
    if stack and stack[-1].family == mark.family:
        cost = reading.cost + mark.closes + _mismatch(stack[-1], mark)
        out.append(_Reading(cost, stack[:-1], _Pairs(stack[-1], mark, reading.pairs)))
    if len(stack) < _DEEPEST:
        nested = 0.0
        if inside:
            nested = _STRAIGHT_INSIDE if mark.text in _STRAIGHT else _SAME_FAMILY_INSIDE
        out.append(_Reading(reading.cost + mark.opens + nested, (*stack, mark), reading.pairs))
    return out


def _mismatch(opening: Mark, closing: Mark) -> float:
    """What it costs that two marks are no pair by their shapes, beside what each costs by itself."""
    if opening.text + closing.text in _PARTNERS:
        return -2.0 if opening.low else -1.0 if opening.text in "»›" else 0.0
    return _MIXED if (opening.text in _STRAIGHT) != (closing.text in _STRAIGHT) else 0.0


def _kept(readings: list[_Reading], beam: int) -> list[_Reading]:
    """The cheapest readings, one for each stack of open marks."""
    readings.sort(key=_cost)
    limit = readings[0].cost + _TOO_DEAR
    out: list[_Reading] = []
    seen: set[tuple[int, ...]] = set()
    for reading in readings:
        if reading.cost > limit or len(out) == beam:
            break
        stack = tuple(mark.start for mark in reading.open)
        if stack not in seen:
            seen.add(stack)
            out.append(reading)
    return out


def _cost(reading: _Reading) -> float:
    return reading.cost


def _ended(readings: Sequence[_Reading]) -> tuple[_Reading, Mark | None]:
    """The cheapest reading at the end of the paragraph, and the mark that runs on past it."""
    best = min(readings, key=_whole_cost)
    return best, best.open[0] if best.open else None


def _whole_cost(reading: _Reading) -> float:
    """The cost at the end of a paragraph: the outermost open mark runs on, others stand alone.

    No quotation of the same family can follow a mark that runs on.
    """
    if not reading.open:
        return reading.cost
    first, *others = reading.open
    link = reading.pairs
    while link is not None and link.opening.start > first.start:
        if link.opening.family == first.family:
            return IMPOSSIBLE
        link = link.earlier
    return reading.cost + first.runs + sum(mark.alone - mark.opens for mark in others)
