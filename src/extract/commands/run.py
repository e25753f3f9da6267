"""`extract run`: the quotes of any number of articles."""

from __future__ import annotations

import logging
import sys
from typing import TYPE_CHECKING, Any

import click

from extract.commands.messages import complain, log_to_stderr, warn_of_names
from extract.commands.paths import InputName, NamedPath
from extract.commands.progress import progress
from extract.errors import InputError
from extract.options import FORMATS, left_out, model_options, name_options, several

if TYPE_CHECKING:
    from pathlib import Path

    from extract.config import Settings
    from extract.extractor import Outcome
    from extract.failure import Failure
    from extract.readers import InputPlan
    from extract.readers.file_name import NamePattern
    from extract.watchlist import WatchList


@click.command()
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...", type=InputName())
@click.option("-o", "--out", type=NamedPath(), help="Folder for the results.")
@click.option(
    "-f",
    "--format",
    "formats",
    metavar="LIST",
    multiple=True,
    callback=several(*FORMATS),
    help="jsonl, json, csv, or all; repeat it or use commas.  [default: jsonl,csv]",
)
@model_options
@name_options
@click.option("--force", is_flag=True, help="Replace records in OUT that no run of extract has written.")
@click.option("-q", "--quiet", is_flag=True, help="No progress, no summary; errors only.")
@click.option("-v", "--verbose", is_flag=True, help="Also say what is skipped, and where failures arose.")
def run(
    inputs: tuple[str, ...],
    out: Path | None,
    formats: tuple[str, ...],
    published: str | None,
    date_from_name: NamePattern | None,
    acts: tuple[Any, ...],
    model: str | None,
    threads: int,
    min_confidence: float,
    about: tuple[Any, ...],
    organizations: WatchList | None,
    people: WatchList | None,
    fuzzy: float | None,
    force: bool,
    quiet: bool,
    verbose: bool,
) -> None:
    """Extract the quotes of every article in INPUT.

    INPUT is a text file, a folder (read with its subfolders), a .jsonl or .jsonl.gz file with an
    article a line (keys text, id, title, published, publisher), or - for standard input.
    NAME.meta.json beside NAME.txt may hold title, published and publisher.

    OUT receives records.jsonl and records.csv, failures.jsonl where something failed, and run.json;
    results of an earlier run there are replaced. Without -o, records go to standard output as JSON
    Lines.

    Exit code: 0 done, 1 some inputs failed (all others are written), 2 wrong usage or nothing could run.

    \b
    Examples:
      extract run articles/ more.jsonl -o out --format jsonl,csv,json
      extract run - < article.txt
      extract run articles/ -o out --organizations companies.csv --people ministers.csv --about all
    """
    from extract.config import Settings
    from extract.readers import plan_inputs
    from extract.writers.folder import output_files

    log_to_stderr(logging.DEBUG if verbose else logging.WARNING)
    if out is None and set(formats) - {"jsonl"}:
        raise click.UsageError("standard output takes JSON Lines only; give a folder with -o OUT")
    settings = Settings(
        acts=acts,
        formats=formats or ("jsonl", "csv"),
        published=published,
        date_from_name=date_from_name,
        model=model,
        threads=threads,
        min_confidence=min_confidence,
        about=about,
        organizations=organizations,
        people=people,
        fuzzy=fuzzy,
        replace=force,
    )
    plan = plan_inputs(inputs, leave_out=output_files(out) if out else ())
    if verbose:
        for path in plan.skipped:
            click.echo(f"skipped: {path}", err=True)
    if not plan.files:
        raise InputError("; ".join(f"{failure.path}: {failure.message}" for failure in plan.failures))
    warn_of_names(plan, date_from_name)
    sys.exit(
        _filter(plan, settings, quiet=quiet) if out is None else _batch(plan, out, settings, quiet=quiet)
    )


def _batch(plan: InputPlan, out: Path, settings: Settings, *, quiet: bool) -> int:
    from extract.batch import run_batch
    from extract.extractor import load_extractor
    from extract.writers.folder import prepare_folder

    prepare_folder(out, replace=settings.replace)
    extractor = load_extractor(settings)
    failures: list[Failure] = []
    unsure = 0
    with progress(plan, visible=not quiet) as advance:

        def note(outcome: Outcome) -> None:
            nonlocal unsure
            advance()
            unsure += outcome.left_out
            if outcome.failure and len(failures) < 10:
                failures.append(outcome.failure)

        summary = run_batch(plan, out, extractor=extractor, settings=settings, on_outcome=note)
    for failure in failures:
        complain(failure)
    if summary.failures > len(failures):
        click.echo(f"... and {summary.failures - len(failures)} more", err=True)
    if not quiet:
        parts = (summary.line(), left_out(unsure, settings.min_confidence))
        click.echo(f"{out}: {'; '.join(filter(None, parts))}", err=True)
    return summary.exit_code


def _filter(plan: InputPlan, settings: Settings, *, quiet: bool) -> int:
    from extract.batch import outcomes
    from extract.extractor import load_extractor
    from extract.readers import read_plan
    from extract.writers.json_lines import json_line

    code = unsure = 0
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")  # type: ignore[union-attr]
    articles = read_plan(plan, published=settings.published, date_from_name=settings.date_from_name)
    for outcome in outcomes(articles, load_extractor(settings)):
        for record in outcome.records:
            click.echo(json_line(record), nl=False)
        if outcome.failure:
            complain(outcome.failure)
            code = 1
        unsure += outcome.left_out
    if not quiet and (message := left_out(unsure, settings.min_confidence)):
        click.echo(message, err=True)
    return code
