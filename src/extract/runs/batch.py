"""A batch: any number of inputs to one folder of records, with failures, a journal and a summary."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, closing
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from extract.article import Article, Failure
from extract.errors import InputError, TooManyFailuresError
from extract.readers import InputPlan, Skipped
from extract.runs.engines import Engine
from extract.runs.fingerprint import Fingerprint
from extract.runs.journal import open_journal
from extract.runs.output import FolderOutput, Output
from extract.runs.resume import Done, Resumption
from extract.runs.settings import Settings, read_inputs
from extract.runs.summary import Summary, Tally, run_facts


def run_batch(
    plan: InputPlan,
    out: Path | Output,
    *,
    engine: Engine,
    settings: Settings,
    fingerprint: Fingerprint,
    fresh: bool = False,
    retry_failures: bool = False,
    max_failures: int | None = None,
    stdin: BinaryIO | None = None,
    on_done: Callable[[Done], None] | None = None,
    on_skip: Callable[[Skipped], None] | None = None,
) -> Summary:
    """Write the records of `plan` to `out`, most often a folder, with `failures.jsonl` and `run.json`.

    What a run into `out` that was ended has done already is taken from its journal, and so is what a whole
    one has done, as far as articles and `fingerprint` are the same. fresh: take nothing. retry_failures:
    try articles again that have failed. max_failures: stop at one more. on_done: called after each article
    or failed input, in order. on_skip: called for files that are no input.
    Raises InputError when `out` cannot be written or another run writes to it, and TooManyFailuresError.
    """
    output = FolderOutput(out) if isinstance(out, Path) else out
    output.prepare(replace=settings.replace, keep_text=settings.keep_text)
    started = datetime.now(UTC)
    tally = Tally(plan.argument_of)

    def skip(skipped: Skipped) -> None:
        tally.skip()
        if on_skip:
            on_skip(skipped)

    items = read_inputs(plan, settings, stdin=stdin, on_skip=skip)
    with open_journal(output.journal, fresh=fresh) as journal:
        try:
            with ExitStack() as files:
                add = files.enter_context(output.write_records(settings.formats))
                add_failure = files.enter_context(output.write_failures())
                if settings.keep_text:
                    items = _kept(items, files.enter_context(output.write_texts()))
                resumption = Resumption(
                    items,
                    engine=engine,
                    journal=journal,
                    fingerprint=fingerprint,
                    retry_failures=retry_failures,
                )
                for done in files.enter_context(closing(iter(resumption))):
                    tally.add(done)
                    for record in done.outcome.records:
                        add(record)
                    if done.outcome.failure:
                        add_failure(done.outcome.failure)
                    if on_done:
                        on_done(done)
                    if max_failures is not None and tally.failures > max_failures:
                        raise TooManyFailuresError(tally.failures)
                output.complete()
            summary = tally.summary()
            journal.forget_unused()
            facts = run_facts(summary, settings=settings, provenance=fingerprint.provenance, started=started)
            output.finish(facts, failures=bool(summary.failures))
        except OSError as error:
            raise InputError(
                f"{output} cannot be written: {error.strerror or error}; when that is mended, give the same "
                "command again: it goes on where it was"
            ) from error
    return summary


def _kept(items: Iterable[Article | Failure], add: Callable[[Article], None]) -> Iterator[Article | Failure]:
    """The same items; each article is added to the texts when it is read."""
    for item in items:
        if isinstance(item, Article):
            add(item)
        yield item
