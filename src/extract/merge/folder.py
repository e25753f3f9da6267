"""Inputs and output folder of a merge; nothing that a person wrote is overwritten."""

from __future__ import annotations

import hashlib
import json
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from pydantic_core import to_json

from extract import __version__
from extract.errors import InputError
from extract.files import FORMATS, MERGE, MERGE_TABLE, merged_file, records_file
from extract.merge.summary import MergeSummary
from extract.record.writers.atomic_file import write_atomic

_RECORDS = records_file("jsonl")


def find_records(inputs: Sequence[Path]) -> list[Path]:
    """Find the files of records that the inputs name, each once: folders that `extract run` wrote, and files.

    Raises InputError for a folder without records.
    """
    found: dict[Path, Path] = {}
    for path in inputs:
        for file in [path] if not path.is_dir() else _in_folder(path):
            found.setdefault(file.resolve(), file)
    return list(found.values())


def _in_folder(folder: Path) -> list[Path]:
    for name in (_RECORDS, f"{_RECORDS}.gz"):
        if (folder / name).is_file():
            return [folder / name]
    raise InputError(
        f"{folder / _RECORDS} does not exist; run `extract run` with --format jsonl, or name a file"
    )


class MergeFolder:
    """Output folder of a merge.

    Raises InputError when it cannot be written, when one of its files is an input, or when files of these
    names are not what an earlier merge wrote, unless `replace`: a table that was edited is work to keep.
    """

    def __init__(self, path: Path, *, inputs: Sequence[Path], replace: bool, table: bool) -> None:
        self.path = path
        try:
            path.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryFile(dir=path):
                pass
        except OSError as error:
            raise InputError(f"{path} cannot be written: {error.strerror}; give another --out") from error
        names = [merged_file(name) for name in FORMATS] + ([MERGE_TABLE] if table else [])
        sources = {file.resolve() for file in inputs}
        for name in names:
            if (path / name).resolve() in sources:
                raise InputError(f"{path / name} is an input and would be overwritten; give another --out")
        self._before = self._earlier()
        if not replace:
            self._check(names)

    def _earlier(self) -> dict[str, Any]:
        """Read `merge.json` of an earlier merge; empty where there is none."""
        try:
            found = json.loads((self.path / MERGE).read_bytes())
        except (OSError, ValueError):
            return {}
        return found if isinstance(found, dict) else {}

    def _check(self, names: Sequence[str]) -> None:
        there = [name for name in names if (self.path / name).exists()]
        if there and not self._before:
            raise InputError(
                f"{self.path} holds {', '.join(there)}, but no {MERGE} of an earlier merge; "
                "give another --out, or --force to replace them"
            )
        if MERGE_TABLE in there and _digest((self.path / MERGE_TABLE).read_bytes()) != self._before.get(
            "table_sha256"
        ):
            raise InputError(
                f"{self.path / MERGE_TABLE} was edited; use it with --apply {self.path / MERGE_TABLE}, "
                "give another --out, or --force to replace it"
            )

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Turn errors of the disk into InputError."""
        try:
            yield
        except OSError as error:
            reason = error.strerror or error
            raise InputError(f"{self.path} cannot be written: {reason}; give another --out") from error

    def finish(
        self,
        summary: MergeSummary,
        *,
        inputs: Sequence[Path],
        formats: Sequence[str],
        table: str | None = None,
        applied: Path | None = None,
    ) -> None:
        """Write `merge.json`, and remove stale files of an earlier merge.

        table: the text of the table, where this merge wrote one. applied: the table that a person gave.
        """
        files = [merged_file(name) for name in formats]
        digest = self._before.get("table_sha256") if table is None else _digest(table.encode())
        run = {
            "extract": __version__,
            "inputs": [path.as_posix() for path in inputs],
            "applied": None if applied is None else applied.as_posix(),
            "counts": {
                "records": summary.records,
                "records_changed": summary.changed,
                "names": summary.names,
                "names_merged": summary.merged,
                "merged_into": summary.into,
                "to_check": summary.to_check,
            },
            "files": files + ([MERGE_TABLE] if table is not None else []),
            "table_sha256": digest,
        }
        with self.writing():
            for name in FORMATS if files else ():
                if merged_file(name) not in files:
                    (self.path / merged_file(name)).unlink(missing_ok=True)
            write_atomic(self.path / MERGE, to_json(run, indent=2).decode() + "\n")


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
