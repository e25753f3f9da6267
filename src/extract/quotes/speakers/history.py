"""Speaker history: the resolved quotes of an article so far."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from extract.layout.spans import CharSpan
from extract.quotes.entities.names import Name, NameKind
from extract.quotes.speakers.resolution import Resolution


class SpeakerHistory:
    """The resolved quotes of one article so far, in reading order.

    Quotes within quotes are no part of it: they do not change whom "he" means in the text around.
    """

    def __init__(self) -> None:
        self._quotes: list[Resolution] = []
        self._counts: Counter[tuple[NameKind, int]] = Counter()

    def add(self, quote: Resolution) -> None:
        """Go on with the next quote, which begins behind those so far."""
        self._quotes.append(quote)
        if quote.name is not None:
            self._counts[quote.name.kind, quote.name.number] += 1

    def count(self, name: Name) -> int:
        """How many quotes somebody has so far."""
        return self._counts[name.kind, name.number]

    @property
    def last(self) -> Resolution | None:
        """The latest quote, None before the first."""
        return self._quotes[-1] if self._quotes else None

    def latest(self, *, before: int | None = None) -> Iterator[Resolution]:
        """The quotes, latest first. before: only those that begin before this offset."""
        count = len(self._quotes) if before is None else bisect_left(self._quotes, before, key=_start)
        return (self._quotes[number] for number in range(count - 1, -1, -1))

    def around(self, span: CharSpan, *, quotes_back: int, before: int | None = None) -> Resolution | None:
        """The latest quote whose content holds a span. quotes_back: how many are looked at."""
        latest = islice(self.latest(before=before), quotes_back)
        return next((quote for quote in latest if quote.content.holds(span)), None)


def _start(quote: Resolution) -> int:
    return quote.content.start
