"""`extract score`: compare records with a gold standard."""

from __future__ import annotations

import logging
import sys
from typing import TYPE_CHECKING

import click

from extract.cli.messages import log_to_stderr
from extract.cli.parameters import NonEmptyPath, list_option, refuse_inputs
from extract.errors import InputError
from extract.record.choices import GROUPINGS

if TYPE_CHECKING:
    from pathlib import Path

    from extract.score import Score

_ALL_ERRORS = 0


@click.command()
@click.argument("gold", type=NonEmptyPath(exists=True, dir_okay=False))
@click.argument("records", type=NonEmptyPath(exists=True))
@click.option(
    "--json",
    "out",
    metavar="OUT",
    type=NonEmptyPath(dir_okay=False),
    help="Write every figure, group and error to this file.",
)
@click.option(
    "--errors",
    metavar="[N]",
    type=click.IntRange(0),
    is_flag=False,
    flag_value=_ALL_ERRORS,
    help="Also list the errors with their context; at most N, if given.",
)
@click.option(
    "--by",
    multiple=True,
    **list_option(*GROUPINGS),
    help=f"Also a table by {', '.join(GROUPINGS)}, or all; repeat it or use commas.",
)
def score(gold: Path, records: Path, out: Path | None, errors: int | None, by: tuple[str, ...]) -> None:
    """Compare RECORDS with GOLD, which was annotated by hand.

    RECORDS is what `extract run` wrote: its folder, or a .jsonl or .jsonl.gz file. GOLD is JSON Lines
    with an article a line; docs/score.md describes it. Articles are recognized by their ids.

    Exit code: 0 done, however good the records are; 2 a file that cannot be read.

    \b
    Examples:
      extract score gold.jsonl out
      extract score gold.jsonl out/records.jsonl --by speaker,kind --json score.json --errors 20
    """
    from rich.console import Console

    from extract.record.writers.atomic_file import write_atomic
    from extract.score import score as score_records
    from extract.score.errors import errors_of
    from extract.score.gold import read_gold
    from extract.score.output import score_as_json, show_errors, show_score
    from extract.score.records import read_found

    log_to_stderr(logging.WARNING)
    if out is not None:
        refuse_inputs(out, (gold, records))
    found = score_records(read_gold(gold), read_found(records))
    _warn(found)
    if out is not None:
        try:
            write_atomic(out, score_as_json(found))
        except OSError as error:
            raise InputError(f"{out}: cannot be written: {error.strerror}; choose another file") from error
    # A pipe has no width: names are folded only where a terminal is narrow.
    piped = not sys.stdout.isatty()
    console = Console(width=200 if piped else None)
    show_score(console, found, by=by)
    if errors is not None:
        show_errors(console, errors_of(found.verdicts), most=errors or None)


def _warn(found: Score) -> None:
    """Warn of what makes the figures meaningless."""
    if found.records and found.left_out.total() == found.records:
        click.echo("no record belongs to an article of the gold; ids must be the same in both", err=True)
    if found.misfits:
        names = ", ".join(found.misfits[:3]) + (", ..." if len(found.misfits) > 3 else "")
        click.echo(
            f"articles whose text is not the same in records and gold: {len(found.misfits)} ({names}); "
            "run extract on the gold file itself",
            err=True,
        )
