"""Remote folder behind a URL (`s3://`, `gs://`, `file://`, ...), whose files appear complete."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from extract.errors import InputError

# Stores of whole objects show one when its upload ends. These show a file while it grows, and can rename.
_PROTOCOLS_WITH_RENAMING = frozenset({"file", "local", "sftp", "ssh", "hdfs", "webhdfs", "smb"})


class RemoteFolder:
    """Folder under `url`; names have forward slashes.

    Raises InputError when nothing can reach such a URL, and in every method when the store refuses.
    """

    def __init__(self, url: str) -> None:
        self.url = url.rstrip("/")
        with self._reached("opened"):
            from fsspec.core import url_to_fs

            self._files, root = url_to_fs(self.url)
            self._root = str(root).rstrip("/")
        protocols = self._files.protocol
        self._grows = not _PROTOCOLS_WITH_RENAMING.isdisjoint(
            [protocols] if isinstance(protocols, str) else protocols
        )

    def put(self, local: Path, name: str) -> None:
        """Upload `local` as `name`, in one step; replaces what was there."""
        target = f"{self._root}/{name}"
        with self._reached("written", name):
            if self._grows:
                self._files.makedirs(target.rpartition("/")[0], exist_ok=True)
                self._files.put_file(str(local), f"{target}.part")
                self._files.mv(f"{target}.part", target)
            else:
                self._files.put_file(str(local), target)

    def write(self, name: str, text: str) -> None:
        """Write `text` to `name` as UTF-8, in one step."""
        with tempfile.TemporaryDirectory() as folder:
            local = Path(folder) / "text"
            local.write_text(text, encoding="utf-8", newline="\n")
            self.put(local, name)

    def read(self, name: str) -> str | None:
        """Read the text of `name`; None where there is no such file."""
        with self._reached("read", name):
            try:
                return bytes(self._files.cat_file(f"{self._root}/{name}")).decode("utf-8")
            except FileNotFoundError:
                return None

    def names(self) -> list[str]:
        """List the names of all files, sorted."""
        with self._reached("listed"):
            self._files.invalidate_cache()
            start = len(self._root) + 1
            return sorted(str(path)[start:] for path in self._files.find(self._root))

    def remove(self, names: Iterable[str]) -> None:
        """Remove these files."""
        for name in names:
            with self._reached("removed", name):
                self._files.rm_file(f"{self._root}/{name}")

    @contextmanager
    def _reached(self, done: str, name: str = "") -> Iterator[None]:
        """Turn errors into InputError: every store has its own, and some (no credentials) are no OSError."""
        try:
            yield
        except InputError:
            raise
        except Exception as error:
            place = f"{self.url}/{name}" if name else self.url
            reason = str(error) or type(error).__name__
            raise InputError(f"{place} cannot be {done}: {reason}; check the URL and your rights") from error
