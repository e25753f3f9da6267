"""Where files lie: object stores and other machines, through fsspec and the library it names for each."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from extract.errors import InputError
from extract.readers.storage.limits import BLOCK
from extract.readers.storage.local import Listing

if TYPE_CHECKING:
    from fsspec import AbstractFileSystem


@dataclass(frozen=True, slots=True)
class RemoteFiles:
    """A file system of fsspec. Every listing is fresh; one folder's is in memory at a time."""

    files: AbstractFileSystem

    def listing(self, folder: str) -> Listing:
        found = Listing()
        for entry in self._asked(self.files.ls, folder, detail=True):
            name = str(entry["name"]).rstrip("/").rpartition("/")[2]
            # Object stores have an empty object for a folder that was made by hand.
            if not name or name.startswith(".") or self._same(entry["name"], folder):
                continue
            (found.folders if entry["type"] == "directory" else found.files).append(name)
        return found

    def is_folder(self, path: str) -> bool:
        return bool(self._asked(self.files.isdir, path))

    def exists(self, path: str) -> bool:
        return bool(self._asked(self.files.exists, path))

    def size(self, path: str) -> int:
        return int(self._asked(self.files.size, path))

    def leads_into(self, path: str, folder: str) -> bool:
        return False

    def open(self, path: str) -> io.BufferedReader:
        return io.BufferedReader(self._asked(self.files.open, path, "rb"), buffer_size=BLOCK)

    def identity(self, path: str) -> str:
        return self.shown(path)

    def shown(self, path: str) -> str:
        return str(self.files.unstrip_protocol(path)).encode("utf-8", "backslashreplace").decode()

    def _same(self, one: str, other: str) -> bool:
        return one.strip("/") == other.strip("/")

    def _asked(self, method: Callable[..., Any], *args: Any, **options: Any) -> Any:
        """What `method` says; the errors of the libraries that talk to stores as OSError."""
        try:
            return method(*args, **options)
        except OSError:
            raise
        except Exception as error:
            raise OSError(f"{type(error).__name__}: {error}") from error


def is_url(argument: str) -> bool:
    """Whether `argument` is `PROTOCOL://...` and not a path."""
    protocol, separator, _ = argument.partition("://")
    return bool(separator) and protocol.replace("+", "").replace("-", "").isalnum()


def open_url(url: str) -> tuple[RemoteFiles, str]:
    """The file system of `url`, and the path there.

    Raises InputError when its protocol is unknown or needs a library that is not installed.
    """
    from fsspec.core import url_to_fs

    try:
        files, path = url_to_fs(url, use_listings_cache=False)
    except (ImportError, ValueError, OSError) as error:
        raise InputError(f"{url}: {error}") from error
    return RemoteFiles(files), path.rstrip("/") or path
