"""Check the container of Office files before a library opens it: encrypted, old, damaged, or a bomb."""

from __future__ import annotations

import io
import re
import zipfile

from extract.errors import ArticleError
from extract.readers.storage.encoding import signature_of
from extract.readers.storage.limits import check_expansion, megabytes

_ZIP = b"PK\x03\x04"
_OBJECT_NAME = re.compile(
    r"file '?<[^<>]*>'? "
)  # "file '<_io.BytesIO object at 0x7f>' ", in messages of python-docx
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED = "EncryptedPackage".encode("utf-16-le")


def open_office(data: bytes, max_bytes: int, *, program: str, extension: str) -> io.BytesIO:
    """A stream of `data`, once it is found to be a sound container of at most `max_bytes`, decompressed.

    program, extension: for messages. Raises ArticleError for any other data.
    """
    if data.startswith(_OLE):
        if _LOCKED in data:
            raise ArticleError(
                f"it is protected by a password; open it in {program}, remove the password and save it"
            )
        raise ArticleError(f"this is an old Office document; open it in {program} and save it as {extension}")
    if (what := signature_of(data)) and not data.startswith(_ZIP):
        raise ArticleError(f"this is {what}, not a {extension} file; rename it, or save it as {extension}")
    stream = io.BytesIO(data)
    try:
        with zipfile.ZipFile(stream) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
        raise damaged(extension, program, error) from error
    # The library reads no more of a part than the size stated here.
    size = sum(part.file_size for part in parts)
    check_expansion(len(data), size)
    if size > max_bytes:
        raise ArticleError(
            f"it contains {megabytes(size)}, more than {megabytes(max_bytes)}; split it or remove pictures"
        )
    stream.seek(0)
    return stream


def damaged(extension: str, program: str, error: Exception) -> ArticleError:
    """The error for a file that is damaged or of another kind. error: that of the library."""
    said = _OBJECT_NAME.sub("it ", str(error)).strip("'\"") or type(error).__name__
    return ArticleError(
        f"this is not a {extension} file, or it is damaged ({said[:200]}); "
        f"open it in {program} and save it again"
    )
