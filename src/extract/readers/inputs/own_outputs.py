"""Recognize files in a folder that are not articles: outputs of earlier runs, parts of saved web pages."""

from __future__ import annotations

import json

from extract.errors import ArticleError
from extract.files import ARTICLES, JOURNAL, MERGE, PART, RESULTS, RUN
from extract.readers.storage.limits import MEGABYTE, read_whole
from extract.readers.storage.local import Storage

_MAX_RUN_FILE_BYTES = 64 * MEGABYTE


def is_result(storage: Storage, path: str) -> bool:
    """Whether the file at `path` is an output of a run, a merge or a report.

    It has the name of one, and next to it is a run.json, a merge.json or a journal that a run or a merge
    wrote.
    """
    folder, _, name = path.rpartition("/")
    if name in RESULTS:
        return (
            _was_run(storage, folder) or storage.exists(_in(folder, JOURNAL)) or _was_merged(storage, folder)
        )
    if name == ARTICLES:  # many a user's own file is called that
        return name in _listed(_read(storage, _in(folder, RUN)))
    above, _, inner = folder.rpartition("/")
    return PART.fullmatch(f"{inner}/{name}") is not None and _was_run(storage, above)


def _was_run(storage: Storage, folder: str) -> bool:
    found = _read(storage, _in(folder, RUN))
    return "finished" in found or {"extract", "schema_version"} <= found.keys()


def _was_merged(storage: Storage, folder: str) -> bool:
    return {"extract", "table_sha256"} <= _read(storage, _in(folder, MERGE)).keys()


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
