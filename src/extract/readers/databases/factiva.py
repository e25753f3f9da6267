"""Read articles from exports of Factiva: pages (.html) and documents (.rtf), with or without field codes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from extract.errors import ArticleError
from extract.layout.author_names import author_of
from extract.layout.byline import is_byline, is_person_name
from extract.readers.article.document import Document, day_in_header

# `class="article enArticle"`
_PAGE = re.compile(
    r"class=[\"']article \w{2}Article|class=[\"']articleParagraph \w{2}articleParagraph", re.IGNORECASE
)
# "HD", "HD  The bridge opens", "LP|The council met.|"
_CODE = re.compile(
    r"(?P<code>SE|HD|BY|CR|WC|PD|ET|SN|SC|ED|VOL|PG|LA|CY|CX|LP|TD|ART|CT|RF|CO|IN|NS|RE|IPC|IPD|PUB|AN)"
    r"(?:$|\|+ *$|(?:\||\t| {2,})\|?\s*(?P<value>.*?)\|?$)"
)
_DOCUMENT_NUMBER = re.compile(r"Document (?P<id>[A-Za-z0-9]{20,40})")  # "Document NRVK000020170406ed460001a"
_WORD_COUNT = re.compile(r"[\d,.]+ words")  # "1,204 words"
_DAY = re.compile(r"\d{1,2} [A-Z][a-z]+ \d{4}")  # "6 April 2017"
_CLOCK = re.compile(r"\d{1,2}:\d\d(?: ?[AP]M)?(?: [A-Z]{2,4})?")  # "10:22 GMT", "10:22 AM"
# "(c) 2017 The Norvik Times", "© 2017", "All copyright reserved"
_RIGHTS = re.compile(r"\(c\) .*|.{0,20}\bcopyright\b.*|©.*", re.IGNORECASE)
_LANGUAGE = re.compile(r"English|French|German|Spanish|Italian|Portuguese|Dutch")
_MAX_HEAD_LINES = 9  # between the outlet and the text

_FieldTexts = Mapping[str, Sequence[str]]


def factiva_page(page: str) -> Sequence[Document | ArticleError] | None:
    """The articles of an HTML page; None where it is not an export of Factiva."""
    if not _PAGE.search(page):
        return None
    from lxml import html

    found: list[Document | ArticleError] = []
    for article in html.fromstring(page).iter("div"):
        classes = (article.get("class") or "").split()
        if classes[:1] == ["article"]:
            fields = _table(article)
            found.append(_of_fields(fields) if fields else _of_lines(list(_blocks(article))))
    return found or None


def factiva_lines(lines: Sequence[str]) -> Sequence[Document | ArticleError] | None:
    """The articles of a document's lines; each ends with its document number. None for any other text."""
    codes = {match["code"] for line in lines if (match := _CODE.fullmatch(line))}
    coded = {"HD", "PD", "SN"} <= codes
    ends = [
        at
        for at, line in enumerate(lines)
        if _DOCUMENT_NUMBER.search(line) and (coded or _DOCUMENT_NUMBER.fullmatch(line))
    ]
    if not coded and not (ends and any(_WORD_COUNT.fullmatch(line) for line in lines)):
        return None
    found: list[Document | ArticleError] = []
    start = 0
    for end in ends:
        part = [line for line in lines[start : end + 1] if line]
        found.append(_of_fields(_coded(part)) if coded else _of_lines(part))
        start = end + 1
    if any(_begins_article(line) for line in lines[start:]):
        found.append(
            ArticleError("the file ends inside this article, before its document number; export it again")
        )
    return found or None


def _begins_article(line: str) -> bool:
    match = _CODE.fullmatch(line)
    return _WORD_COUNT.fullmatch(line) is not None or (match is not None and match["code"] == "HD")


def _coded(lines: Sequence[str]) -> _FieldTexts:
    """The texts of each field code; lines without a code belong to the field above."""
    fields: dict[str, list[str]] = {}
    values: list[str] = []
    for line in lines:
        if match := _CODE.fullmatch(line):
            values = fields.setdefault(match["code"], [])
            line = match["value"] or ""
        if line := line.strip("| \t"):
            values.append(line)
    return fields


def _table(article: Any) -> _FieldTexts:
    fields: dict[str, list[str]] = {}
    for row in article.iter("tr"):
        cells = list(row.iterchildren("td"))
        code = _plain(cells[0]) if cells else ""
        if len(cells) > 1 and re.fullmatch("[A-Z]{2,3}", code):
            blocks = [_plain(block) for block in cells[1].iter("p")] or [_plain(cells[1])]
            fields.setdefault(code, []).extend(block for block in blocks if block)
    return fields


def _blocks(article: Any) -> Iterator[str]:
    """Yield the text of every block element that contains no other."""
    for block in article.iter("div", "p"):
        if next(block.iterdescendants("div", "p"), None) is None and (text := _plain(block)):
            yield text


def _plain(element: Any) -> str:
    return " ".join(element.text_content().split())


def _of_fields(fields: _FieldTexts) -> Document | ArticleError:
    text = "\n\n".join([*fields.get("LP", ()), *fields.get("TD", ())])
    if not text:
        return ArticleError("it has no text in the fields LP and TD; export it again as a full article")
    number = _DOCUMENT_NUMBER.search(" ".join(fields.get("AN", ())))
    return Document(
        text=text,
        id=number["id"] if number else None,
        title=_field(fields, "HD"),
        publisher=_field(fields, "SN"),
        published=day_in_header(_field(fields, "PD")),
        author=author_of(_field(fields, "BY")),
    )


def _field(fields: _FieldTexts, code: str) -> str | None:
    return " ".join(fields.get(code, ())) or None


def _of_lines(lines: Sequence[str]) -> Document | ArticleError:
    """Read an article without codes: title, byline, word count, day, time, outlet, rights, text."""
    words = next((at for at, line in enumerate(lines) if _WORD_COUNT.fullmatch(line)), None)
    day = words + 1 if words is not None else 0
    if words is None or day >= len(lines) or not _DAY.fullmatch(lines[day]):
        return ArticleError("it has no word count with a day below it; export it again as a full article")
    above = list(lines[:words])
    byline = above.pop() if len(above) > 1 and (is_byline(above[-1]) or is_person_name(above[-1])) else None
    outlet = day + 1
    while outlet < len(lines) and _CLOCK.fullmatch(lines[outlet]):
        outlet += 1
    number = _DOCUMENT_NUMBER.fullmatch(lines[-1])
    text = "\n\n".join(lines[_start_of_text(lines, outlet) : len(lines) - bool(number)])
    if not text:
        return ArticleError("it has no text; export it again as a full article")
    return Document(
        text=text,
        id=number["id"] if number else None,
        title=above[-1] if above else None,
        publisher=lines[outlet],
        published=day_in_header(lines[day]),
        author=author_of(byline),
    )


def _start_of_text(lines: Sequence[str], outlet: int) -> int:
    head = range(outlet + 1, min(outlet + _MAX_HEAD_LINES, len(lines)))
    for kind in (_RIGHTS, _LANGUAGE):
        if below := [at + 1 for at in head if kind.fullmatch(lines[at])]:
            return below[0]
    return outlet + 1
