"""The storage protocol, and the file system of this machine; `remote.py` has other machines and stores."""

from __future__ import annotations

import io
import os
import stat
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from extract.errors import ArticleError
from extract.readers.storage.limits import BLOCK_BYTES


@dataclass(slots=True)
class Listing:
    """The names in a folder, without hidden files. linked: links to folders, which are not followed."""

    files: list[str] = field(default_factory=list)
    folders: list[str] = field(default_factory=list)
    linked: list[str] = field(default_factory=list)


class Storage(Protocol):
    """A file system. Paths are strings with "/" between folders; its errors are OSError."""

    def listing(self, folder: str) -> Listing:
        """The names in `folder`, in no order."""

    def is_folder(self, path: str) -> bool:
        """Whether `path` is a folder."""

    def exists(self, path: str) -> bool:
        """Whether `path` exists, if only as a broken link."""

    def size(self, path: str) -> int:
        """The size of a file in bytes."""

    def leads_into(self, path: str, folder: str) -> bool:
        """Whether a link leads to `folder` or to a folder inside it."""

    def open(self, path: str) -> io.BufferedReader:
        """Open a regular file for reading. Raises ArticleError for anything else."""

    def identity(self, path: str) -> str:
        """A string that is the same for all spellings of a path."""

    def shown(self, path: str) -> str:
        """`path` as records and messages state it; always valid UTF-8."""


@dataclass(frozen=True, slots=True)
class LocalFiles:
    """The file system of this machine."""

    def listing(self, folder: str) -> Listing:
        found = Listing()
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.name.startswith("."):
                    continue
                if entry.is_dir(follow_symlinks=False):
                    found.folders.append(entry.name)
                elif entry.is_symlink() and self.is_folder(entry.path):
                    found.linked.append(entry.name)
                else:
                    found.files.append(entry.name)
        return found

    def is_folder(self, path: str) -> bool:
        return Path(path).is_dir()

    def exists(self, path: str) -> bool:
        return os.path.lexists(path)

    def size(self, path: str) -> int:
        return Path(path).stat().st_size

    def leads_into(self, path: str, folder: str) -> bool:
        return Path(path).resolve().is_relative_to(Path(folder).resolve())

    def open(self, path: str) -> io.BufferedReader:
        # Checked before, since opening a pipe blocks until someone writes to it.
        if not stat.S_ISREG(Path(path).stat().st_mode):
            raise ArticleError("not a regular file")
        return io.BufferedReader(io.FileIO(path), buffer_size=BLOCK_BYTES)

    def identity(self, path: str) -> str:
        # A quarter of the time of Path.absolute, and asked for millions of files.
        return os.path.abspath(path)  # noqa: PTH100

    def shown(self, path: str) -> str:
        return shown(path)


def shown(path: Path | str) -> str:
    """`path` with forward slashes; bytes of the name that are not UTF-8 are escaped."""
    text = Path(path).as_posix() if os.sep != "/" or isinstance(path, Path) else path
    return text.encode("utf-8", "backslashreplace").decode()
