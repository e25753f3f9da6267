"""Journal of a run: the outcome of each article so far, from which an interrupted run resumes.

It is a SQLite database in the output folder. What is committed survives a crash of process or machine.
One run holds it at a time.
"""

from __future__ import annotations

import sqlite3
import time
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from pydantic import BaseModel, ValidationError

from extract.article import Failure
from extract.errors import InputError
from extract.files import JOURNAL_SUFFIXES
from extract.record.record import Record
from extract.runs.extractor import Outcome

_APPLICATION_ID = 0x45585452  # "EXTR", in the header of the file: it is ours
_SQLITE_HEADER = b"SQLite format 3\0"
_SCHEMA = f"""
PRAGMA application_id = {_APPLICATION_ID};
CREATE TABLE outcomes (
    number INTEGER PRIMARY KEY, key BLOB NOT NULL UNIQUE, failed INTEGER NOT NULL, value BLOB NOT NULL
);
"""
_MAX_UNCOMMITTED_SECONDS = 1.0
_MAX_UNCOMMITTED_OUTCOMES = 100
_DISK_ERRORS = (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR)
_PLACE_ERRORS = (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY)


class _StoredOutcome(BaseModel):
    """Outcome in its stored form."""

    path: str
    records: tuple[Record, ...]
    left_out: int
    failure: Failure | None


class Journal:
    """Store of outcomes by the key of their article (`Fingerprint.key`).

    Values are read as bytes, so that many can wait their turn; `outcome` decodes them.
    """

    def __init__(self, path: Path, database: sqlite3.Connection) -> None:
        self._path = path
        self._database = database
        self._open = 0
        self._committed = time.monotonic()

    def find(self, key: bytes, *, failures: bool = True) -> bytes | None:
        """Look up the value under `key`, which counts as used; without `failures`, only of a success."""
        with _explained(self._path):
            query = "SELECT failed, value FROM outcomes WHERE key = ?"
            row = self._database.execute(query, (key,)).fetchone()
            if row is None or (row[0] and not failures):
                return None
            self._use(key)
        return bytes(row[1])

    def outcome(self, value: bytes) -> Outcome:
        """Decode a value of `find`. Raises InputError when it is damaged."""
        try:
            kept = _StoredOutcome.model_validate_json(zlib.decompress(value))
        except (zlib.error, ValidationError) as error:
            raise _DamagedError(self._path, "an entry cannot be read") from error
        return Outcome(path=kept.path, records=kept.records, left_out=kept.left_out, failure=kept.failure)

    def keep(self, key: bytes, outcome: Outcome) -> None:
        """Store an outcome; it is on the disk a second later at the latest, and when the journal closes."""
        value = _StoredOutcome(
            path=outcome.path, records=outcome.records, left_out=outcome.left_out, failure=outcome.failure
        )
        row = (key, outcome.failure is not None, zlib.compress(value.model_dump_json().encode(), 1))
        with _explained(self._path):
            self._database.execute(
                "INSERT INTO outcomes (key, failed, value) VALUES (?, ?, ?) "
                "ON CONFLICT (key) DO UPDATE SET failed = excluded.failed, value = excluded.value",
                row,
            )
            self._use(key)

    def forget_unused(self) -> None:
        """Delete what this run has not used: outcomes of articles gone or changed, and of other settings."""
        with _explained(self._path):
            self._commit()
            [(kept, used)] = self._database.execute(
                "SELECT (SELECT count(*) FROM outcomes), (SELECT count(*) FROM used)"
            )
            if kept > used:
                self._database.execute("DELETE FROM outcomes WHERE key NOT IN (SELECT key FROM used)")
                self._commit()

    def close(self) -> None:
        """Commit, as far as the disk allows, and release the journal."""
        with suppress(sqlite3.Error):
            self._commit()
        self._database.close()

    def _use(self, key: bytes) -> None:
        self._database.execute("INSERT OR IGNORE INTO used VALUES (?)", (key,))
        self._open += 1
        if (
            self._open >= _MAX_UNCOMMITTED_OUTCOMES
            or time.monotonic() - self._committed >= _MAX_UNCOMMITTED_SECONDS
        ):
            self._commit()

    def _commit(self) -> None:
        self._database.commit()
        self._open, self._committed = 0, time.monotonic()


@contextmanager
def open_journal(path: Path, *, fresh: bool = False) -> Iterator[Journal]:
    """Open the journal at `path`, a new one where there is none.

    fresh: delete its content first, whatever state it is in. Raises InputError when another run has it,
    when it is damaged or no journal, or when the disk is full.
    """
    with _explained(path):
        journal = Journal(path, _connect(path, fresh=fresh))
    try:
        yield journal
    finally:
        journal.close()


def _connect(path: Path, *, fresh: bool) -> sqlite3.Connection:
    """Connect to the database, locked by this process, with nothing marked as used."""
    _check_ours(path)
    if fresh and path.exists():
        with suppress(_DamagedError):
            _lock(path).close()
        for suffix in JOURNAL_SUFFIXES:
            path.with_name(path.name + suffix).unlink(missing_ok=True)
    database = _lock(path)
    database.execute("CREATE TEMP TABLE used (key BLOB PRIMARY KEY) WITHOUT ROWID")
    database.commit()
    return database


def _check_ours(path: Path) -> None:
    """Raise InputError for a file that no run has made, by its header: it must not be touched."""
    try:
        with path.open("rb") as stream:
            header = stream.read(72)
    except FileNotFoundError:
        return
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror}; give another place") from error
    if header and not (
        header.startswith(_SQLITE_HEADER) and int.from_bytes(header[68:72]) == _APPLICATION_ID
    ):
        raise InputError(f"{path} is no journal of extract; move it away, or give another place")


def _lock(path: Path) -> sqlite3.Connection:
    """Open the database and lock it.

    Exclusive locking before the write-ahead log is used needs no shared memory between processes, which
    network file systems do not have.
    """
    database = None
    try:
        with _explained(path):
            database = sqlite3.connect(path, timeout=0)
            database.execute("PRAGMA locking_mode = EXCLUSIVE").fetchall()
            [(tables,)] = database.execute("SELECT count(*) FROM sqlite_schema")
            if not tables:
                database.executescript(_SCHEMA)
            database.execute("PRAGMA journal_mode = WAL").fetchall()
            database.execute("PRAGMA synchronous = FULL")
            database.execute("BEGIN IMMEDIATE")
            database.commit()
    except BaseException:
        if database is not None:
            database.close()
        raise
    return database


class _DamagedError(InputError):
    """Error of a journal that cannot be read."""

    def __init__(self, path: Path, reason: object) -> None:
        super().__init__(
            f"{path} is damaged ({reason}); run again with --fresh to start over, or give another --out"
        )


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    """Turn errors of SQLite into an InputError that says what to do."""
    try:
        yield
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            raise InputError(
                f"another run is writing to {path.parent}; wait for it, or give another --out"
            ) from error
        if code in _PLACE_ERRORS:
            raise InputError(f"{path} cannot be written: {error}; give a place that can be") from error
        if code in _DISK_ERRORS:
            raise InputError(
                f"{path} cannot be written: {error}; make room, then repeat the command to resume"
            ) from error
        raise _DamagedError(path, error) from error
