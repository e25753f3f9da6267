"""Batch runs: any number of inputs to one folder of records, with failures, a journal and a summary."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from extract.article import Article, Failure
from extract.errors import InputError, TooManyFailuresError
from extract.readers import InputPlan, Skipped
from extract.runs.engines import Engine
from extract.runs.fingerprint import Fingerprint, fingerprint
from extract.runs.journal import open_journal
from extract.runs.output import FolderOutput, Output
from extract.runs.resume import Done, Resumption
from extract.runs.settings import Settings, read_inputs
from extract.runs.summary import Summary, Tally, run_facts


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchOptions:
    """Options of a batch on earlier results in its output, and on when to stop.

    fresh: reuse nothing of earlier batches. retry_failures: try failed articles again. max_failures: stop
    at one more; None for never. fingerprint: results are reused from batches with the same; None: that of
    the settings.
    """

    fresh: bool = False
    retry_failures: bool = False
    max_failures: int | None = None
    fingerprint: Fingerprint | None = None


def _ignore(event: object) -> None:
    """Do nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchListener:
    """Callbacks of a batch under way.

    on_done: called after each article or failed input, in order. on_skip: called for each file that is no
    input.
    """

    on_done: Callable[[Done], None] = _ignore
    on_skip: Callable[[Skipped], None] = _ignore


_DEFAULT_OPTIONS = BatchOptions()
_NO_LISTENER = BatchListener()


def run_batch(
    plan: InputPlan,
    output: Path | Output,
    engine: Engine,
    settings: Settings,
    options: BatchOptions = _DEFAULT_OPTIONS,
    listener: BatchListener = _NO_LISTENER,
) -> Summary:
    """Write the records of `plan` to `output`, most often a folder, with `failures.jsonl` and `run.json`.

    Outcomes of an earlier batch into `output`, complete or interrupted, are reused from its journal where
    article and fingerprint are the same. Raises InputError when `output` cannot be written or another
    batch writes to it, ModelError when there is no such model, and TooManyFailuresError.
    """
    place = FolderOutput(output) if isinstance(output, Path) else output
    made_by = options.fingerprint or fingerprint(settings)
    place.prepare(replace=settings.replace, keep_text=settings.keep_text)
    started = datetime.now(UTC)
    tally = Tally(plan.argument_of)

    def skip(skipped: Skipped) -> None:
        tally.skip()
        listener.on_skip(skipped)

    def count(done: Done) -> None:
        tally.add(done)
        listener.on_done(done)
        if options.max_failures is not None and tally.failures > options.max_failures:
            raise TooManyFailuresError(tally.failures)

    items = read_inputs(plan, settings, on_skip=skip)
    with open_journal(place.journal, fresh=options.fresh) as journal, _explained(place):
        resume = partial(
            Resumption,
            engine=engine,
            journal=journal,
            fingerprint=made_by,
            retry_failures=options.retry_failures,
        )
        _write(items, resume, place, settings, count)
        summary = tally.summary()
        journal.forget_unused()
        facts = run_facts(summary, settings=settings, provenance=made_by.provenance, started=started)
        place.finish(facts, failures=bool(summary.failures))
    return summary


def _write(
    items: Iterable[Article | Failure],
    resume: Callable[[Iterable[Article | Failure]], Resumption],
    output: Output,
    settings: Settings,
    count: Callable[[Done], None],
) -> None:
    """Write the outcome of each item, and call `count` after it. resume: from items to outcomes."""
    with ExitStack() as files:
        add_record = files.enter_context(output.write_records(settings.formats))
        add_failure = files.enter_context(output.write_failures())
        if settings.keep_text:
            items = _kept(items, files.enter_context(output.write_texts()))
        for done in files.enter_context(closing(iter(resume(items)))):
            for record in done.outcome.records:
                add_record(record)
            if done.outcome.failure:
                add_failure(done.outcome.failure)
            count(done)
        output.complete()


def _kept(items: Iterable[Article | Failure], add: Callable[[Article], None]) -> Iterator[Article | Failure]:
    """Pass the items on, and add each article to the texts."""
    for item in items:
        if isinstance(item, Article):
            add(item)
        yield item


@contextmanager
def _explained(output: Output) -> Iterator[None]:
    """Turn errors of the disk into an InputError that says what to do."""
    try:
        yield
    except OSError as error:
        raise InputError(
            f"{output} cannot be written: {error.strerror or error}; when that is mended, repeat the command "
            "to resume"
        ) from error
