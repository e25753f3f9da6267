"""A set of millions of strings in little memory, to find duplicate ids."""

from __future__ import annotations

import sqlite3
from hashlib import blake2b
from types import TracebackType
from typing import Self

from extract.errors import InputError


class DigestSet:
    """A set of strings as 16-byte digests, in a temporary file once they are many."""

    def __init__(self) -> None:
        # SQLite keeps a database without a name in its cache, then in a temporary file, and deletes it.
        self._database = sqlite3.connect("", isolation_level=None, check_same_thread=False)
        self._database.execute("PRAGMA journal_mode = OFF")
        self._database.execute("PRAGMA synchronous = OFF")
        self._database.execute("CREATE TABLE seen (digest BLOB PRIMARY KEY) WITHOUT ROWID")
        self._database.execute("BEGIN")

    def add(self, text: str) -> bool:
        """Add `text`; True when it is new. Raises InputError when the disk for temporary files is full."""
        try:
            done = self._database.execute("INSERT OR IGNORE INTO seen VALUES (?)", (_digest(text),))
        except sqlite3.OperationalError as error:
            raise InputError(
                f"cannot write to the temporary folder: {error}; set TMPDIR to another folder"
            ) from error
        return done.rowcount == 1

    def __contains__(self, text: str) -> bool:
        found = self._database.execute("SELECT 1 FROM seen WHERE digest = ?", (_digest(text),))
        return found.fetchone() is not None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._database.close()


def _digest(text: str) -> bytes:
    return blake2b(text.encode("utf-8", "surrogateescape"), digest_size=16).digest()
