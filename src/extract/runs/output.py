"""Outputs of a run: a folder of this machine, or parts behind a URL."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, Protocol

from pydantic_core import to_json

from extract.article import Article, Failure
from extract.errors import InputError
from extract.files import (
    ARTICLES,
    FAILURES,
    FORMATS,
    JOURNAL,
    MERGE,
    MERGE_TABLE,
    PACKAGE,
    RUN,
    merged_file,
    records_file,
)
from extract.readers.storage.remote import is_url
from extract.record.schemas import data_package
from extract.record.writers import Add, write_records
from extract.record.writers.atomic_file import write_atomic
from extract.runs.local_folder import (
    ArticlesFile,
    output_files,
    prepare_folder,
    remove_run_json,
    remove_stale,
    write_failures,
)
from extract.runs.remote_folder import RemoteOutput


def merge_files(folder: Path) -> list[Path]:
    """List every file that a merge may write in `folder`."""
    return [folder / name for name in (*map(merged_file, FORMATS), MERGE_TABLE, MERGE)]


def check_stale_merge(folder: Path, *, replace: bool) -> None:
    """Raise InputError when the table of merges in `folder` was edited, unless `replace`.

    An edited table is work to keep; new records would make it stale.
    """
    table = folder / MERGE_TABLE
    if replace or not table.exists():
        return
    try:
        written = json.loads((folder / MERGE).read_bytes())["table_sha256"]
    except (OSError, ValueError, KeyError, TypeError):
        written = None
    if hashlib.sha256(table.read_bytes()).hexdigest() != written:
        raise InputError(
            f"{table} was edited, and new records make it stale; move it out of {folder}, give another "
            "--out, or --force to remove it"
        )


def remove_stale_merge(folder: Path) -> None:
    """Remove merged records, their table and `merge.json`, which new records make stale."""
    for path in merge_files(folder):
        path.unlink(missing_ok=True)


class Output(Protocol):
    """Output of a run, whose methods are called in this order.

    journal: the file on this machine that keeps what is done. The methods raise InputError when the
    output cannot be written, or OSError.
    """

    journal: Path

    def files(self) -> Sequence[Path]:
        """List the files of this machine that a run may have left there: they are no input."""

    def prepare(self, *, replace: bool, keep_text: bool) -> None:
        """Check that it can be written. Raises InputError for results that no run wrote, unless `replace`.

        keep_text: `write_texts` will be called.
        """

    def write_records(self, formats: Sequence[str]) -> AbstractContextManager[Add]:
        """Open the function that adds a record."""

    def write_failures(self) -> AbstractContextManager[Callable[[Failure], None]]:
        """Open the function that adds a failure."""

    def write_texts(self) -> AbstractContextManager[Callable[[Article], None]]:
        """Open the function that adds an article as read."""

    def complete(self) -> None:
        """Note that all is added; the files get their names when the contexts end."""

    def finish(self, run: dict[str, Any], *, failures: bool) -> None:
        """Remove stale files of earlier runs, and write `run.json`.

        run: its content besides the list of files. failures: whether there were any.
        """

    def __str__(self) -> str:
        """Return the output as the user gave it."""


class FolderOutput:
    """Output folder with `records.EXT` for each format, `failures.jsonl`, `run.json` and the journal.

    `datapackage.json` describes them; `articles.jsonl` is there where texts are kept. inputs: of the run, as
    given; they are never written or removed.
    """

    def __init__(self, folder: Path, *, inputs: Sequence[str] = ()) -> None:
        self.journal = folder / JOURNAL
        self._folder = folder
        self._formats: Sequence[str] = ()
        self._texts = ArticlesFile(folder, inputs)
        self._keep_text = False

    def files(self) -> Sequence[Path]:
        return (*output_files(self._folder), *merge_files(self._folder), *self._texts.files())

    def prepare(self, *, replace: bool, keep_text: bool) -> None:
        self._keep_text = keep_text
        prepare_folder(self._folder, replace=replace)
        self._texts.prepare(keep=keep_text, replace=replace)
        check_stale_merge(self._folder, replace=replace)

    def write_records(self, formats: Sequence[str]) -> AbstractContextManager[Add]:
        self._formats = formats
        return write_records(self._folder, formats)

    def write_failures(self) -> AbstractContextManager[Callable[[Failure], None]]:
        return write_failures(self._folder)

    def write_texts(self) -> AbstractContextManager[Callable[[Article], None]]:
        return self._texts.write()

    def complete(self) -> None:
        remove_run_json(self._folder)

    def finish(self, run: dict[str, Any], *, failures: bool) -> None:
        written = [records_file(name) for name in self._formats]
        written += [FAILURES] * failures + [ARTICLES] * self._keep_text
        write_atomic(self._folder / PACKAGE, to_json(data_package(written), indent=2).decode() + "\n")
        written.append(PACKAGE)
        remove_stale(self._folder, written)
        self._texts.remove_stale()
        remove_stale_merge(self._folder)
        write_atomic(self._folder / RUN, to_json({**run, "files": written}, indent=2).decode() + "\n")

    def __str__(self) -> str:
        return str(self._folder)


def open_output(out: str, inputs: Sequence[str], *, journal: Path | None) -> Output:
    """Open the output that `out` names. journal: its file for a URL, where files cannot grow.

    Raises InputError for a URL without a journal, inside an input, or of a kind that is not known.
    """
    if not is_url(out):
        if journal is not None:
            raise InputError(f"the journal of a folder lies in it, as {JOURNAL}; leave out --journal")
        return FolderOutput(Path(out), inputs=inputs)
    if journal is None:
        raise InputError(
            f"{out} cannot hold the journal; name a file on this machine with --journal FILE, and the same "
            "file to resume"
        )
    around = [given for given in inputs if f"{out}/".startswith(f"{given.rstrip('/')}/")]
    if around:
        raise InputError(
            f"{out} lies in the input {around[0]}, and its parts would be read; give another --out"
        )
    return RemoteOutput(out, journal=journal)
