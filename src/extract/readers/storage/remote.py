"""Object stores and other machines as storage, through fsspec and the library that it needs for each."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from extract.errors import InputError
from extract.readers.storage.limits import BLOCK_BYTES
from extract.readers.storage.local import Listing

if TYPE_CHECKING:
    from fsspec import AbstractFileSystem


@dataclass(frozen=True, slots=True)
class RemoteFiles:
    """A file system of fsspec. Listings are never cached; that of one folder is in memory at a time."""

    files: AbstractFileSystem

    def listing(self, folder: str) -> Listing:
        found = Listing()
        for entry in self._asked(self.files.ls, folder, detail=True):
            name = str(entry["name"]).rstrip("/").rpartition("/")[2]
            # In object stores, a folder made by hand is an empty object.
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
        return io.BufferedReader(self._asked(self.files.open, path, "rb"), buffer_size=BLOCK_BYTES)

    def identity(self, path: str) -> str:
        return self.shown(path)

    def shown(self, path: str) -> str:
        return str(self.files.unstrip_protocol(path)).encode("utf-8", "backslashreplace").decode()

    def _same(self, one: str, other: str) -> bool:
        return one.strip("/") == other.strip("/")

    def _asked(self, method: Callable[..., Any], *args: Any, **options: Any) -> Any:
        """The result of `method`; the errors of the stores' libraries are raised as OSError."""
        try:
            return method(*args, **options)
        except OSError:
            raise
        except Exception as error:
            raise OSError(f"{type(error).__name__}: {error}") from error


def is_url(argument: str) -> bool:
    """Whether `argument` is a URL (`PROTOCOL://...`) and not a path."""
    protocol, separator, _ = argument.partition("://")
    return bool(separator) and protocol.replace("+", "").replace("-", "").isalnum()


def open_url(url: str) -> tuple[RemoteFiles, str]:
    """The file system of `url`, and the path in it.

    Raises InputError when its protocol is unknown or needs a library that is not installed.
    """
    from fsspec.core import url_to_fs

    try:
        files, path = url_to_fs(url, use_listings_cache=False)
    except (ImportError, ValueError, OSError) as error:
        raise InputError(f"{url}: {error}") from error
    return RemoteFiles(files), path.rstrip("/") or path
