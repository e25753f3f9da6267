"""`extract dates`: find the time expressions of any number of articles."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from extract.cli.input_options import article_options, input_options
from extract.cli.messages import (
    log_level,
    log_to_stderr,
    report_failure,
    report_skipped,
    warn_of_undated_names,
)
from extract.cli.parameters import NonEmptyPath, SectionedCommand, SectionOption, refuse_inputs
from extract.cli.progress import progress
from extract.errors import InputError

if TYPE_CHECKING:
    from pathlib import Path

    from extract.readers.article.file_name_date import NamePattern
    from extract.readers.article.table_row import Fields
    from extract.timex.article_dates import ArticleDates


@click.command(cls=SectionedCommand)
@input_options
@click.option(
    "-o",
    "--out",
    type=NonEmptyPath(dir_okay=False),
    metavar="FILE",
    cls=SectionOption,
    section="Output",
    help="File for the dates, as JSON Lines; compressed where its name ends in .gz, .zst, .bz2 or .xz.",
)
@article_options
@click.option("-q", "--quiet", is_flag=True, help="No progress, no summary; errors only.")
@click.option("-v", "--verbose", is_flag=True, help="Also print what is skipped.")
def dates(
    inputs: tuple[str, ...],
    lists: tuple[Path, ...],
    out: Path | None,
    published: str | None,
    date_from_name: NamePattern | None,
    fields: Fields,
    max_article_size: int,
    quiet: bool,
    verbose: bool,
) -> None:
    """Find every time expression in articles, and what it means.

    INPUT is what `extract run` takes: files of texts and tables, archives, folders, patterns, URLs, or -
    for standard input. No model is loaded.

    An article is a line: {"id", "dates": [{"start", "end", "text", "type", "value", "edtf"}]}, with the
    TIMEX3 type and value, and the date in EDTF, null for what is none. On a terminal and without -o it is
    a list for reading.

    Exit code: 0 done, 1 some inputs failed (all others are written), 2 wrong usage or nothing could run.

    \b
    Examples:
      extract dates article.txt
      extract dates articles/ -o dates.jsonl
      extract dates articles/ --date-from-name '%Y-%m-%d_*' | head
      extract dates - --published 2017-04-06 < article.txt
    """
    from extract.article import Article
    from extract.readers import plan_inputs, read_plan
    from extract.timex.article_dates import find_dates
    from extract.timex.publication import published_option

    log_to_stderr(log_level(quiet=quiet, verbose=verbose))
    published = None if published is None else published_option(published)
    if out is not None:
        refuse_inputs(out, inputs)
    plan = plan_inputs(inputs, lists=lists, leave_out=() if out is None else (out,))
    plan.require_files()
    warn_of_undated_names(plan, date_from_name)
    articles = failures = found = 0
    with _output(out) as write, progress(plan, visible=not quiet and out is not None) as advance:
        items = read_plan(
            plan,
            published=published,
            date_from_name=date_from_name,
            fields=fields,
            max_article_size=max_article_size,
            on_skip=report_skipped if verbose else None,
        )
        for item in items:
            if isinstance(item, Article):
                one = find_dates(item)
                write(one)
                articles, found = articles + 1, found + len(one.timexes)
            else:
                report_failure(item)
                failures += 1
            advance()
    if out is not None and not quiet:
        failed = f", failures: {failures}" if failures else ""
        click.echo(f"{out}: articles: {articles:,}, time expressions: {found:,}{failed}", err=True)
    sys.exit(1 if failures else 0)


@contextmanager
def _output(out: Path | None) -> Iterator[Callable[[ArticleDates], None]]:
    """Yield the function that writes the dates of an article: to a file, a terminal, or a pipe."""
    if out is not None:
        from extract.readers.storage.kinds import compression_of
        from extract.readers.storage.streams import text_file
        from extract.record.writers.atomic_file import atomic_path

        try:
            with atomic_path(out) as part, text_file(part, compression_of(out.name)) as stream:

                def write(one: ArticleDates) -> None:
                    stream.write(one.line())

                yield write
        except OSError as error:
            reason = error.strerror or error
            raise InputError(f"{out} cannot be written: {reason}; give another --out") from error
    elif sys.stdout.isatty():
        from rich.console import Console

        from extract.cli.dates_view import show_dates

        console = Console()
        yield lambda one: show_dates(console, one)
    else:
        sys.stdout.reconfigure(encoding="utf-8", newline="\n")  # type: ignore[union-attr]
        yield lambda one: click.echo(one.line(), nl=False)
