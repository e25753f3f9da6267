"""Read the members of .zip and .tar archives, one at a time, without writing them to disk."""

from __future__ import annotations

import io
import tarfile
import zipfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from functools import partial
from typing import IO, cast

from extract.errors import ArticleError
from extract.readers.article.metadata import SIDECAR_SUFFIX, sidecar_name
from extract.readers.storage.duplicate_ids import DigestSet
from extract.readers.storage.kinds import DOCUMENTS, compression_of, kind_of
from extract.readers.storage.limits import MAX_SIDECAR_BYTES, megabytes, read_whole, without_bombs
from extract.readers.storage.local import shown
from extract.readers.storage.streams import decompressed

_MAX_HEADER_BYTES = 1 << 24  # of one member; headers are kept in memory
_MAX_TRAILER_BYTES = 1 << 20  # of padding after the last member; programs write up to 10 kB
_MAX_WAITING_SIDECARS = 10_000  # metadata files of a .tar whose text has not come yet


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchiveMember:
    """A file in an archive.

    name: its path in the archive. opened: opens its contents, decompressed; valid until the next member is
    requested. sidecar: the bytes of its metadata file. problem: why it cannot be read. skipped: whether the
    problem is no failure.
    """

    name: str
    opened: Callable[[], AbstractContextManager[io.BufferedReader]]
    sidecar: Callable[[], bytes | None]
    problem: str | None = None
    skipped: bool = False


def zip_members(stream: io.BufferedReader) -> Iterator[ArchiveMember]:
    """Yield the files of a .zip in the order of its directory, which is kept in memory.

    Raises BadZipFile where it is not a .zip, or damaged.
    """
    with zipfile.ZipFile(stream) as archive:
        for info in archive.infolist():
            name = _plain(info.filename)
            if not info.is_dir() and not _is_hidden(name) and not name.endswith(SIDECAR_SUFFIX):
                yield ArchiveMember(
                    name=name,
                    opened=partial(_in_zip, archive, info),
                    sidecar=partial(_zip_sidecar, archive, info.filename),
                    problem="it is protected by a password; unpack the archive first"
                    if info.flag_bits & 1
                    else None,
                )


def tar_members(stream: io.BufferedReader) -> Iterator[ArchiveMember]:
    """Yield the files of a .tar in order; the stream is read once, forwards.

    A metadata file has to come before its text, as it does where members are sorted by name; one that comes
    later is yielded with a problem. Raises TarError where it is not a .tar, or damaged.
    """
    headers = _HeaderStream(stream)
    waiting: dict[str, bytes] = {}
    with tarfile.TarFile(fileobj=cast("IO[bytes]", headers)) as archive, DigestSet() as alone:
        while (info := archive.next()) is not None:
            # Otherwise the library keeps the header of every member.
            archive.members = []  # type: ignore[attr-defined]
            name = _plain(info.name)
            if info.isdir() or _is_hidden(name):
                continue
            open_member = partial(_in_tar, archive, info)
            if not info.isreg():
                yield _unread_member(
                    name, open_member, "links and devices in an archive are not read", skipped=True
                )
            elif not name.endswith(SIDECAR_SUFFIX):
                beside = waiting.pop(sidecar_name(name), None)
                if beside is None and kind_of(name) in DOCUMENTS:
                    alone.add(sidecar_name(name))
                yield ArchiveMember(name=name, opened=open_member, sidecar=partial(_identity, beside))
            elif name in alone:
                yield _unread_member(
                    name,
                    open_member,
                    "this metadata file comes after its text in the archive; put it before the text",
                )
            else:
                with open_member() as contents:
                    waiting[name] = read_whole(contents, MAX_SIDECAR_BYTES)
                if len(waiting) > _MAX_WAITING_SIDECARS:
                    waiting.pop(first := next(iter(waiting)))
                    yield _unread_member(
                        first,
                        open_member,
                        "this metadata file comes too long before its text; put it next to the text",
                    )
        if headers.latest.strip(b"\0"):
            raise tarfile.ReadError("the archive is damaged or cut short here")
        # Compressed data shows only at its very end that something was lost.
        stream.read(_MAX_TRAILER_BYTES)


class _HeaderStream:
    """A stream that limits the length of headers, since tarfile trusts whatever a damaged header states.

    latest: the bytes read last; after an invalid header, at which tarfile stops, these are the header.
    """

    def __init__(self, stream: io.BufferedReader) -> None:
        self._stream, self.latest = stream, b""
        self.tell, self.seek, self.seekable = stream.tell, stream.seek, stream.seekable

    def read(self, size: int) -> bytes:
        if size > _MAX_HEADER_BYTES:
            raise ArticleError(f"the header of a member states {megabytes(size)}; the archive is damaged")
        self.latest = self._stream.read(size)
        return self.latest


@contextmanager
def _in_zip(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> Iterator[io.BufferedReader]:
    with archive.open(info) as raw:
        yield _plain_contents(
            without_bombs(cast("zipfile.ZipExtFile", raw), lambda: info.compress_size), info.filename
        )


@contextmanager
def _in_tar(archive: tarfile.TarFile, info: tarfile.TarInfo) -> Iterator[io.BufferedReader]:
    # A buffered reader, contrary to the library's types.
    stream = cast("io.BufferedReader | None", archive.extractfile(info))
    if stream is None:
        raise ArticleError("not a regular file")
    with stream:
        yield _plain_contents(stream, info.name)


def _plain_contents(stream: io.BufferedReader, name: str) -> io.BufferedReader:
    compression = compression_of(name)
    return decompressed(stream, compression) if compression else stream


def _zip_sidecar(archive: zipfile.ZipFile, name: str) -> bytes | None:
    try:
        info = archive.getinfo(sidecar_name(name))
    except KeyError:
        return None
    with archive.open(info) as stream:
        return read_whole(stream, MAX_SIDECAR_BYTES)


def _identity(value: bytes | None) -> bytes | None:
    return value


def _unread_member(
    name: str,
    opened: Callable[[], AbstractContextManager[io.BufferedReader]],
    problem: str,
    *,
    skipped: bool = False,
) -> ArchiveMember:
    return ArchiveMember(
        name=name, opened=opened, sidecar=partial(_identity, None), problem=problem, skipped=skipped
    )


def _plain(name: str) -> str:
    return shown(name.removeprefix("./"))


def _is_hidden(name: str) -> bool:
    parts = name.split("/")
    return any(part.startswith(".") and part.strip(".") for part in parts) or parts[0] == "__MACOSX"
