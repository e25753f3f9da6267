"""Exports of newspaper databases, known by what they hold: many articles in one file."""

from __future__ import annotations

from extract.readers.decode import decode
from extract.readers.document import Contents, Document
from extract.readers.factiva import factiva_lines
from extract.readers.lexisnexis import lexisnexis_text
from extract.readers.nexis import nexis_lines
from extract.readers.proquest import proquest_lines


def read_text(data: bytes, limit: int) -> Contents:
    """What a file of plain text holds. limit: bytes, which reading it has kept."""
    return contents_of(decode(data))


def contents_of(text: str) -> Contents:
    """The articles of `text` where a database has written it; else the one that it is, unchanged."""
    if (found := lexisnexis_text(text)) is not None:
        return found
    lines = [line.strip() for line in text.replace("\xa0", " ").splitlines()]
    for read in (nexis_lines, factiva_lines, proquest_lines):
        found = read(lines)
        if found is not None:
            return found
    return Document(text=text)
