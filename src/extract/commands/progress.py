"""The progress bar of commands that go through articles."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extract.readers import InputPlan


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
