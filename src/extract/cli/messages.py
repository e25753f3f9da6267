"""Messages of commands on standard error."""

from __future__ import annotations

import logging
from collections import Counter
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from extract.article import Failure
    from extract.readers import InputPlan, Skipped
    from extract.readers.article.file_name_date import NamePattern


def report_failure(failure: Failure) -> None:
    """Print where an article failed, why, and at which stage."""
    where = failure.path if failure.line is None else f"{failure.path}:{failure.line}"
    click.echo(f"{where}: {failure.message} [{failure.stage}]", err=True)


def warn_of_undated_names(plan: InputPlan, pattern: NamePattern | None) -> None:
    """Warn of file names without a date where the user says that they hold one: a pattern may be mistyped."""
    if pattern is None:
        return
    names = undated = 0
    example = ""
    for file in plan.files():
        if file.kind not in ("stdin", "zip", "tar"):
            names += 1
            if not pattern.fits(file.inside):
                undated, example = undated + 1, example or file.inside
    if undated:
        which = f"{undated:,} of {names:,} file names" if names > 1 else "the file name"
        click.echo(f"--date-from-name: no date in {which}, such as {example}", err=True)


def report_skipped(skipped: Skipped) -> None:
    """Print the name of a file that is no input, and the reason where the name does not tell it."""
    reason = f" ({skipped.reason})" if skipped.reason else ""
    click.echo(f"skipped: {skipped.path}{reason}", err=True)


class SkipCounter:
    """Counter of skipped files that may hold articles, such as PDF; prints each where `verbose`."""

    def __init__(self, *, verbose: bool) -> None:
        self._verbose = verbose
        self._found: Counter[str] = Counter()

    def __call__(self, skipped: Skipped) -> None:
        from extract.readers.storage.kinds import advice_on

        if advice_on(skipped.path):
            self._found[skipped.path.rpartition(".")[2].lower()] += 1
        if self._verbose:
            report_skipped(skipped)

    def line(self) -> str:
        """Summarize the skipped files by kind; "" for none."""
        kinds = ", ".join(f"{number:,} .{kind}" for kind, number in self._found.most_common())
        return f"not read: {kinds}" + ("" if self._verbose else " (-v says what to do)") if kinds else ""


def log_level(*, quiet: bool, verbose: bool) -> int:
    """Level from which on a command prints what the package logs; quiet: errors only."""
    return logging.DEBUG if verbose else logging.ERROR if quiet else logging.WARNING


def log_to_stderr(level: int) -> None:
    """Print what the package logs from `level` on to standard error."""
    handler = logging.StreamHandler()
    logger = logging.getLogger("extract")
    logger.handlers = [handler]
    logger.setLevel(level)


def left_out_message(count: int, least: float) -> str:
    """Summarize the records that `--min-confidence` dropped; "" without that option."""
    return f"{count} record{'' if count == 1 else 's'} below confidence {least:g} left out" if least else ""
