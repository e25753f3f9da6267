"""Recognize files in a folder that are not articles: outputs of earlier runs, parts of saved web pages."""

from __future__ import annotations

import json
import re

from extract.errors import ArticleError
from extract.readers.storage.limits import MEGABYTE, read_whole
from extract.readers.storage.local import Storage

_RESULT = re.compile(
    r"records(?:\.merged)?\.(?:jsonl|json|csv|excel\.csv|xlsx|parquet|nested\.parquet|sqlite)(?:\.gz)?"
    r"|failures\.jsonl|merges\.csv|report\.html|(?:run|merge|datapackage)\.json|journal\.sqlite(?:-wal|-shm)?"
)
_PART = re.compile(r"(?P<format>[\w.]+)/part-\d{5,}\.(?P=format)")  # "jsonl/part-00001.jsonl"
_TEXTS = "articles.jsonl"  # an output only where run.json lists it, since users have files of this name
_RUN, _MERGE, _JOURNAL = "run.json", "merge.json", "journal.sqlite"
_MAX_RUN_FILE_BYTES = 64 * MEGABYTE


def is_result(storage: Storage, path: str) -> bool:
    """Whether the file at `path` is an output of a run, a merge or a report.

    It has the name of one, and next to it is a run.json, a merge.json or a journal that a run or a merge
    wrote.
    """
    folder, _, name = path.rpartition("/")
    if _RESULT.fullmatch(name):
        return (
            _was_run(storage, folder) or storage.exists(_in(folder, _JOURNAL)) or _was_merged(storage, folder)
        )
    if name == _TEXTS:
        return name in _listed(_read(storage, _in(folder, _RUN)))
    above, _, inner = folder.rpartition("/")
    return _PART.fullmatch(f"{inner}/{name}") is not None and _was_run(storage, above)


def _was_run(storage: Storage, folder: str) -> bool:
    found = _read(storage, _in(folder, _RUN))
    return "finished" in found or {"extract", "schema_version"} <= found.keys()


def _was_merged(storage: Storage, folder: str) -> bool:
    return {"extract", "table_sha256"} <= _read(storage, _in(folder, _MERGE)).keys()


def _listed(run: dict[str, object]) -> list[object]:
    files = run.get("files")
    return files if isinstance(files, list) else []


def _read(storage: Storage, path: str) -> dict[str, object]:
    """The JSON object in a file; {} where there is none."""
    if not storage.exists(path):
        return {}
    try:
        with storage.open(path) as stream:
            found: object = json.loads(read_whole(stream, _MAX_RUN_FILE_BYTES))
    except (OSError, ValueError, RecursionError, ArticleError):
        return {}
    return found if isinstance(found, dict) else {}


def _in(folder: str, name: str) -> str:
    return f"{folder}/{name}" if folder else name


_PAGE_FOLDER_ENDINGS = ("_files", ".files")
_PAGE_EXTENSIONS = (".html", ".htm", ".xhtml")


def is_part_of_page(storage: Storage, path: str, inside: str) -> bool:
    """Whether `path` is in a folder `NAME_files` next to `NAME.html`. inside: its part within the input."""
    *folders, _ = inside.split("/")
    base = path[: len(path) - len(inside)]
    for depth, folder in enumerate(folders):
        ending = next((one for one in _PAGE_FOLDER_ENDINGS if folder.endswith(one)), None)
        if ending is not None:
            page = base + "/".join([*folders[:depth], folder.removesuffix(ending)])
            if any(storage.exists(page + extension) for extension in _PAGE_EXTENSIONS):
                return True
    return False
