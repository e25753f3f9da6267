"""`extract run`: extract the quotes of any number of articles."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import fields
from typing import TYPE_CHECKING, Any

import click

from extract.cli.folder_run import FolderRun
from extract.cli.input_options import input_options
from extract.cli.messages import (
    left_out_message,
    log_level,
    log_to_stderr,
    report_failure,
    report_skipped,
    warn_of_undated_names,
)
from extract.cli.model_options import model_options
from extract.cli.name_options import name_options
from extract.cli.output_options import format_options
from extract.cli.parameters import NonEmptyText, SectionedCommand, SectionOption
from extract.cli.run_options import RunOptions, run_options
from extract.cli.signals import Stopped, stoppable
from extract.files import DEFAULT_FORMATS

if TYPE_CHECKING:
    from pathlib import Path

    from extract.article import Article
    from extract.readers import InputPlan
    from extract.runs.settings import Settings


@click.command(cls=SectionedCommand)
@input_options
@click.option(
    "-o",
    "--out",
    metavar="OUT",
    type=NonEmptyText(),
    cls=SectionOption,
    section="Output",
    help="Folder for the results, or a URL (s3://bucket/out).",
)
@format_options
@model_options
@name_options
@run_options
@click.option(
    "--keep-text",
    is_flag=True,
    cls=SectionOption,
    section="Output",
    help="Also write articles.jsonl, the articles as read: offsets count in their text, and `extract report` "
    "shows it.",
)
@click.option(
    "--force",
    is_flag=True,
    cls=SectionOption,
    section="Output",
    help="Replace files in OUT that extract has not written, and an edited table of merges.",
)
@click.option("-q", "--quiet", is_flag=True, help="No progress, no summary; errors only.")
@click.option(
    "-v", "--verbose", is_flag=True, help="Also print what is skipped, and the traceback of failures."
)
def run(**options: Any) -> None:
    """Extract the quotes of every article in INPUT.

    INPUT is a text (.txt), a page (.html, .mhtml), a mail (.eml), a document (.docx, .rtf), a table with an
    article a row (.jsonl, .csv, .tsv, .xlsx, .parquet), or an export of Nexis Uni, Factiva or ProQuest
    (.docx, .rtf, .html, .txt, .ris); texts, pages and lines also as .gz, .zst, .bz2 or .xz; an archive of
    these (.zip, .tar, .tar.gz ...); a folder, read with its subfolders; a pattern in quotes
    ('news/**/*.txt'); a URL of one (s3://bucket/news); or - for a text on standard input. NAME.meta.json
    beside NAME.txt may hold title, published, publisher and author.

    OUT receives records.jsonl and records.csv, failures.jsonl with a line for each failure, run.json, and
    journal.sqlite. If a run is interrupted, repeat the command to resume. With more or changed articles, or
    another setting, it works on what has changed alone. Under a URL, records are in parts
    (jsonl/part-00000.jsonl) and the journal is where --journal says. Without -o, records go to standard
    output as JSON Lines.

    Exit code: 0 done, 1 some inputs failed (all others are written) or more than --max-failures (nothing
    is written yet), 2 wrong usage or nothing could run, 130 stopped by Ctrl-C, 143 by SIGTERM.

    \b
    Examples:
      extract run articles/ more.jsonl -o out --format jsonl,csv,json
      extract run archive/ -o out -j 4 --time-limit 60 --max-failures 1000
      extract run '2017/**/*.txt.gz' export.csv --text-field body --date-field day -o out
      extract run - < article.txt
      extract run s3://news/2017 -o s3://news/quotes -f parquet \\
          --journal quotes.sqlite --engine dask --scheduler tcp://10.0.0.5:8786
      extract run articles/ -o out --organizations companies.csv --people ministers.csv --about all
    """
    try:
        with stoppable():
            code = _run(**options)
    except Stopped as stopped:
        click.echo(f"stopped by {stopped}", err=True)
        code = stopped.exit_code
    sys.exit(code)


def _run(
    *,
    inputs: tuple[str, ...],
    lists: tuple[Path, ...],
    out: str | None,
    formats: tuple[str, ...],
    force: bool,
    quiet: bool,
    verbose: bool,
    **given: Any,
) -> int:
    """given: the fields of `RunOptions` and `Settings` that have options of their own."""
    from extract.readers import plan_inputs
    from extract.runs.output import open_output
    from extract.runs.settings import Settings

    log_to_stderr(log_level(quiet=quiet, verbose=verbose))
    if out is None and set(formats) - {"jsonl"}:
        raise click.UsageError("standard output takes JSON Lines only; give a folder with -o OUT")
    if out is None and given["keep_text"]:
        raise click.UsageError("--keep-text needs a folder; give one with -o OUT")
    chosen = RunOptions(**{field.name: given.pop(field.name) for field in fields(RunOptions)})
    if out is None and chosen != RunOptions():
        raise click.UsageError("workers, limits and journal need a folder; give one with -o OUT")
    chosen.check()
    settings = Settings(formats=formats or DEFAULT_FORMATS, replace=force, **given)
    output = None if out is None else open_output(out, inputs, journal=chosen.journal)
    plan = plan_inputs(inputs, lists=lists, leave_out=output.files() if output else ())
    plan.require_files()
    warn_of_undated_names(plan, settings.date_from_name)
    if output is None:
        return _filter(plan, settings, quiet=quiet, verbose=verbose)
    return FolderRun(plan, output, settings, chosen, quiet=quiet, verbose=verbose).run()


def _filter(plan: InputPlan, settings: Settings, *, quiet: bool, verbose: bool) -> int:
    from extract.article import Failure
    from extract.record.writers.json import json_line
    from extract.runs.engines.in_process import in_process
    from extract.runs.extractor import load_extractor
    from extract.runs.settings import read_inputs

    code = unsure = 0

    def note(failure: Failure) -> None:
        nonlocal code
        report_failure(failure)
        code = 1

    def articles() -> Iterator[Article]:
        for item in read_inputs(plan, settings, on_skip=report_skipped if verbose else None):
            if isinstance(item, Failure):
                note(item)
            else:
                yield item

    sys.stdout.reconfigure(encoding="utf-8", newline="\n")  # type: ignore[union-attr]
    for outcome in in_process(load_extractor(settings))(articles()):
        for record in outcome.records:
            click.echo(json_line(record), nl=False)
        if outcome.failure:
            note(outcome.failure)
        unsure += outcome.left_out
    if not quiet and (message := left_out_message(unsure, settings.min_confidence)):
        click.echo(message, err=True)
    return code
