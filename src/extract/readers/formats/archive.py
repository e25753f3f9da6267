"""The members of .zip and .tar archives, one at a time, never written to disk."""

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
from extract.readers.storage.duplicate_ids import SeenBefore
from extract.readers.storage.kinds import DOCUMENTS, compression_of, kind_of
from extract.readers.storage.limits import LONGEST_SIDECAR, megabytes, read_whole, without_bombs
from extract.readers.storage.local import shown
from extract.readers.storage.streams import decompressed

_LONGEST_HEADER = 1 << 24  # bytes that the description of one member may have; they are kept in memory
_TRAILER = 1 << 20  # bytes of nothing after the last member; programs write up to 10 kB
_WAITING = 10_000  # files of metadata that wait for their text in a .tar


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A file in an archive.

    name: its path there. opened: its contents, decompressed; valid until the next member is asked for.
    sidecar: the bytes of `NAME.meta.json` beside it. problem: why it is not read; skipped: it need not be.
    """

    name: str
    opened: Callable[[], AbstractContextManager[io.BufferedReader]]
    sidecar: Callable[[], bytes | None]
    problem: str | None = None
    skipped: bool = False


def zip_members(stream: io.BufferedReader) -> Iterator[Member]:
    """Yield the files of a .zip in the order of its table of contents, which is in memory as a whole.

    Raises BadZipFile for what is no .zip, or a damaged one.
    """
    with zipfile.ZipFile(stream) as archive:
        for info in archive.infolist():
            name = _plain(info.filename)
            if not info.is_dir() and not _is_hidden(name) and not name.endswith(SIDECAR_SUFFIX):
                yield Member(
                    name=name,
                    opened=partial(_in_zip, archive, info),
                    sidecar=partial(_zip_sidecar, archive, info.filename),
                    problem="it is locked with a password; unpack it first" if info.flag_bits & 1 else None,
                )


def tar_members(stream: io.BufferedReader) -> Iterator[Member]:
    """Yield the files of a .tar as they come; the stream is read once, forwards.

    A file of metadata has to come before its text, as it does where members are sorted by name; one that
    comes later is yielded with that problem. Raises TarError for what is no .tar, or a damaged one.
    """
    headers = _Headers(stream)
    waiting: dict[str, bytes] = {}
    with tarfile.TarFile(fileobj=cast("IO[bytes]", headers)) as archive, SeenBefore() as alone:
        while (info := archive.next()) is not None:
            # Else the archive keeps the description of every member that it has met.
            archive.members = []  # type: ignore[attr-defined]
            name = _plain(info.name)
            if info.isdir() or _is_hidden(name):
                continue
            open_member = partial(_in_tar, archive, info)
            if not info.isreg():
                yield _left(name, open_member, "a link or a device in an archive is not read", skipped=True)
            elif not name.endswith(SIDECAR_SUFFIX):
                beside = waiting.pop(sidecar_name(name), None)
                if beside is None and kind_of(name) in DOCUMENTS:
                    alone.add(sidecar_name(name))
                yield Member(name=name, opened=open_member, sidecar=partial(_same, beside))
            elif name in alone:
                yield _left(name, open_member, "it comes after its text in the archive; put it before")
            else:
                with open_member() as contents:
                    waiting[name] = read_whole(contents, LONGEST_SIDECAR)
                if len(waiting) > _WAITING:
                    waiting.pop(first := next(iter(waiting)))
                    yield _left(first, open_member, "it comes long before its text in the archive")
        if headers.latest.strip(b"\0"):
            raise tarfile.ReadError("the archive is damaged here, or cut short")
        # What compresses it tells only at its very end that something was lost.
        stream.read(_TRAILER)


class _Headers:
    """A stream for tarfile, which would take any length that a damaged header states for true.

    latest: the bytes read last. Where tarfile ends at a header that it does not understand, these are it.
    """

    def __init__(self, stream: io.BufferedReader) -> None:
        self._stream, self.latest = stream, b""
        self.tell, self.seek, self.seekable = stream.tell, stream.seek, stream.seekable

    def read(self, size: int) -> bytes:
        if size > _LONGEST_HEADER:
            raise ArticleError(f"a member's description is said to have {megabytes(size)}; it is damaged")
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
    # A buffered reader, which the type of the library does not say.
    stream = cast("io.BufferedReader | None", archive.extractfile(info))
    if stream is None:
        raise ArticleError("this is no regular file")
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
        return read_whole(stream, LONGEST_SIDECAR)


def _same(value: bytes | None) -> bytes | None:
    return value


def _left(
    name: str,
    opened: Callable[[], AbstractContextManager[io.BufferedReader]],
    problem: str,
    *,
    skipped: bool = False,
) -> Member:
    return Member(name=name, opened=opened, sidecar=partial(_same, None), problem=problem, skipped=skipped)


def _plain(name: str) -> str:
    return shown(name.removeprefix("./"))


def _is_hidden(name: str) -> bool:
    parts = name.split("/")
    return any(part.startswith(".") and part.strip(".") for part in parts) or parts[0] == "__MACOSX"
