"""Run into a folder or a URL: the work, and the messages to the user."""

from __future__ import annotations

from contextlib import AbstractContextManager
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import click

from extract.cli.messages import SkipCounter, left_out_message, log_level, log_to_stderr, report_failure
from extract.cli.progress import Pace, log_event, run_progress
from extract.cli.run_options import RunOptions
from extract.cli.signals import Stopped
from extract.errors import ExtractError, TooManyFailuresError

if TYPE_CHECKING:
    from extract.article import Failure
    from extract.readers import InputPlan
    from extract.runs.engines import Engine
    from extract.runs.extractor import Extractor
    from extract.runs.output import Output
    from extract.runs.resume import Done
    from extract.runs.settings import Settings
    from extract.runs.summary import Summary

_MAX_FAILURES_SHOWN = 10


class FolderRun:
    """Run of the command with -o: does the work and reports to the user."""

    def __init__(
        self,
        plan: InputPlan,
        out: Output,
        settings: Settings,
        options: RunOptions,
        *,
        quiet: bool,
        verbose: bool,
    ) -> None:
        from extract.readers import expected_articles

        self._plan = plan
        self._out = out
        self._settings = settings
        self._options = options
        self._quiet = quiet
        self._level = log_level(quiet=quiet, verbose=verbose)
        self._pace = Pace(None if quiet else expected_articles(plan))
        self._shown: list[Failure] = []
        self._unsure = 0
        self._skips = SkipCounter(verbose=verbose)

    def run(self) -> int:
        """Do the work and return the exit code."""
        try:
            summary = self._work()
        except Stopped as stopped:
            self._say_stopped(f"stopped by {stopped}")
            return stopped.exit_code
        except TooManyFailuresError as error:
            self._show_failures(error.failures)
            self._say_stopped(
                f"{error}; mend their causes, then raise --max-failures, or add --retry-failures"
            )
            return 1
        except ExtractError as error:
            if not self._options.log_json:
                raise
            log_event("error", {"message": str(error)})
            return 2
        self._show_failures(summary.failures)
        self._say_done(summary)
        return summary.exit_code

    def _work(self) -> Summary:
        from extract.runs.batch import BatchListener, run_batch
        from extract.runs.fingerprint import fingerprint

        options = self._options.batch_options(fingerprint(self._settings))
        with (
            open_engine(self._settings, self._options, level=self._level) as engine,
            run_progress(self._pace, visible=not self._quiet, log_json=self._options.log_json) as count,
        ):

            def note(done: Done) -> None:
                count(done)
                self._unsure += done.outcome.left_out
                if done.outcome.failure and len(self._shown) < _MAX_FAILURES_SHOWN:
                    self._shown.append(done.outcome.failure)

            listener = BatchListener(on_done=note, on_skip=self._skips)
            return run_batch(self._plan, self._out, engine, self._settings, options, listener)

    def _show_failures(self, number: int) -> None:
        if self._options.log_json:
            return
        for failure in self._shown:
            report_failure(failure)
        if number > len(self._shown):
            click.echo(f"... and {number - len(self._shown)} more", err=True)

    def _say_done(self, summary: Summary) -> None:
        if self._quiet:
            return
        if self._options.log_json:
            log_event("done", {"out": str(self._out), "exit_code": summary.exit_code, **summary.as_json()})
            return
        parts = (
            summary.line(),
            left_out_message(self._unsure, self._settings.min_confidence),
            self._skips.line(),
        )
        click.echo(f"{self._out}: {'; '.join(filter(None, parts))}", err=True)

    def _say_stopped(self, why: str) -> None:
        without = " without --fresh" * self._options.fresh
        how = f"nothing is lost: repeat the command{without} to resume"
        if self._options.log_json:
            log_event("stopped", {"out": str(self._out), "why": why, **self._pace.as_json()})
        else:
            click.echo(f"{self._out}: {why}. {self._pace.line()}; {how}", err=True)


def open_engine(settings: Settings, options: RunOptions, *, level: int) -> AbstractContextManager[Engine]:
    """Open the engine that the user chose; workers log to standard error from `level` on."""
    from extract.runs.engines.local import local_engine, threads_each

    each = replace(settings, threads=threads_each(settings.threads, options.jobs))
    load = partial(_load, each, level)
    if options.engine == "local":
        return local_engine(load, workers=options.jobs, limits=options.limits())
    from extract.runs.engines.dask import dask_engine, versions

    return dask_engine(
        load,
        versions=partial(versions, settings),
        scheduler=options.scheduler,
        workers=options.jobs,
        limits=options.limits(),
    )


def _load(settings: Settings, level: int) -> Extractor:
    """Load the extractor in a worker."""
    from extract.runs.extractor import load_extractor

    log_to_stderr(level)
    return load_extractor(settings)
