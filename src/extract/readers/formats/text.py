"""Read plain text, and recognize the exports of newspaper databases by their content."""

from __future__ import annotations

import re

from extract.readers.article.document import Contents, Document
from extract.readers.databases.factiva import factiva_lines
from extract.readers.databases.lexisnexis import lexisnexis_text
from extract.readers.databases.nexis_uni import nexis_lines
from extract.readers.databases.proquest import proquest_lines
from extract.readers.formats.html import read_html
from extract.readers.storage.encoding import decode

_PAGE = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<!doctype html|<html[\s>])", re.IGNORECASE)


def read_text(data: bytes, limit: int) -> Contents:
    """The contents of a text file, which may also be an HTML page. limit: of the page, in bytes."""
    return read_html(data, limit) if _PAGE.match(data) else contents_of(decode(data))


def contents_of(text: str) -> Contents:
    """The articles of `text` where it is a database export; else one document with the text unchanged."""
    if (found := lexisnexis_text(text)) is not None:
        return found
    lines = [line.strip() for line in text.replace("\xa0", " ").splitlines()]
    for read in (nexis_lines, factiva_lines, proquest_lines):
        found = read(lines)
        if found is not None:
            return found
    return Document(text=text)
