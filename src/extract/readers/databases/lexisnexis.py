"""Read articles from exports of LexisNexis before Nexis Uni: "1 of 20 DOCUMENTS", fields in capitals."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from extract.errors import ArticleError
from extract.layout.author_names import author_of
from extract.readers.article.document import Document, day_in_header

# "1 of 20 DOCUMENTS", "Document 3 of 20", "4TH STORY of Level 1 printed in FULL format."
_BEGIN = re.compile(
    r"(?:FOCUS(?: -|™)? ?)?(?:Document )?\d{1,6} of \d{1,6}(?: DOCUMENTS?)?"
    r"|\d{1,6}(?:ST|ND|RD|TH) (?:STORY|DOCUMENT)\b.*\bprinted in FULL format\.?"
)
_COUNTED = re.compile(r"\bDOCUMENTS?\b|Document \d|printed in FULL")  # "1 of 20 DOCUMENTS", "Document 3"
# "1 of 20 DOCUMENTS", "Document 3 of 20"
_MARK = re.compile(r"\d of \d{1,6} DOCUMENTS?\b|\bDocument \d{1,6} of \d|\bprinted in FULL\b")
_ABOVE = "BYLINE|SECTION|LENGTH|HEADLINE|DATELINE|HIGHLIGHT|SERIES|SLUG|NAME|DISTRIBUTION|TYPE|NOTE|BODY"
_BELOW_ONLY = (
    "GRAPHIC|LOAD-DATE|LANGUAGE|PUBLICATION-TYPE|PUB-TYPE|DOCUMENT-TYPE|JOURNAL-CODE|CORRECTION-DATE"
    "|TICKER-SYMBOL|ISSN|ACC-NO|SIC|TRANSCRIPT-TYPE"
)
# Paragraphs of a text may begin with these too.
_BELOW = (
    f"{_BELOW_ONLY}|CORRECTION|URL|SUBJECT|COMPANY|TICKER|INDUSTRY|GEOGRAPHIC|PERSON|ORGANIZATION|COUNTRY|STATE"
    "|CITY|NOTES|PRODUCT|UPDATE"
)
_FIELD = re.compile(rf"(?P<name>{_ABOVE}|{_BELOW}):(?:\s+(?P<value>.*))?")  # "LENGTH: 540 words", "BODY:"
_HEAD = re.compile(rf"(?:{_ABOVE}):(?:\s|$)")
_TAIL = re.compile(rf"(?:{_BELOW}):(?:\s|$)")
_TAIL_ONLY = re.compile(rf"(?:{_BELOW_ONLY}):(?:\s|$)")
# "Copyright 2017 The Norvik Times", "All rights reserved."
_RIGHTS = re.compile(
    r"(?:copyright\b|\(c\)|©)(?=.*\b(?:1[89]|20)\d\d\b).*|.{0,60}\ball rights reserved\.?", re.IGNORECASE
)
# "Copyright (c) 2017 by The Norvik Times. All rights reserved"
_HOLDER = re.compile(
    r"copyright(?: \(c\)| ©)? (?:1[89]|20)\d\d(?:-\d+)?,?(?: by)? (?P<holder>\S.*?)(?:\. ?all rights.*)?",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"\S+(?: +\S+){7,}\.")  # "No part of this text may be copied elsewhere."
_MONTHS = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
_WEEKDAY = "(?:mon|tues|wednes|thurs|fri|satur|sun)day"
# "April 6, 2017", "6 April 2017", "April 2017"
_DAY = re.compile(
    rf"{_MONTHS}\.?(?: \d{{1,2}}(?:-\d{{1,2}})?,?)? \d{{4}}|\d{{1,2}} {_MONTHS},? \d{{4}}", re.IGNORECASE
)
# "Thursday, April 6, 2017, Final Edition"
_DATE = re.compile(
    rf"(?:{_WEEKDAY},? )?(?P<day>{_DAY.pattern})\b(?:,? {_WEEKDAY})?(?:,? .{{0,80}})?", re.IGNORECASE
)
# "Late Edition - Final", "Correction Appended"
_EDITION = re.compile(r".*\b(?:edition|final|correction appended)\b.*|\(?correction\)?", re.IGNORECASE)
_SECOND_DAY = re.compile(r"-\d\d?,")  # "April 6-7, 2017"
_MAX_LINES_TO_DATE = 12
_MAX_WRAPPED_CHARS = 100  # of a line that is wrapped to the page; longer lines are whole paragraphs
_MAX_TITLE_LINES = 12


@dataclass(frozen=True, slots=True)
class _ExportLine:
    """One line of an export.

    indent: the number of spaces before it. block: the number of blank lines above it in the text.
    """

    text: str
    indent: int
    block: int


def lexisnexis_text(text: str) -> Sequence[Document | ArticleError] | None:
    """The articles of `text`, each below its number; None where it is not an export of LexisNexis.

    At least one has two fields in capitals, such as LENGTH and LOAD-DATE; without these, "1 of 20 DOCUMENTS"
    may be a line of an ordinary text.
    """
    if not _MARK.search(text):
        return None
    lines = list(_lines(text))
    starts = [
        at for at, line in enumerate(lines) if _BEGIN.fullmatch(line.text) and _COUNTED.search(line.text)
    ]
    parts = [lines[start + 1 : end] for start, end in pairwise([*starts, len(lines)])]
    if not parts or not any(_is_article(part) for part in parts):
        return None
    ended = [any(_TAIL.match(line.text) for line in part) for part in parts]
    found = [_document(part) for part in parts]
    if any(ended[:-1]) and not ended[-1] and not _RIGHTS.fullmatch(parts[-1][-1].text if parts[-1] else ""):
        found[-1] = ArticleError("the file ends inside this article, before its last fields; export it again")
    return found


def lexisnexis_page(page: str) -> Sequence[Document | ArticleError] | None:
    """The articles of an HTML page in the same layout; None where it is not an export of LexisNexis."""
    if not _MARK.search(page):
        return None
    from lxml import html

    return lexisnexis_text("\n\n".join(_blocks(html.fromstring(page))))


def _blocks(page: Any) -> Iterator[str]:
    """Yield the text of every block element that contains no other, with its line breaks."""
    for line_break in page.iter("br"):
        line_break.tail = f"\n{line_break.tail or ''}"
    for block in page.iter("div", "p"):
        if next(block.iterdescendants("div", "p"), None) is None:
            lines = (" ".join(line.split()) for line in block.text_content().split("\n"))
            yield "\n".join(line for line in lines if line)


def _lines(text: str) -> Iterator[_ExportLine]:
    block = 0
    for raw in text.replace("\xa0", " ").splitlines():
        plain = raw.strip()
        if plain:
            yield _ExportLine(plain, len(raw) - len(raw.lstrip()), block)
        else:
            block += 1


def _is_article(lines: Sequence[_ExportLine]) -> bool:
    return len({match["name"] for line in lines if (match := _FIELD.fullmatch(line.text))}) >= 2


def _document(lines: Sequence[_ExportLine]) -> Document | ArticleError:
    if not _is_article(lines):
        return ArticleError("it has no fields such as LENGTH and LOAD-DATE; export it again with full text")
    end = _end_of_text(lines)
    date = next(
        (at for at, line in enumerate(lines[:_MAX_LINES_TO_DATE]) if _DATE.fullmatch(line.text)), None
    )
    below = 0 if date is None else date + 1
    first = next((at for at in range(below, end) if _HEAD.match(lines[at].text)), end)
    start = _start_of_body(lines, first, end)
    fields = _fields(lines[first:start])
    text = "\n\n".join(_paragraphs(lines[start:end]))
    if not text:
        return ArticleError("it has no text below its fields; export it again with full text")
    day = None if date is None else _DAY.search(lines[date].text)
    title = fields.get("HEADLINE") or _title(lines[below:first], None if date is None else lines[date].block)
    return Document(
        text=text,
        title=title or None,
        publisher=None if date is None else _outlet(lines[:date]),
        published=None if day is None else day_in_header(_SECOND_DAY.sub(",", day[0])),
        author=author_of(fields.get("BYLINE")),
    )


def _end_of_text(lines: Sequence[_ExportLine]) -> int:
    """The number of the line where the fields and rights below the text begin.

    A label that may also begin a paragraph ("UPDATE: ...") is a field at the end, or right above other
    fields.
    """
    end = next((at for at, line in enumerate(lines) if _TAIL_ONLY.match(line.text)), len(lines))
    while True:
        while end and _RIGHTS.fullmatch(lines[end - 1].text):
            end -= 1
        at = end - 1
        while at > 0 and not _TAIL.match(lines[at].text) and lines[at - 1].block == lines[at].block:
            at -= 1
        if at < 0 or not _TAIL.match(lines[at].text):
            return end
        end = at


def _start_of_body(lines: Sequence[_ExportLine], first: int, end: int) -> int:
    """The number of the first line of the text: below BODY, else below the fields that begin at `first`."""
    for at in range(first, end):
        if lines[at].text.partition(":")[0] == "BODY":
            return at + (lines[at].text == "BODY:")
    at = first
    while at < end and _HEAD.match(lines[at].text):
        # LENGTH is one line, and the text may follow right below it.
        whole = not lines[at].text.startswith("LENGTH:")
        at += 1
        while (
            whole and at < end and lines[at].block == lines[at - 1].block and not _HEAD.match(lines[at].text)
        ):
            at += 1
    return at


def _fields(lines: Sequence[_ExportLine]) -> dict[str, str]:
    """The fields by name; lines without a name belong to the field above."""
    fields: dict[str, list[str]] = {}
    values: list[str] = []
    for line in lines:
        if match := _FIELD.fullmatch(line.text):
            values = fields.setdefault(match["name"], [])
        values.append((match["value"] or "") if match else line.text)
    return {name: " ".join(parts).strip() for name, parts in fields.items()}


def _title(lines: Sequence[_ExportLine], dated: int | None) -> str:
    """The lines between the date and the fields, without those that name the edition."""
    kept: list[str] = []
    goes_on = False
    for line in lines:
        if line.block != dated and not goes_on and not _EDITION.fullmatch(line.text):
            kept.append(line.text)
        goes_on = line.text.endswith(";") and (goes_on or _EDITION.fullmatch(line.text) is not None)
    return " ".join(kept[:_MAX_TITLE_LINES])


def _outlet(lines: Sequence[_ExportLine]) -> str | None:
    """The outlet, above the date: the first line of a block, or the last one below the rights.

    Sentences about rights are skipped; where there is nothing else, the outlet is the holder of the rights.
    """
    for block in sorted({line.block for line in lines}, reverse=True):
        texts = [line.text for line in lines if line.block == block]
        named = [text for text in texts if not _RIGHTS.fullmatch(text)]
        if named and not _SENTENCE.fullmatch(" ".join(named)):
            return named[0] if len(named) == len(texts) else named[-1]
    holders = (match["holder"] for line in lines if (match := _HOLDER.fullmatch(line.text)))
    return next(holders, None)


def _paragraphs(lines: Sequence[_ExportLine]) -> Iterator[str]:
    """Yield the paragraphs; wrapped lines are joined by spaces."""
    width = max((len(line.text) + line.indent for line in lines), default=0)
    paragraph: list[str] = []
    for before, line in zip([None, *lines], lines, strict=False):
        if before is not None and not _goes_on(before, line, width):
            yield " ".join(paragraph)
            paragraph = []
        paragraph.append(line.text if before is not None else line.text.removeprefix("BODY:").strip())
    if paragraph:
        yield " ".join(paragraph)


def _goes_on(before: _ExportLine, line: _ExportLine, width: int) -> bool:
    """Whether `line` continues the wrapped line before it: that one has no room for its first word."""
    if width > _MAX_WRAPPED_CHARS or line.block != before.block or line.indent > before.indent + 1:
        return False
    return before.indent + len(before.text) + 1 + len(line.text.split(" ", 1)[0]) >= width - 1
