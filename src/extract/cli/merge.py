"""`extract merge`: give the same person or organization one name over all articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from extract.cli.output_options import format_options
from extract.cli.parameters import NonEmptyPath
from extract.errors import InputError
from extract.files import DEFAULT_FORMATS, MERGE_TABLE

if TYPE_CHECKING:
    from pathlib import Path


@click.command()
@click.argument("records", nargs=-1, required=True, metavar="RECORDS...", type=NonEmptyPath(exists=True))
@click.option(
    "-o",
    "--out",
    type=NonEmptyPath(file_okay=False),
    help="Folder for the results; default: beside the records.",
)
@click.option(
    "--apply",
    "table",
    metavar="TABLE",
    type=NonEmptyPath(exists=True, dir_okay=False),
    help="Apply the accepted merges of this table, a merges.csv that you have checked, and no others.",
)
@click.option("-n", "--dry-run", is_flag=True, help="Write the table only, no records.")
@format_options
@click.option(
    "--force", is_flag=True, help="Replace files that extract has not written, and an edited table."
)
@click.option("-q", "--quiet", is_flag=True, help="No summary; errors only.")
def merge(
    records: tuple[Path, ...],
    out: Path | None,
    table: Path | None,
    dry_run: bool,
    formats: tuple[str, ...],
    force: bool,
    quiet: bool,
) -> None:
    """Give people and organizations one name each over all articles.

    RECORDS is what `extract run` wrote: its folder, or .jsonl and .jsonl.gz files, of one run or several.
    They are not changed. Beside them, merges.csv lists every name that is replaced, by which one, and on
    what evidence; records.merged.jsonl and records.merged.csv are the records with the new names.

    Rows of merges.csv with an empty `accept` are doubtful and not merged. Write yes or no there, delete
    rows or correct names, and give the table back with --apply. A surname alone is never merged.
    docs/merge.md says what counts as evidence.

    Exit code: 0 done; 2 wrong usage, or a file that cannot be read or written.

    \b
    Examples:
      extract merge out
      extract merge out --apply out/merges.csv
      extract merge january february -o both --dry-run
    """
    from extract.merge.folder import MergeFolder, find_records
    from extract.merge.merge import apply_table, merge_records

    if table is not None and dry_run:
        raise click.UsageError("--apply writes no table, so --dry-run would write nothing; leave one out")
    inputs = find_records(records)
    folders = {path.resolve().parent for path in inputs}
    if out is None and len(folders) > 1:
        raise InputError("the records are in several folders; say with --out where the results go")
    folder = MergeFolder(out or inputs[0].parent, inputs=inputs, replace=force, table=table is None)
    chosen = formats or DEFAULT_FORMATS
    if table is None:
        summary = merge_records(inputs, folder, formats=chosen, write_records=not dry_run)
    else:
        summary = apply_table(inputs, table, folder, formats=chosen)
    if summary.unknown:
        lines = ", ".join(map(str, summary.unknown[:5])) + (", ..." if len(summary.unknown) > 5 else "")
        click.echo(
            f"{table}: names that occur in no record: {len(summary.unknown)} (lines {lines})", err=True
        )
    if not quiet:
        see = f", see {folder.path / MERGE_TABLE}" if summary.to_check else ""
        click.echo(f"{folder.path}: {summary.line()}{see}", err=True)
