"""Bytes to text."""

from __future__ import annotations

import codecs
import zlib
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.errors import ArticleError
from extract.readers.storage.encoding import decode

ENGLISH = "“We won’t pay £5m,” said José Ruíz – the café’s owner.\r\nHe left at noon.\r\n" * 3


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252", "mac_roman"])
def test_english_in_every_usual_encoding_is_the_same_text(encoding: str) -> None:
    assert decode(ENGLISH.encode(encoding)) == ENGLISH


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_wide_encodings_without_a_byte_order_mark_are_found(encoding: str) -> None:
    assert decode(ENGLISH.encode(encoding)) == ENGLISH


@pytest.mark.parametrize("mark", [codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE])
def test_big_endian_marks_are_honoured(mark: bytes) -> None:
    encoding = "utf-16-be" if len(mark) == 2 else "utf-32-be"
    assert decode(mark + ENGLISH.encode(encoding)) == ENGLISH


@pytest.mark.parametrize("text", ["“No,” he said.", "It’s £5.", "Café", "naïve façade – déjà vu"])
def test_short_windows_1252_text_is_not_taken_for_something_exotic(text: str) -> None:
    assert decode(text.encode("cp1252")) == text


def test_line_ends_stay_as_they_are() -> None:
    assert decode(b"a\r\nb\rc\nd\x0ce") == "a\r\nb\rc\nd\x0ce"


def test_one_broken_byte_does_not_turn_utf_8_into_another_encoding() -> None:
    data = "“Ça va,” said Zoë.".encode() + b"\xff" + " “Très bien.”".encode()
    assert decode(data) == "“Ça va,” said Zoë.\ufffd “Très bien.”"


def test_another_alphabet_is_found() -> None:
    text = "Министр иностранных дел заявил, что переговоры продолжатся завтра утром в столице. " * 4
    assert decode(text.encode("cp1251")) == text


def test_no_bytes_are_no_text() -> None:
    assert decode(b"") == ""


def test_nul_bytes_are_refused_with_their_place() -> None:
    with pytest.raises(ArticleError, match="NUL byte at 12"):
        decode(b"The minister\0 said no. It was late.")


def test_binary_bytes_are_refused() -> None:
    with pytest.raises(ArticleError, match="binary"):
        decode(zlib.compress(bytes(range(1, 256)) * 40) * 4)
    with pytest.raises(ArticleError, match="control characters"):
        decode(bytes(range(1, 128)) * 10)


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"%PDF-1.7 ...", "PDF"),
        (b"PK\x03\x04....", "ZIP"),
        (b"{\\rtf1\\ansi Hello}", "RTF"),
        (b"\x89PNG\r\n\x1a\n", "PNG"),
    ],
)
def test_well_known_files_are_named(data: bytes, what: str) -> None:
    with pytest.raises(ArticleError, match=f"{what}.*convert"):
        decode(data)


def test_a_lying_byte_order_mark_is_refused() -> None:
    with pytest.raises(ArticleError, match="byte order mark says utf-16-le"):
        decode(codecs.BOM_UTF16_LE + b"odd")


@given(st.text(alphabet=st.characters(exclude_categories=["Cc", "Cs"], exclude_characters="\ufeff")))
def test_utf_8_decodes_to_itself(text: str) -> None:
    data = text.encode()
    if data.startswith((b"%PDF-", b"PK", b"GIF8", b"{\\rtf")):
        return
    assert decode(data) == text


@given(st.binary())
def test_any_bytes_give_text_or_a_reason(data: bytes) -> None:
    with suppress(ArticleError):
        decode(data).encode()
