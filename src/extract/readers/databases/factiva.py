"""Articles out of exports of Factiva: its pages (.html) and documents (.rtf), with or without field codes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from extract.errors import ArticleError
from extract.layout.author_names import author_of
from extract.layout.byline import is_byline, is_person_name
from extract.readers.article.document import Document, day_in_header

_PAGE = re.compile(
    r"class=[\"']article \w{2}Article|class=[\"']articleParagraph \w{2}articleParagraph", re.IGNORECASE
)
_CODE = re.compile(
    r"(?P<code>SE|HD|BY|CR|WC|PD|ET|SN|SC|ED|VOL|PG|LA|CY|CX|LP|TD|ART|CT|RF|CO|IN|NS|RE|IPC|IPD|PUB|AN)"
    r"(?:$|\|+ *$|(?:\||\t| {2,})\|?\s*(?P<value>.*?)\|?$)"
)
_NUMBER = re.compile(r"Document (?P<id>[A-Za-z0-9]{20,40})")
_WORDS = re.compile(r"[\d,.]+ words")
_DAY = re.compile(r"\d{1,2} [A-Z][a-z]+ \d{4}")
_CLOCK = re.compile(r"\d{1,2}:\d\d(?: ?[AP]M)?(?: [A-Z]{2,4})?")
_RIGHTS = re.compile(r"\(c\) .*|.{0,20}\bcopyright\b.*|©.*", re.IGNORECASE)
_LANGUAGE = re.compile(r"English|French|German|Spanish|Italian|Portuguese|Dutch")
_HEAD = 9  # lines from the outlet to the text

Fields = Mapping[str, Sequence[str]]


def factiva_page(page: str) -> Sequence[Document | ArticleError] | None:
    """The articles of a page; None where Factiva has not written it."""
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
    """The articles of a document, each of which ends with its number; None where it is no such export."""
    codes = {match["code"] for line in lines if (match := _CODE.fullmatch(line))}
    coded = {"HD", "PD", "SN"} <= codes
    ends = [
        at for at, line in enumerate(lines) if _NUMBER.search(line) and (coded or _NUMBER.fullmatch(line))
    ]
    if not coded and not (ends and any(_WORDS.fullmatch(line) for line in lines)):
        return None
    found: list[Document | ArticleError] = []
    start = 0
    for end in ends:
        part = [line for line in lines[start : end + 1] if line]
        found.append(_of_fields(_coded(part)) if coded else _of_lines(part))
        start = end + 1
    if any(_begins_article(line) for line in lines[start:]):
        found.append(ArticleError("the file ends within this article, before its number; export it again"))
    return found or None


def _begins_article(line: str) -> bool:
    match = _CODE.fullmatch(line)
    return _WORDS.fullmatch(line) is not None or (match is not None and match["code"] == "HD")


def _coded(lines: Sequence[str]) -> Fields:
    """What stands behind each code; lines without one belong to the code before."""
    fields: dict[str, list[str]] = {}
    values: list[str] = []
    for line in lines:
        if match := _CODE.fullmatch(line):
            values = fields.setdefault(match["code"], [])
            line = match["value"] or ""
        if line := line.strip("| \t"):
            values.append(line)
    return fields


def _table(article: Any) -> Fields:
    fields: dict[str, list[str]] = {}
    for row in article.iter("tr"):
        cells = list(row.iterchildren("td"))
        code = _plain(cells[0]) if cells else ""
        if len(cells) > 1 and re.fullmatch("[A-Z]{2,3}", code):
            blocks = [_plain(block) for block in cells[1].iter("p")] or [_plain(cells[1])]
            fields.setdefault(code, []).extend(block for block in blocks if block)
    return fields


def _blocks(article: Any) -> Iterator[str]:
    """Yield the text of every block that holds no other."""
    for block in article.iter("div", "p"):
        if next(block.iterdescendants("div", "p"), None) is None and (text := _plain(block)):
            yield text


def _plain(element: Any) -> str:
    return " ".join(element.text_content().split())


def _of_fields(fields: Fields) -> Document | ArticleError:
    text = "\n\n".join([*fields.get("LP", ()), *fields.get("TD", ())])
    if not text:
        return ArticleError("it has no text (fields LP, TD); export it again as a full article")
    number = _NUMBER.search(" ".join(fields.get("AN", ())))
    return Document(
        text=text,
        id=number["id"] if number else None,
        title=_said(fields, "HD"),
        publisher=_said(fields, "SN"),
        published=day_in_header(_said(fields, "PD")),
        author=author_of(_said(fields, "BY")),
    )


def _said(fields: Fields, code: str) -> str | None:
    return " ".join(fields.get(code, ())) or None


def _of_lines(lines: Sequence[str]) -> Document | ArticleError:
    """Above its number of words stand title and byline; below it day, time, outlet, rights, and the text."""
    words = next((at for at, line in enumerate(lines) if _WORDS.fullmatch(line)), None)
    day = words + 1 if words is not None else 0
    if words is None or day >= len(lines) or not _DAY.fullmatch(lines[day]):
        return ArticleError(
            "it has no number of words with a day below it; export it again as a full article"
        )
    above = list(lines[:words])
    byline = above.pop() if len(above) > 1 and (is_byline(above[-1]) or is_person_name(above[-1])) else None
    outlet = day + 1
    while outlet < len(lines) and _CLOCK.fullmatch(lines[outlet]):
        outlet += 1
    number = _NUMBER.fullmatch(lines[-1])
    text = "\n\n".join(lines[_start_of_text(lines, outlet) : len(lines) - bool(number)])
    if not text:
        return ArticleError("there is no text in it; export it again as a full article")
    return Document(
        text=text,
        id=number["id"] if number else None,
        title=above[-1] if above else None,
        publisher=lines[outlet],
        published=day_in_header(lines[day]),
        author=author_of(byline),
    )


def _start_of_text(lines: Sequence[str], outlet: int) -> int:
    head = range(outlet + 1, min(outlet + _HEAD, len(lines)))
    for kind in (_RIGHTS, _LANGUAGE):
        if below := [at + 1 for at in head if kind.fullmatch(lines[at])]:
            return below[0]
    return outlet + 1
