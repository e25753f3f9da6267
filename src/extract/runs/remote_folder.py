"""Output of a run behind a URL: parts, `failures.jsonl`, and `run.json` when all are there.

    OUT/jsonl/part-00000.jsonl    OUT/parquet/part-00000.parquet    OUT/failures.jsonl    OUT/run.json

A store of objects cannot rename, so parts appear one by one, each whole, and `run.json`, written last, says
which of them are the result. While a run goes on it says that it is not finished, and by that the next run
knows the parts of one that was ended for its own.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any

from pydantic_core import to_json

from extract.article import Article, Failure
from extract.errors import InputError
from extract.files import FAILURES, PART, RUN
from extract.record.writers import Add
from extract.record.writers.json import json_line
from extract.runs.parts import RECORDS_PER_PART, Part, write_parts
from extract.runs.remote_store import RemoteFolder


class RemoteOutput:
    """Output of sealed parts under `url`.

    journal: a file on this machine. With it, an interrupted run resumes and uploads every part again, the
    same bytes under the same name; without it, all is done again, to the same result.
    """

    def __init__(self, url: str, *, journal: Path, records_per_part: int = RECORDS_PER_PART) -> None:
        self.journal = journal
        self._records_per_part = records_per_part
        self._folder = RemoteFolder(url)
        self._parts: list[Part] = []

    def files(self) -> Sequence[Path]:
        """List nothing: no file of this machine is written."""
        return ()

    def prepare(self, *, replace: bool, keep_text: bool = False) -> None:
        """Claim the folder, and check that it can be written.

        Raises InputError when parts are there that no run has written (no run.json is beside them), unless
        `replace`, and when texts are to be kept.
        """
        if keep_text:
            raise InputError(
                f"{self._folder.url}: texts are kept in a folder of this machine only; leave out --keep-text"
            )
        try:
            self.journal.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise InputError(
                f"{self.journal} cannot be written: {error.strerror}; give another --journal"
            ) from error
        foreign = self._results()
        if foreign and self._folder.read(RUN) is None and not replace:
            raise InputError(
                f"{self._folder.url} holds {foreign[0]}, but no {RUN} of an earlier run; "
                "give another --out, or --force to replace it"
            )
        self._folder.write(RUN, _json({"finished": False}))

    @contextmanager
    def write_records(self, formats: Sequence[str]) -> Iterator[Add]:
        """Yield the function that adds a record to the parts of every format."""
        with write_parts(self._folder, formats, records_per_part=self._records_per_part) as parts:
            yield parts.add
        self._parts = parts.sealed

    @contextmanager
    def write_failures(self) -> Iterator[Callable[[Failure], None]]:
        """Yield the function that adds a line to `failures.jsonl`; without any there is no such file."""
        with tempfile.TemporaryDirectory(prefix="extract-") as scratch:
            local = Path(scratch) / FAILURES
            lines = 0
            with local.open("w", encoding="utf-8", newline="\n") as stream:

                def add(failure: Failure) -> None:
                    nonlocal lines
                    lines += 1
                    stream.write(json_line(failure))

                yield add
            if lines:
                self._folder.put(local, FAILURES)

    def write_texts(self) -> AbstractContextManager[Callable[[Article], None]]:
        """Never called: `prepare` refuses to keep texts."""
        raise NotImplementedError

    def complete(self) -> None:
        """Do nothing: `run.json` says since `prepare` that this run is not finished."""

    def finish(self, run: dict[str, Any], *, failures: bool) -> None:
        """Remove stale files of earlier runs, then write `run.json`.

        run: its content besides the list of files.
        """
        names = [part.name for part in self._parts] + ([FAILURES] if failures else [])
        self._folder.remove(sorted(set(self._results()).difference(names)))
        parts = [asdict(part) for part in self._parts]
        self._folder.write(RUN, _json({"finished": True, **run, "files": names, "parts": parts}))

    def __str__(self) -> str:
        return self._folder.url

    def _results(self) -> list[str]:
        return [name for name in self._folder.names() if PART.fullmatch(name) or name == FAILURES]


def _json(value: dict[str, Any]) -> str:
    return to_json(value, indent=2).decode() + "\n"
