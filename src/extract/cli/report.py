"""`extract report`: make one HTML file of a run's records."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from extract.cli.parameters import NonEmptyPath, NonEmptyText, refuse_inputs
from extract.errors import InputError, counted
from extract.files import REPORT

if TYPE_CHECKING:
    from pathlib import Path

    from extract.report import Report


@click.command()
@click.argument("folder", metavar="OUT", type=NonEmptyPath(exists=True))
@click.option(
    "-o",
    "--out",
    metavar="FILE",
    type=NonEmptyPath(dir_okay=False),
    help="The file to write; default: report.html beside the records.",
)
@click.option(
    "--articles",
    metavar="INPUT",
    multiple=True,
    type=NonEmptyText(),
    help="Where the articles are now, if not where the run read them; may be repeated.",
)
@click.option("--merged", is_flag=True, help="Show records.merged.jsonl, which `extract merge` writes.")
@click.option("--quotes-only", is_flag=True, help="Leave the texts of the articles out.")
@click.option("--title", metavar="TEXT", help="Title of the page; default: the name of the folder.")
@click.option("-q", "--quiet", is_flag=True, help="No summary; errors only.")
def report(
    folder: Path,
    out: Path | None,
    articles: tuple[str, ...],
    merged: bool,
    quotes_only: bool,
    title: str | None,
    quiet: bool,
) -> None:
    """Make one HTML file to search, chart and review the quotes.

    OUT is the folder that `extract run` wrote, or a file of records. The page works from disk in any current
    browser and loads nothing from the network. It shows each quote in its paragraph, for which the articles
    are read again from where the run read them. Where one is missing or has changed, the quote stands alone.

    Exit code: 0 done; 2 wrong usage, or a file that cannot be read or written.

    \b
    Examples:
      extract report out
      extract report out -o quotes.html --title "Harbour strike, 2031"
      extract report out --articles archive/ --merged
    """
    from extract.record.writers.atomic_file import write_atomic
    from extract.report import build_report, find_run
    from extract.report.build import MAX_TRIED_QUOTES

    if articles and quotes_only:
        raise click.UsageError("--quotes-only leaves the articles out; give it or --articles")
    run = find_run(folder, merged=merged)
    target = out or run.path / REPORT
    refuse_inputs(target, [run.records, *articles])
    made = build_report(run, articles=articles, title=title, texts=not quotes_only)
    try:
        write_atomic(target, made.html)
    except OSError as error:
        raise InputError(f"{target}: cannot be written: {error.strerror}; choose another file") from error
    _warn(made)
    if made.quotes > MAX_TRIED_QUOTES:
        click.echo(
            f"{made.quotes:,} quotes are more than the {MAX_TRIED_QUOTES:,} that the page is tested with; it "
            "may be slow; fewer articles or --min-confidence make a smaller one",
            err=True,
        )
    if not quiet:
        click.echo(
            f"{target}: {counted(made.quotes, 'quote')} of {counted(made.articles, 'article')}", err=True
        )


def _warn(made: Report) -> None:
    """Warn of records left out and of quotes without their article, and say what to do."""
    if made.repeated:
        click.echo(f"repeated records, shown once: {made.repeated:,}", err=True)
    if made.missing:
        click.echo(
            f"articles not found: {made.missing:,} of {made.articles:,}, their quotes stand alone; say where "
            "they are with --articles",
            err=True,
        )
    if made.differing:
        click.echo(
            f"articles changed since the run: {made.differing:,} of {made.articles:,}, their quotes stand "
            "alone; repeat `extract run`, or say with --articles where the old ones are",
            err=True,
        )
