"""Open files as streams that decompress while they are read; compress files while they are written."""

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

# The errors that damaged and hostile data raise, besides ArticleError.
DAMAGE_ERRORS = (
    OSError, EOFError, UnicodeError, RuntimeError, NotImplementedError, zlib.error, lzma.LZMAError,
    zstd.ZstdError, zipfile.BadZipFile, tarfile.TarError,
)  # fmt: skip

# Those of them that show that compressed data has changed.
_CORRUPTION_ERRORS = (
    gzip.BadGzipFile, EOFError, zlib.error, lzma.LZMAError, zstd.ZstdError, zipfile.BadZipFile,
    tarfile.TarError,
)  # fmt: skip

_DECOMPRESSORS: Mapping[Compression, Callable[[io.BufferedReader], Any]] = {
    "gz": partial(gzip.GzipFile, None, "rb", 9),
    "bz2": bz2.BZ2File,
    "xz": lzma.LZMAFile,
    "zst": zstd.ZstdFile,
}

_COMPRESSORS: Mapping[Compression, Callable[[BinaryIO], Any]] = {
    "gz": lambda raw: gzip.GzipFile("", "wb", 6, raw, mtime=0),
    "bz2": partial(bz2.BZ2File, mode="wb"),
    "xz": partial(lzma.LZMAFile, mode="wb"),
    "zst": partial(zstd.ZstdFile, mode="wb"),
}


@contextmanager
def opened(storage: Storage, path: str) -> Iterator[io.BufferedReader]:
    """Open the file at `path`, decompressed as its name states; the stream is read forwards.

    Raises OSError and ArticleError when it cannot be opened; reading raises `DAMAGE_ERRORS` and ArticleError.
    """
    with storage.open(path) as raw:
        compression = compression_of(path)
        if compression is None:
            yield raw
        else:
            with decompressed(raw, compression) as stream:
                yield stream


def decompressed(raw: io.BufferedReader, compression: Compression) -> io.BufferedReader:
    """A stream of the decompressed bytes of `raw`."""
    return without_bombs(_DECOMPRESSORS[compression](raw), raw.tell)


@contextmanager
def as_text(
    stream: io.BufferedReader, encoding: str, *, errors: str, newline: str
) -> Iterator[io.TextIOWrapper]:
    """Decode `stream`; it stays open afterwards."""
    text = io.TextIOWrapper(stream, encoding=encoding, errors=errors, newline=newline)
    try:
        yield text
    finally:
        text.detach()


@contextmanager
def text_file(path: Path, compression: Compression | None) -> Iterator[TextIO]:
    """Create a file at `path` for UTF-8 text, compressed; the same text gives the same bytes."""
    with path.open("wb") as raw:
        # Without `mtime`, gzip would store the time.
        packed = raw if compression is None else _COMPRESSORS[compression](raw)
        with packed, io.TextIOWrapper(packed, encoding="utf-8", newline="\n") as text:
            yield text


def kind_of_error(error: BaseException) -> str:
    """The name of an error's class, with its module where the name is just "error"."""
    kind = type(error)
    return f"{kind.__module__}.error" if kind.__name__ == "error" else kind.__name__


def what_broke(error: BaseException) -> str:
    """The message of `error`, with advice where the data is damaged."""
    reason = error.strerror if isinstance(error, OSError) else None
    said = reason or str(error) or type(error).__name__
    is_damage = isinstance(error, _CORRUPTION_ERRORS) and reason is None
    return f"{said}; the file is damaged or cut short: get a complete copy of it" if is_damage else said
