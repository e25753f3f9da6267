"""Folders that a browser makes beside a page that it saves, with its pictures, frames and advertisements."""

from __future__ import annotations

from extract.readers.storage import Storage

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
