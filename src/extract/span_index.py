"""Spans by their places, to find those that overlap another without looking at all."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import Generic, TypeVar

from extract.span import CharSpan

Owner = TypeVar("Owner")


class SpanIndex(Generic[Owner]):
    """Spans and what each belongs to; any order, overlapping or not."""

    def __init__(self, owned: Iterable[tuple[CharSpan, Owner]]) -> None:
        self._owned = sorted(owned, key=lambda pair: pair[0])
        self._starts = [span.start for span, _ in self._owned]
        self._furthest = list(accumulate((span.end for span, _ in self._owned), max))

    def owners(self, spans: Iterable[CharSpan]) -> Iterator[Owner]:
        """Yield what the spans that overlap one of `spans` belong to; once for every overlap, in no order."""
        for span in spans:
            at = bisect_left(self._starts, span.end)
            while at and self._furthest[at - 1] > span.start:
                at -= 1
                other, owner = self._owned[at]
                if other.overlaps(span):
                    yield owner

    def meets(self, *spans: CharSpan) -> bool:
        """Whether one of its spans overlaps one of `spans`."""
        return any(True for _ in self.owners(spans))
