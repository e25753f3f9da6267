"""The container of Office files, looked at before a library trusts it: locked, old, damaged or a bomb."""

from __future__ import annotations

import io
import re
import zipfile

from extract.errors import ArticleError
from extract.readers.storage.encoding import signature_of
from extract.readers.storage.limits import check_swelling, megabytes

_ZIP = b"PK\x03\x04"
_OBJECT = re.compile(r"file '?<[^<>]*>'? ")  # that python-docx names in place of a file
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED = "EncryptedPackage".encode("utf-16-le")


def open_office(data: bytes, most: int, *, program: str, extension: str) -> io.BytesIO:
    """`data`, which is a sound container of parts that hold `most` bytes together when decompressed.

    program and extension: what a person opens it with, and what it should be called. Raises ArticleError.
    """
    if data.startswith(_OLE):
        if _LOCKED in data:
            raise ArticleError(
                f"it is locked with a password; open it in {program}, take the password off and save it"
            )
        raise ArticleError(f"this is an old Office document; open it in {program} and save it as {extension}")
    if (what := signature_of(data)) and not data.startswith(_ZIP):
        raise ArticleError(
            f"this is {what}, no {extension} file; call it what it is, or save it as {extension}"
        )
    stream = io.BytesIO(data)
    try:
        with zipfile.ZipFile(stream) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
        raise damaged(extension, program, error) from error
    # The library reads no more of a part than the size that is stated here.
    size = sum(part.file_size for part in parts)
    check_swelling(len(data), size)
    if size > most:
        raise ArticleError(
            f"its parts hold {megabytes(size)}, more than {megabytes(most)}; split it, or take pictures out"
        )
    stream.seek(0)
    return stream


def damaged(extension: str, program: str, error: Exception) -> ArticleError:
    """The failure of a file that is not what its name says. error: what the library said."""
    said = _OBJECT.sub("it ", str(error)).strip("'\"") or type(error).__name__
    return ArticleError(
        f"this is no {extension} file, or a damaged one ({said[:200]}); "
        f"open it in {program} and save it again"
    )
