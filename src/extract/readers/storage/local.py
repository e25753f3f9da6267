"""Where files lie: this machine's file system. `remote.py` has the others."""

from __future__ import annotations

import io
import os
import stat
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from extract.errors import ArticleError
from extract.readers.storage.limits import BLOCK


@dataclass(slots=True)
class Listing:
    """What a folder holds, without hidden files. linked: links to folders, which are not followed."""

    files: list[str] = field(default_factory=list)
    folders: list[str] = field(default_factory=list)
    linked: list[str] = field(default_factory=list)


class Storage(Protocol):
    """A file system. Paths are strings with "/" between folders; its errors are OSError."""

    def listing(self, folder: str) -> Listing:
        """The names in `folder`, in no order."""

    def is_folder(self, path: str) -> bool:
        """Whether `path` is there and a folder."""

    def exists(self, path: str) -> bool:
        """Whether something is there, be it a link to nothing."""

    def size(self, path: str) -> int:
        """Bytes of a file."""

    def leads_into(self, path: str, folder: str) -> bool:
        """Whether the folder that a link leads to is `folder` or lies in it."""

    def open(self, path: str) -> io.BufferedReader:
        """A stream of a regular file, from its start. Raises ArticleError for what is none."""

    def identity(self, path: str) -> str:
        """The same for two spellings of one path."""

    def shown(self, path: str) -> str:
        """`path` as records and messages say it; always UTF-8."""


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
        # Before it is opened, for opening a pipe waits until someone writes to it.
        if not stat.S_ISREG(Path(path).stat().st_mode):
            raise ArticleError("this is no regular file")
        return io.BufferedReader(io.FileIO(path), buffer_size=BLOCK)

    def identity(self, path: str) -> str:
        # A quarter of the time of Path.absolute, and asked for millions of files.
        return os.path.abspath(path)  # noqa: PTH100

    def shown(self, path: str) -> str:
        return shown(path)


def shown(path: Path | str) -> str:
    """`path` with forward slashes; bytes of a file name that are no UTF-8 as escapes."""
    text = Path(path).as_posix() if os.sep != "/" or isinstance(path, Path) else path
    return text.encode("utf-8", "backslashreplace").decode()
