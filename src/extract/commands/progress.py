"""How far a command is, on standard error: a bar on a terminal, a line a minute elsewhere, or JSON Lines."""

from __future__ import annotations

import json
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import click

from extract.commands.pace import Pace

if TYPE_CHECKING:
    from extract.readers import InputPlan
    from extract.resume import Done

_SECONDS = 60.0


@contextmanager
def progress(plan: InputPlan, *, visible: bool) -> Iterator[Callable[[], None]]:
    """Give the function that notes one article as done; a bar on standard error, if that is a terminal."""
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
    """Give the function that counts what is done in `pace`, and show it as it goes."""
    if log_json:
        with _every(_SECONDS, lambda: log_event("progress", pace.as_json()), active=visible):

            def count(done: Done) -> None:
                pace.add(done)
                if done.outcome.failure:
                    log_event("failure", done.outcome.failure.model_dump())

            yield count
    elif visible and sys.stderr.isatty():
        with _bar(pace) as advance:
            yield advance
    else:
        with _every(_SECONDS, lambda: click.echo(f"{_now()} {pace.line()}", err=True), active=visible):
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
    """Do something again and again meanwhile, even while nothing else happens."""
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
