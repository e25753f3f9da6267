"""Quotations: find the text between paired quotation marks, and trim the marks from a content.

Marks pair by family inside one paragraph, so that a stray mark never shifts the pairing of a later one.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from extract.layout.quotation_marks.mark_costs import CHARACTERS, Family, QuotationMark
from extract.layout.quotation_marks.pairing import Pairing, pair_marks
from extract.spans import CharSpan

QuotationKind = Literal["double", "single", "guillemet", "corner", "low"]

_EDGE = re.compile(r"[\s,;–—-]")
# "U.S.", "Acme Inc.", "..."
_ABBREVIATION = re.compile(r"(?:\b[A-Za-z]\.)+$|\b(?:Inc|Corp|Co|Ltd|Jr|Sr|etc|a\.m|p\.m)\.$|\.\.$|…\.$")
_MAX_ABBREVIATION_CHARS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """Text between two quotation marks of one paragraph.

    outer: with the marks. inner: without. depth: the number of quotations around it.
    closed: False where the end of the paragraph cuts it off.
    continues: it opens its paragraph, and the paragraph before ends in a quotation without a closing mark.
    """

    outer: CharSpan
    inner: CharSpan
    kind: QuotationKind
    depth: int
    closed: bool
    continues: bool = False


@dataclass(frozen=True, slots=True)
class Quotations:
    """The quotations of a text. paired: by start, an enclosing one before those in it. unpaired: marks that
    belong to none, by start."""

    paired: tuple[Quotation, ...]
    unpaired: tuple[CharSpan, ...]

    def over(self, span: CharSpan) -> list[Quotation]:
        """The quotations that share a code point with `span`, by start."""
        first = bisect_right(self.paired, span.start, key=lambda quotation: quotation.outer.start) - 1
        while first > 0 and self.paired[first].depth > 0:
            first -= 1
        found = []
        for number in range(max(first, 0), len(self.paired)):
            quotation = self.paired[number]
            if quotation.outer.start >= span.end:
                break
            if quotation.outer.overlaps(span):
                found.append(quotation)
        return found

    def chains(self) -> list[tuple[Quotation, ...]]:
        """The outermost quotations; those that continue one another over paragraphs are together."""
        chains: list[list[Quotation]] = []
        for quotation in self.paired:
            if quotation.depth == 0 and quotation.continues and chains:
                chains[-1].append(quotation)
            elif quotation.depth == 0:
                chains.append([quotation])
        return [tuple(chain) for chain in chains]


def find_quotations(text: str, paragraphs: Sequence[CharSpan]) -> Quotations:
    """Find the quotations of each paragraph. Takes linear time.

    paragraphs: ascending, none overlapping; those of an article's body, so that no caption or link
    separates two paragraphs of one quotation.
    """
    quotations: list[Quotation] = []
    unpaired: list[CharSpan] = []
    left_open: Family | None = None
    for paragraph in paragraphs:
        pairing = pair_marks(text, paragraph)
        if pairing is None:
            left_open = None
            continue
        found = _quotations(pairing, paragraph)
        openers = [mark for mark, _ in pairing.pairs] + ([pairing.running] if pairing.running else [])
        opener = min(openers, key=lambda mark: mark.start, default=None)
        if opener is not None and opener.family == left_open and opener.start == paragraph.start:
            found[0] = replace(found[0], continues=True)
        left_open = pairing.running.family if pairing.running is not None else None
        quotations += found
        unpaired += [CharSpan(mark.start, mark.end) for mark in pairing.stray if not mark.doubtful]
    return Quotations(tuple(quotations), tuple(unpaired))


def _quotations(pairing: Pairing, paragraph: CharSpan) -> list[Quotation]:
    bounds = [(mark, closing.end, closing.start, True) for mark, closing in pairing.pairs]
    if pairing.running is not None:
        bounds.append((pairing.running, paragraph.end, paragraph.end, False))
    bounds.sort(key=lambda bound: bound[0].start)
    quotations: list[Quotation] = []
    ends: list[int] = []
    for mark, outer_end, inner_end, closed in bounds:
        while ends and ends[-1] <= mark.start:
            ends.pop()
        quotations.append(
            Quotation(
                outer=CharSpan(mark.start, outer_end),
                inner=CharSpan(mark.end, inner_end),
                kind=_kind(mark),
                depth=len(ends),
                closed=closed,
            )
        )
        ends.append(outer_end)
    return quotations


def _kind(mark: QuotationMark) -> QuotationKind:
    return "low" if mark.low else mark.family


def trim_quotation(text: str, span: CharSpan) -> CharSpan:
    """Trim from a content its own quotation marks, and white space, dashes, commas and the last full stop.

    Marks around the whole content go, and marks whose partner is outside it. A pair around some of its words
    stays with what is in it: `it was "a great day."` stays as it is. Returns an empty span where nothing is
    left.
    """
    span = without_edges(text, span)
    if not len(span) or not {text[span.start], text[span.end - 1]} & CHARACTERS:
        return span
    found = find_quotations(text, [span])
    for mark in found.unpaired:
        if mark.start == span.start:
            span = CharSpan(mark.end, max(span.end, mark.end))
        elif mark.end == span.end:
            span = CharSpan(span.start, mark.start)
    for quotation in found.paired:
        if quotation.outer.start > span.start:
            break
        if quotation.outer == span or (quotation.outer.start == span.start and not quotation.closed):
            span = quotation.inner
            break
    return without_edges(text, span)


def without_edges(text: str, span: CharSpan) -> CharSpan:
    """Trim white space, dashes, commas, semicolons and the final full stop; not that of an abbreviation."""
    start, end = span.start, span.end
    while start < end and _EDGE.match(text, start):
        start += 1
    while end > start and (_EDGE.match(text, end - 1) or _is_full_stop(text, start, end)):
        end -= 1
    return CharSpan(start, end)


def _is_full_stop(text: str, start: int, end: int) -> bool:
    """Whether the character before `end` is a full stop, not the point of an abbreviation or an ellipsis."""
    tail = max(start, end - _MAX_ABBREVIATION_CHARS)
    return text[end - 1] == "." and _ABBREVIATION.search(text, tail, end) is None
