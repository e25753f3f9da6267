"""Pair the quotation marks of a paragraph by the hypothesis of least cost, found with a beam search.

A hypothesis says of each mark whether it opens, closes or stands alone; its state is the stack of open marks.
All marks of a paragraph are weighed together, so that one too many or too few changes as little as possible.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from extract.layout.quotation_marks.mark_costs import IMPOSSIBLE, QuotationMark, read_marks
from extract.spans import CharSpan

_BEAM_WIDTH = 12  # hypotheses kept after each mark
_NARROW_BEAM_WIDTH = 2  # the same for a paragraph with more marks than prose has
_MAX_MARKS_FOR_WIDE_BEAM = 1000
_MAX_COST_ABOVE_BEST = 5.0  # hypotheses beyond it are dropped
_MAX_DEPTH = 4
_SAME_FAMILY_NESTING_COST = 1.5  # “He said “no” twice”
_STRAIGHT_NESTING_COST = 2.5  # straight marks do not show whether they open or close
_MIXED_SHAPES_COST = 1.0  # a straight mark with a curly one
# Of a well set mark that is skipped inside a quotation: the nearer pair is likelier.
_SKIPPED_COST, _SURE_SKIPPED_COST = 0.1, 0.3
_MAX_WELL_SET_COST = 0.5
_STRAIGHT = frozenset(["'", '"', "＂", "''", "``", "`", "´"])
_PARTNERS = frozenset(["„“", "‚‘", "«»", "»«", "‹›", "›‹", "「」", "『』", "``''", "`'", "`´"])


@dataclass(frozen=True, slots=True)
class Pairing:
    """The marks of one paragraph, paired.

    pairs: opening and closing marks. running: the mark that opens a quotation which the end of the paragraph
    cuts off. stray: all other marks.
    """

    pairs: tuple[tuple[QuotationMark, QuotationMark], ...]
    running: QuotationMark | None
    stray: tuple[QuotationMark, ...]


class _Hypothesis(NamedTuple):  # many are made: a tuple takes a third of the time
    """A reading of the marks so far. open: the open marks, innermost last. pairs: a list linked backwards."""

    cost: float
    open: tuple[QuotationMark, ...]
    pairs: _Pairs | None


class _Pairs(NamedTuple):
    opening: QuotationMark
    closing: QuotationMark
    earlier: _Pairs | None


def pair_marks(text: str, paragraph: CharSpan) -> Pairing | None:
    """Pair the marks inside `paragraph`; None when it has none. Takes linear time."""
    marks = read_marks(text, paragraph)
    if not marks:
        return None
    beam = _BEAM_WIDTH if len(marks) <= _MAX_MARKS_FOR_WIDE_BEAM else _NARROW_BEAM_WIDTH
    hypotheses = [_Hypothesis(0.0, (), None)]
    for mark in marks:
        hypotheses = _pruned([after for hypothesis in hypotheses for after in _steps(hypothesis, mark)], beam)
    best, running = _best_at_end(hypotheses)
    pairs = []
    link = best.pairs
    while link is not None:
        pairs.append((link.opening, link.closing))
        link = link.earlier
    used = {mark.start for pair in pairs for mark in pair} | ({running.start} if running else set())
    stray = tuple(mark for mark in marks if mark.start not in used)
    return Pairing(tuple(reversed(pairs)), running, stray)


def _steps(hypothesis: _Hypothesis, mark: QuotationMark) -> list[_Hypothesis]:
    """The hypotheses that extend `hypothesis` by each reading of `mark`."""
    stack = hypothesis.open
    inside = any(other.family == mark.family for other in stack)
    alone = mark.alone
    if inside and not mark.doubtful and min(mark.opens, mark.closes) < _MAX_WELL_SET_COST:
        alone += _SURE_SKIPPED_COST if mark.sure else _SKIPPED_COST
    out = [_Hypothesis(hypothesis.cost + alone, stack, hypothesis.pairs)]
    if stack and stack[-1].family == mark.family:
        cost = hypothesis.cost + mark.closes + _mismatch(stack[-1], mark)
        out.append(_Hypothesis(cost, stack[:-1], _Pairs(stack[-1], mark, hypothesis.pairs)))
    if len(stack) < _MAX_DEPTH:
        nested = 0.0
        if inside:
            nested = _STRAIGHT_NESTING_COST if mark.text in _STRAIGHT else _SAME_FAMILY_NESTING_COST
        out.append(_Hypothesis(hypothesis.cost + mark.opens + nested, (*stack, mark), hypothesis.pairs))
    return out


def _mismatch(opening: QuotationMark, closing: QuotationMark) -> float:
    """The cost of pairing two marks whose shapes do not match, added to the costs of each."""
    if opening.text + closing.text in _PARTNERS:
        return -2.0 if opening.low else -1.0 if opening.text in "»›" else 0.0
    return _MIXED_SHAPES_COST if (opening.text in _STRAIGHT) != (closing.text in _STRAIGHT) else 0.0


def _pruned(hypotheses: list[_Hypothesis], beam: int) -> list[_Hypothesis]:
    """The `beam` cheapest hypotheses, one for each stack of open marks."""
    hypotheses.sort(key=_cost)
    limit = hypotheses[0].cost + _MAX_COST_ABOVE_BEST
    out: list[_Hypothesis] = []
    seen: set[tuple[int, ...]] = set()
    for hypothesis in hypotheses:
        if hypothesis.cost > limit or len(out) == beam:
            break
        stack = tuple(mark.start for mark in hypothesis.open)
        if stack not in seen:
            seen.add(stack)
            out.append(hypothesis)
    return out


def _cost(hypothesis: _Hypothesis) -> float:
    return hypothesis.cost


def _best_at_end(hypotheses: Sequence[_Hypothesis]) -> tuple[_Hypothesis, QuotationMark | None]:
    """The cheapest hypothesis at the end of the paragraph, and the mark that is left open there."""
    best = min(hypotheses, key=_whole_cost)
    return best, best.open[0] if best.open else None


def _whole_cost(hypothesis: _Hypothesis) -> float:
    """The cost at the end of a paragraph: the outermost open mark runs on, others stand alone.

    No quotation of the same family can follow a mark that runs on.
    """
    if not hypothesis.open:
        return hypothesis.cost
    first, *others = hypothesis.open
    link = hypothesis.pairs
    while link is not None and link.opening.start > first.start:
        if link.opening.family == first.family:
            return IMPOSSIBLE
        link = link.earlier
    return hypothesis.cost + first.runs + sum(mark.alone - mark.opens for mark in others)
