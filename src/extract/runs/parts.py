"""Partitioned output: records in parts, each of which appears complete."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from extract.files import part_file, records_file
from extract.record.record import Record
from extract.record.writers import Add, write_records
from extract.runs.remote_store import RemoteFolder

RECORDS_PER_PART = 50_000  # some 50 MB of JSON Lines


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Sealed part. name: inside the output folder. sha256: of its bytes, hexadecimal."""

    name: str
    records: int
    bytes: int
    sha256: str


class PartWriter:
    """Writer that adds records to the open part, and seals it when it holds enough.

    A part is written to a local file, which is put in its place when it is complete. The quotes of one
    article stay in one part. The parts of all formats with the same number hold the same records, and the
    same records are cut in the same places. records_per_part: at least so many in every part but the last.
    """

    def __init__(
        self,
        folder: RemoteFolder,
        formats: Sequence[str],
        *,
        scratch: Path,
        records_per_part: int = RECORDS_PER_PART,
    ) -> None:
        self.sealed: list[Part] = []
        self._folder, self._formats, self._scratch, self._least = folder, formats, scratch, records_per_part
        self._number = self._records = 0
        self._article: str | None = None
        self._open = ExitStack()
        self._add: Add | None = None

    def add(self, record: Record) -> None:
        """Add a record; records of one article come one after another."""
        if self._records >= self._least and record.article.id != self._article:
            self.seal()
        if self._add is None:
            self._add = self._open.enter_context(write_records(self._scratch, self._formats))
        self._add(record)
        self._records += 1
        self._article = record.article.id

    def seal(self) -> None:
        """Upload the open part, an empty one where nothing was added."""
        if self._add is None:
            self._open.enter_context(write_records(self._scratch, self._formats))
        self._open.close()
        for name in self._formats:
            local = self._scratch / records_file(name)
            part = part_file(name, self._number)
            self._folder.put(local, part)
            with local.open("rb") as stream:
                digest = hashlib.file_digest(stream, "sha256").hexdigest()
            size = local.stat().st_size
            self.sealed.append(Part(name=part, records=self._records, bytes=size, sha256=digest))
            local.unlink()
        self._number, self._records, self._add = self._number + 1, 0, None

    def finish(self) -> None:
        """Seal the last part. A table without rows gets one too, for its columns."""
        if self._records or not self.sealed:
            self.seal()

    def abandon(self) -> None:
        """Forget the open part."""
        self._open.close()


@contextmanager
def write_parts(
    folder: RemoteFolder, formats: Sequence[str], *, records_per_part: int = RECORDS_PER_PART
) -> Iterator[PartWriter]:
    """Yield the writer of `FORMAT/part-00000.FORMAT` and so on; an error leaves the parts sealed so far."""
    with tempfile.TemporaryDirectory(prefix="extract-") as scratch:
        parts = PartWriter(folder, formats, scratch=Path(scratch), records_per_part=records_per_part)
        try:
            yield parts
            parts.finish()
        finally:
            parts.abandon()
