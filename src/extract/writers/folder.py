"""The output folder: what a run may write there, and that it is one run's whole result."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from extract.errors import InputError
from extract.failure import Failure
from extract.writers import FORMATS
from extract.writers.json_lines import json_line
from extract.writers.whole import part_of, whole_file

RUN = "run.json"
FAILURES = "failures.jsonl"
ARTICLES = "articles.jsonl"
PACKAGE = "datapackage.json"
JOURNAL = "journal.sqlite"
# SQLite's own files beside it are there while a run goes on, and after one was killed.
JOURNAL_SUFFIXES = ("", "-wal", "-shm", "-journal")


def output_files(folder: Path) -> list[Path]:
    """Every file that some run could write in `folder`, with those that a killed one leaves behind."""
    results = _results(folder)
    return [*results, *map(part_of, results), *(folder / f"{JOURNAL}{suffix}" for suffix in JOURNAL_SUFFIXES)]


def _results(folder: Path) -> list[Path]:
    return [folder / name for name in (*(f"records.{name}" for name in FORMATS), FAILURES, PACKAGE, RUN)]


def prepare_folder(folder: Path, *, replace: bool) -> None:
    """Make `folder` and see that files can be written in it.

    Raises InputError when they cannot, or when files of these names stand there that no run has
    written (there is no run.json and no journal beside them), unless `replace`.
    """
    if folder.exists() and not folder.is_dir():
        raise InputError(f"{folder} is a file; give a folder, new or old, with --out")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        raise InputError(f"{folder} cannot be written: {error.strerror}; give another --out") from error
    foreign = [path.name for path in _results(folder) if path.exists()]
    if foreign and RUN not in foreign and not (folder / JOURNAL).exists() and not replace:
        raise InputError(
            f"{folder} holds {', '.join(foreign)}, but no {RUN} of an earlier run; "
            "give another --out, or --force to replace them"
        )


def unfinished(folder: Path) -> None:
    """Remove `run.json`, so that it never stands beside results that are not its own."""
    (folder / RUN).unlink(missing_ok=True)


def remove_stale(folder: Path, written: Sequence[str]) -> None:
    """Remove what an earlier run left in `folder` and this one has not `written`."""
    for path in _results(folder):
        if path.name not in written:
            path.unlink(missing_ok=True)
        part_of(path).unlink(missing_ok=True)


@contextmanager
def write_failures(folder: Path) -> Iterator[Callable[[Failure], None]]:
    """Give the function that adds a line to `failures.jsonl`; without one there will be no such file."""
    lines = 0
    with whole_file(folder / FAILURES) as part, part.open("w", encoding="utf-8", newline="\n") as stream:

        def add(failure: Failure) -> None:
            nonlocal lines
            lines += 1
            stream.write(json_line(failure))

        yield add
    if not lines:
        (folder / FAILURES).unlink()
