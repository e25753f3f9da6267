"""Progress on standard error: a bar on a terminal, a line a minute elsewhere, or JSON Lines."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from extract.errors import counted

if TYPE_CHECKING:
    from extract.runs.resume import Done
import json
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

import click

if TYPE_CHECKING:
    from extract.readers import InputPlan
    from extract.runs.resume import Done


class Pace:
    """Counts, rates and remaining time of a run. total: articles expected, None when unknown.

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
        """Seconds to the end at the pace so far; None as long as there is nothing to tell it by."""
        if self.total is None or not self._new:
            return None
        return max(0, self.total - self.done) * self._elapsed / self._new

    @property
    def _elapsed(self) -> float:
        return max(self._clock() - self._started, 1e-9)

    def as_json(self) -> dict[str, Any]:
        """Fields of a line of `--log-json`."""
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
        """Format one line, such as "1,200 of 9,000 articles, 3 failures, 0:31:10 left"."""
        parts = [f"{self.done:,} of {self.total:,} articles" if self.total else f"{self.done:,} articles"]
        if self.failures:
            parts.append(counted(self.failures, "failure"))
        if self._new:
            parts.append(f"{self._new / self._elapsed:,.1f} articles/s")
            parts.append(f"{self._words / self._elapsed:,.0f} words/s")
        if self.seconds_left is not None:
            parts.append(f"{timedelta(seconds=round(self.seconds_left))} left")
        return ", ".join(parts)


_INTERVAL_SECONDS = 60.0


@contextmanager
def progress(plan: InputPlan, *, visible: bool) -> Iterator[Callable[[], None]]:
    """Yield the function that counts one article; shows a bar where standard error is a terminal."""
    if not (visible and sys.stderr.isatty()):
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    from extract.readers import expected_articles

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("articles", total=expected_articles(plan))
        yield lambda: bar.advance(task)


@contextmanager
def run_progress(pace: Pace, *, visible: bool, log_json: bool) -> Iterator[Callable[[Done], None]]:
    """Yield the function that counts an outcome in `pace`; shows progress meanwhile."""
    if log_json:
        with _every(_INTERVAL_SECONDS, lambda: log_event("progress", pace.as_json()), active=visible):

            def count(done: Done) -> None:
                pace.add(done)
                if done.outcome.failure:
                    log_event("failure", done.outcome.failure.model_dump())

            yield count
    elif visible and sys.stderr.isatty():
        with _bar(pace) as advance:
            yield advance
    else:
        with _every(
            _INTERVAL_SECONDS, lambda: click.echo(f"{_now()} {pace.line()}", err=True), active=visible
        ):
            yield pace.add


def log_event(event: str, fields: dict[str, Any]) -> None:
    """Write one line of `--log-json`."""
    click.echo(json.dumps({"time": _now(), "event": event, **fields}, ensure_ascii=False), err=True)


@contextmanager
def _bar(pace: Pace) -> Iterator[Callable[[Done], None]]:
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn

    columns = (BarColumn(), TaskProgressColumn(), TextColumn("{task.description}"))
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("starting", total=pace.total)

        def advance(done: Done) -> None:
            pace.add(done)
            bar.update(task, completed=pace.done, description=pace.line())

        yield advance


@contextmanager
def _every(seconds: float, act: Callable[[], None], *, active: bool) -> Iterator[None]:
    """Call `act` at this interval until the block ends."""
    if not active:
        yield
        return
    over = threading.Event()

    def repeat() -> None:
        while not over.wait(seconds):
            act()

    thread = threading.Thread(target=repeat, daemon=True)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
