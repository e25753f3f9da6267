"""The pace of a run: how far it is, how fast it goes, and when it will be done."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from extract.counted import counted

if TYPE_CHECKING:
    from extract.resume import Done


class Pace:
    """Counts of a run under way. total: articles expected, None when nobody knows.

    Rates are those of this run: what an earlier one had done already goes by too fast to tell anything.
    """

    def __init__(self, total: int | None, clock: Callable[[], float] = time.monotonic) -> None:
        self.total = total
        self.done = self.failures = 0
        self._new = self._words = 0
        self._clock = clock
        self._started = clock()

    def add(self, done: Done) -> None:
        """Count one article or failed input."""
        if not self._new and not done.new:
            self._started = self._clock()
        self.done += 1
        self.failures += done.outcome.failure is not None
        if done.new:
            self._new += 1
            self._words += done.words

    @property
    def seconds_left(self) -> float | None:
        """Seconds to the end at the pace so far; None as long as that is anybody's guess."""
        if self.total is None or not self._new:
            return None
        return max(0, self.total - self.done) * self._elapsed / self._new

    @property
    def _elapsed(self) -> float:
        return max(self._clock() - self._started, 1e-9)

    def as_json(self) -> dict[str, Any]:
        """The fields of a line of `--log-json`."""
        left = self.seconds_left
        return {
            "articles": self.done,
            "total": self.total,
            "failures": self.failures,
            "articles_per_second": round(self._new / self._elapsed, 2),
            "words_per_second": round(self._words / self._elapsed),
            "seconds_left": None if left is None else round(left),
        }

    def line(self) -> str:
        """One line for a person, such as "1,200 of 9,000 articles, 3 failures, 0:31:10 left"."""
        parts = [f"{self.done:,} of {self.total:,} articles" if self.total else f"{self.done:,} articles"]
        if self.failures:
            parts.append(counted(self.failures, "failure"))
        if self._new:
            parts.append(f"{self._new / self._elapsed:,.1f} articles/s")
            parts.append(f"{self._words / self._elapsed:,.0f} words/s")
        if self.seconds_left is not None:
            parts.append(f"{timedelta(seconds=round(self.seconds_left))} left")
        return ", ".join(parts)
