"""Spans of code points, and an index that finds those that overlap another in logarithmic time."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate
from typing import Generic, TypeVar


@dataclass(frozen=True, slots=True, order=True)
class CharSpan:
    """Code points `start` up to `end` (exclusive) of `Article.text`; raises ValueError for no such span."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start} to {self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The slice of `text`."""
        return text[self.start : self.end]

    def holds(self, other: CharSpan) -> bool:
        """Whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def distance(self, other: CharSpan) -> int:
        """The code points between the two, 0 where they touch or overlap."""
        return max(self.start - other.end, other.start - self.end, 0)

    def overlaps(self, other: CharSpan) -> bool:
        """Whether the two share a code point."""
        return self.start < other.end and other.start < self.end


Owner = TypeVar("Owner")


class SpanIndex(Generic[Owner]):
    """An index of spans, each with its owner; they may come in any order and overlap."""

    def __init__(self, owned: Iterable[tuple[CharSpan, Owner]]) -> None:
        self._owned = sorted(owned, key=lambda pair: pair[0])
        self._starts = [span.start for span, _ in self._owned]
        self._furthest = list(accumulate((span.end for span, _ in self._owned), max))

    def owners(self, spans: Iterable[CharSpan]) -> Iterator[Owner]:
        """Yield the owners of the spans that overlap one of `spans`, one for every overlap, in no order."""
        for span in spans:
            at = bisect_left(self._starts, span.end)
            while at and self._furthest[at - 1] > span.start:
                at -= 1
                other, owner = self._owned[at]
                if other.overlaps(span):
                    yield owner

    def meets(self, *spans: CharSpan) -> bool:
        """Whether any span of the index overlaps one of `spans`."""
        return any(True for _ in self.owners(spans))
