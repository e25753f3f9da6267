"""A batch: any number of inputs to one folder of records, with failures, a journal and a summary."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack, closing
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from extract.config import Settings
from extract.engines import Engine
from extract.errors import InputError, TooManyFailuresError
from extract.fingerprint import Fingerprint
from extract.journal import open_journal
from extract.readers import InputPlan, Skipped, read_plan
from extract.resume import Done, Resumption
from extract.run_file import write_run_file
from extract.summary import Summary, Tally
from extract.superseded import check_superseded, remove_superseded
from extract.writers import write_records
from extract.writers.folder import (
    FAILURES,
    JOURNAL,
    prepare_folder,
    remove_stale,
    unfinished,
    write_failures,
)


def run_batch(
    plan: InputPlan,
    out: Path,
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
    """Write the records of `plan` to the folder `out`, with `failures.jsonl` and `run.json`.

    What a run into `out` that was ended has done already is taken from its journal, and so is what a whole
    one has done, as far as articles and `fingerprint` are the same. fresh: take nothing. retry_failures:
    try articles again that have failed. max_failures: stop at one more. on_done: called after each article
    or failed input, in order. on_skip: called for files that are no input.
    Raises InputError when `out` cannot be written or another run writes to it, and TooManyFailuresError.
    """
    prepare_folder(out, replace=settings.replace)
    check_superseded(out, replace=settings.replace)
    started = datetime.now(UTC)
    tally = Tally(plan.argument_of)

    def skip(skipped: Skipped) -> None:
        tally.skip()
        if on_skip:
            on_skip(skipped)

    items = read_plan(
        plan,
        published=settings.published,
        date_from_name=settings.date_from_name,
        fields=settings.fields,
        max_article_size=settings.max_article_size,
        stdin=stdin,
        on_skip=skip,
    )
    with open_journal(out / JOURNAL, fresh=fresh) as journal:
        resumption = Resumption(
            items, engine=engine, journal=journal, fingerprint=fingerprint, retry_failures=retry_failures
        )
        try:
            with ExitStack() as files:
                add = files.enter_context(write_records(out, settings.formats))
                add_failure = files.enter_context(write_failures(out))
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
                unfinished(out)
            summary = tally.summary()
            written = [f"records.{name}" for name in settings.formats] + [FAILURES] * bool(summary.failures)
            remove_stale(out, written)
            remove_superseded(out)
            journal.forget_unused()
            write_run_file(
                out,
                summary,
                settings=settings,
                provenance=fingerprint.provenance,
                started=started,
                files=written,
            )
        except OSError as error:
            raise InputError(
                f"{out} cannot be written: {error.strerror or error}; when that is mended, give the same "
                "command again: it goes on where it was"
            ) from error
    return summary
