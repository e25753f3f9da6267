"""The records of two revisions, compared to the byte, provenance aside.

For changes that must not change a result: a new layout, a new value between two stages.
"""

from __future__ import annotations

import hashlib
import json
import sys
import tempfile
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from pathlib import Path

import click
from revisions import Revision, checkout
from speed import SAMPLES

SHOWN = 5  # records that differ


def records(revision: Revision, paths: Sequence[Path], options: Sequence[str], out: Path) -> list[str]:
    """The records that a revision makes of `paths`, as JSON without provenance, in order."""
    command = [sys.executable, "-m", "extract", "run", *map(str, paths), "-o", str(out), "-f", "jsonl", "-q"]
    revision.run([*command, *options], codes=(0, 1))  # 1: some inputs failed, such as one that stands twice
    return [_bare(line) for line in (out / "records.jsonl").read_text("utf-8").splitlines()]


def _bare(line: str) -> str:
    record = json.loads(line)
    del record["provenance"]
    return json.dumps(record, ensure_ascii=False, sort_keys=True)


def differences(old: Sequence[str], new: Sequence[str]) -> Iterator[str]:
    """The pairs of records at the same place that differ, two lines each."""
    for number, (one, other) in enumerate(zip_longest(old, new), start=1):
        if one != other:
            yield f"{number}: - {one}\n{number}: + {other}"


def _digest(lines: Sequence[str]) -> str:
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:16]


@click.command()
@click.argument("old")
@click.argument("new")
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option("--about", default="all", show_default=True, help="As of `extract run`.")
def main(old: str, new: str, paths: tuple[Path, ...], about: str) -> None:
    """Compare the records that the revisions OLD and NEW make of PATHS (default: the sample articles).

    Records of all acts are compared. Exits with 1 where one differs, and shows the first of them.

    \b
    Example:
      python benchmarks/same_records.py HEAD~1 HEAD data/raw tests/samples/tricky
    """
    chosen = [path.resolve() for path in paths] or [SAMPLES]
    options = ("--acts", "all", "--about", about)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with checkout(old, folder / "old") as one, checkout(new, folder / "new") as other:
            found = [
                records(revision, chosen, options, folder / f"{side}-out")
                for side, revision in (("old", one), ("new", other))
            ]
    for revision_name, lines in zip((old, new), found, strict=True):
        click.echo(f"{revision_name}: {len(lines):,} records, SHA-256 {_digest(lines)}")
    different = list(differences(*found))
    for pair in different[:SHOWN]:
        click.echo(pair)
    click.echo(f"{len(different):,} differ" if different else "the same")
    sys.exit(bool(different))


if __name__ == "__main__":
    main()
