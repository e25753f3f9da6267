"""Decode bytes to text: detect the encoding, and reject what is not text."""

from __future__ import annotations

import codecs
import re

from extract.errors import ArticleError

# UTF-32 before UTF-16: their little-endian marks begin alike.
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SIGNATURES = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or an Office document"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"SQLite format 3\0", "an SQLite database"),
    (b"PAR1", "a Parquet file"),
)
_MIN_UTF16_NUL_SHARE = 0.3  # of one half of the bytes; English has nearly 1, other scripts less
_MAX_CONTROL_SHARE = 0.02  # of the characters; with more it is not text
_ODD_CONTROL = re.compile("[\x00-\x08\x0e-\x19\x1c-\x1f]")
_HIGH_LETTERS = re.compile(rb"[\xc0-\xff]")
_CP1252_MARKS = re.compile(rb"[\x85\x91-\x97]")  # "\x92"
# "it\xd5s", "\xd2We", "end.\xd3"
_MAC_MARKS = re.compile(rb"(?<=[A-Za-z])\xd5(?=[a-z])|\xd2(?=[A-Za-z])|(?<=[.,!?])\xd3")
_MAX_HIGH_LETTER_SHARE = 0.05  # of the bytes; with more it is likely not Windows-1252


def signature_of(data: bytes) -> str | None:
    """The kind of file that begins like `data`, in words; None for text and unknown kinds."""
    return next((name for signature, name in _SIGNATURES if data.startswith(signature)), None)


def decode(data: bytes) -> str:
    """Decode `data`; the text is unchanged, with its line ends, but for the byte order mark.

    In this order: the byte order mark, UTF-16 and UTF-32 by their NUL bytes, UTF-8 (a few invalid bytes
    become U+FFFD), Mac Roman or Windows-1252, and what charset-normalizer detects. Raises ArticleError when
    `data` is not text.
    """
    if name := signature_of(data):
        raise ArticleError(f"this is {name}, not text; convert it to text, or rename the file")
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _strict(data[len(bom) :], encoding)
    if b"\0" in data:
        return _by_nul_bytes(data)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        text = _damaged_utf8(data) or _legacy(data, error)
    if len(_ODD_CONTROL.findall(text)) > _MAX_CONTROL_SHARE * len(text):
        raise ArticleError("this is a binary file, not text; it is full of control characters")
    return text


def _strict(data: bytes, encoding: str) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise ArticleError(
            f"the byte order mark says {encoding}, but byte {error.start} is invalid; save the file as UTF-8"
        ) from error
    if "\0" in text:
        raise ArticleError(f"NUL character at {text.index(chr(0))}; this is a binary or damaged file")
    return text


def _by_nul_bytes(data: bytes) -> str:
    """Decode UTF-16 or UTF-32 without a byte order mark, by the places of the NUL bytes."""
    for width, encoding, filled in ((4, "utf-32-le", 0), (4, "utf-32-be", 3)):
        empty = [data[i::width].count(0) for i in range(width) if i != filled]
        if len(data) % width == 0 and min(empty) > 0.9 * len(data) / width:
            return _strict(data, encoding)
    half = len(data) / 2
    even, odd = data[::2].count(0), data[1::2].count(0)
    if len(data) % 2 == 0 and min(even, odd) == 0 and max(even, odd) > _MIN_UTF16_NUL_SHARE * half:
        return _strict(data, "utf-16-le" if odd else "utf-16-be")
    raise ArticleError(f"NUL byte at {data.index(0)}; this is a binary or damaged file, not text")


def _damaged_utf8(data: bytes) -> str | None:
    """Decode UTF-8 with a few invalid bytes, each as U+FFFD; None when another encoding is likelier."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    sound = sum(character > "\x7f" for character in text) - broken
    return text if sound >= 2 * broken else None


def _legacy(data: bytes, error: UnicodeDecodeError) -> str:
    """Decode a single-byte encoding: Windows-1252, or Mac Roman where it has more of its marks."""
    marks, mac_marks = len(_CP1252_MARKS.findall(data)), len(_MAC_MARKS.findall(data))
    if mac_marks > marks:
        return data.decode("mac_roman")
    if len(_HIGH_LETTERS.findall(data)) <= 3 + _MAX_HIGH_LETTER_SHARE * len(data):
        try:
            return data.decode("cp1252")
        except UnicodeDecodeError:
            pass  # one of the five bytes that Windows-1252 leaves undefined
    # Imported here, since loading it takes longer than reading most articles.
    from charset_normalizer import from_bytes

    best = from_bytes(data).best()
    if best is None:
        raise ArticleError(
            f"the encoding is not recognized (byte {error.start} is not UTF-8); save the file as UTF-8"
        )
    return str(best)
