"""The bytes of a file, decompressed as they are read."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import sys
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO, TextIO

from extract.readers.storage.kinds import Compression, compression_of
from extract.readers.storage.limits import without_bombs
from extract.readers.storage.local import Storage

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

# What damaged and hostile data raise, besides ArticleError.
DAMAGE = (
    OSError, EOFError, UnicodeError, RuntimeError, NotImplementedError, zlib.error, lzma.LZMAError,
    zstd.ZstdError, zipfile.BadZipFile, tarfile.TarError,
)  # fmt: skip

# Those of them that say that the data is not what it was when it was packed.
_BROKEN = (
    gzip.BadGzipFile, EOFError, zlib.error, lzma.LZMAError, zstd.ZstdError, zipfile.BadZipFile,
    tarfile.TarError,
)  # fmt: skip

_FILES: Mapping[Compression, Callable[[io.BufferedReader], Any]] = {
    "gz": partial(gzip.GzipFile, None, "rb", 9),
    "bz2": bz2.BZ2File,
    "xz": lzma.LZMAFile,
    "zst": zstd.ZstdFile,
}

_PACKED: Mapping[Compression, Callable[[BinaryIO], Any]] = {
    "gz": lambda raw: gzip.GzipFile("", "wb", 6, raw, mtime=0),
    "bz2": partial(bz2.BZ2File, mode="wb"),
    "xz": partial(lzma.LZMAFile, mode="wb"),
    "zst": partial(zstd.ZstdFile, mode="wb"),
}


@contextmanager
def opened(storage: Storage, path: str) -> Iterator[io.BufferedReader]:
    """The contents of the file at `path`, without the compression that its name states, read forwards.

    Raises OSError and ArticleError when it cannot be opened; reading raises `DAMAGE` and ArticleError.
    """
    with storage.open(path) as raw:
        compression = compression_of(path)
        if compression is None:
            yield raw
        else:
            with decompressed(raw, compression) as stream:
                yield stream


def decompressed(raw: io.BufferedReader, compression: Compression) -> io.BufferedReader:
    """What the compressed bytes of `raw` hold."""
    return without_bombs(_FILES[compression](raw), raw.tell)


@contextmanager
def as_text(
    stream: io.BufferedReader, encoding: str, *, errors: str, newline: str
) -> Iterator[io.TextIOWrapper]:
    """`stream` decoded; the stream stays open afterwards."""
    text = io.TextIOWrapper(stream, encoding=encoding, errors=errors, newline=newline)
    try:
        yield text
    finally:
        text.detach()


@contextmanager
def text_file(path: Path, compression: Compression | None) -> Iterator[TextIO]:
    """A new file at `path` to write UTF-8 to, compressed; the same text gives the same bytes."""
    with path.open("wb") as raw:
        # gzip notes the time, unless told one.
        packed = raw if compression is None else _PACKED[compression](raw)
        with packed, io.TextIOWrapper(packed, encoding="utf-8", newline="\n") as text:
            yield text


def kind_of_error(error: BaseException) -> str:
    """The name of its class; with its module where that is called no more than "error"."""
    kind = type(error)
    return f"{kind.__module__}.error" if kind.__name__ == "error" else kind.__name__


def what_broke(error: BaseException) -> str:
    """`error` in words, for a message that says where, with what to do about damage."""
    reason = error.strerror if isinstance(error, OSError) else None
    said = reason or str(error) or type(error).__name__
    is_damage = isinstance(error, _BROKEN) and reason is None
    return f"{said}; the file is damaged or cut short: get a whole copy of it" if is_damage else said
