"""Source of the page: the files that a run or a merge wrote in a folder."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from extract.errors import InputError
from extract.files import ARTICLES, RUN, merged_file, records_file
from extract.readers.article.table_row import Fields

_ARTICLE_FILES = (ARTICLES, f"{ARTICLES}.gz")


@dataclass(frozen=True, slots=True, kw_only=True)
class RunFolder:
    """Folder that `extract run` wrote.

    records: the file of records to show. texts: the articles as read, where the run kept them. inputs:
    what the run read, as it was given. fields: what the columns of its tables are called. model, started:
    what wrote the records, and when; None when unknown.
    """

    path: Path
    records: Path
    texts: Path | None
    inputs: tuple[str, ...]
    fields: Fields
    model: str | None
    started: str | None

    @property
    def name(self) -> str:
        """Title of the run: the folder's name."""
        return self.path.resolve().name or "records"


def find_run(path: Path, *, merged: bool = False) -> RunFolder:
    """Find the run in the folder `path`, or whose file of records `path` is.

    merged: show the records that `extract merge` wrote. Raises InputError that says what is missing.
    """
    if merged and not path.is_dir():
        raise InputError(f"{path} is a file of records; give the folder, or the file of merged records alone")
    folder = path if path.is_dir() else path.parent
    run = _run_json(folder / RUN)
    return RunFolder(
        path=folder,
        records=_records(folder, merged=merged) if path.is_dir() else path,
        texts=_first(folder, _ARTICLE_FILES),
        inputs=tuple(
            part["input"]
            for part in _list(run.get("inputs"))
            if isinstance(part, dict) and isinstance(part.get("input"), str)
        ),
        fields=_fields(run.get("settings")),
        model=_string(run.get("model")),
        started=_string(run.get("started")),
    )


def _records(folder: Path, *, merged: bool) -> Path:
    name, command = (
        (merged_file("jsonl"), "extract merge")
        if merged
        else (records_file("jsonl"), "extract run --format jsonl")
    )
    found = _first(folder, (name, f"{name}.gz"))
    if found is None:
        raise InputError(f"{folder / name} does not exist; write it with `{command}`, or name another folder")
    return found


def _first(folder: Path, names: Sequence[str]) -> Path | None:
    return next((folder / name for name in names if (folder / name).is_file()), None)


def _run_json(path: Path) -> dict[str, Any]:
    """Read `run.json`; empty where there is none, as the records are enough."""
    try:
        found = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _fields(settings: object) -> Fields:
    found = settings.get("fields") if isinstance(settings, dict) else None
    try:
        return Fields(**found) if isinstance(found, dict) else Fields()
    except TypeError:  # another version's
        return Fields()


def _string(value: object) -> str | None:
    return value if isinstance(value, str) else None
