"""Files that an earlier run or merge has written: no articles, though they lie in a folder of them."""

from __future__ import annotations

import json

from extract.errors import ArticleError
from extract.files import ARTICLES, JOURNAL, MERGE, PART, RESULTS, RUN
from extract.readers.storage.limits import MEGABYTE, read_whole
from extract.readers.storage.local import Storage

_MOST = 64 * MEGABYTE  # of what a run says of itself


def is_result(storage: Storage, path: str) -> bool:
    """Whether a run, a merge or a report has written the file at `path`.

    Its name says so, and beside it lies what only a run or a merge leaves: a run.json, a merge.json or a
    journal of theirs.
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
    """The object that the file holds; {} where there is none."""
    if not storage.exists(path):
        return {}
    try:
        with storage.open(path) as stream:
            found: object = json.loads(read_whole(stream, _MOST))
    except (OSError, ValueError, RecursionError, ArticleError):
        return {}
    return found if isinstance(found, dict) else {}


def _in(folder: str, name: str) -> str:
    return f"{folder}/{name}" if folder else name


_ENDINGS = ("_files", ".files")
_PAGES = (".html", ".htm", ".xhtml")


def is_part_of_page(storage: Storage, path: str, inside: str) -> bool:
    """Whether `path` lies in a folder `NAME_files` beside `NAME.html`. inside: its part within the input."""
    *folders, _ = inside.split("/")
    base = path[: len(path) - len(inside)]
    for depth, folder in enumerate(folders):
        ending = next((one for one in _ENDINGS if folder.endswith(one)), None)
        if ending is not None:
            page = base + "/".join([*folders[:depth], folder.removesuffix(ending)])
            if any(storage.exists(page + extension) for extension in _PAGES):
                return True
    return False
