"""Articles out of .docx: paragraphs, joined by blank lines."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from extract.errors import ArticleError
from extract.readers.article.document import Contents
from extract.readers.formats.office import damaged, open_office
from extract.readers.formats.text import contents_of

_PARTS = 4  # times the longest article: of text in markup, pictures, fonts
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_ON = (None, "1", "true", "on")  # of a property that is there
_LEFT_OUT = frozenset([f"{_W}p", f"{_W}moveFrom", f"{_W}del", _FALLBACK])
_WRITTEN = {
    f"{_W}tab": "\t",
    f"{_W}br": "\n",
    f"{_W}cr": "\n",
    f"{_W}noBreakHyphen": "‑",
    f"{_W}softHyphen": "\xad",
}


def read_docx(data: bytes, limit: int) -> Contents:
    """The article, or those of the export, that a Word document is.

    Its main text with tables, text boxes and tracked insertions; no headers, footnotes, comments and no
    hidden text.
    """
    from docx import Document as WordDocument

    with open_office(data, _PARTS * limit, program="Word", extension=".docx") as stream:
        try:
            body = WordDocument(stream).element.body
            paragraphs = [_text(paragraph).strip() for paragraph in _paragraphs(body)]
        except Exception as error:  # of every kind, for the library takes the file at its word
            raise damaged(".docx", "Word", error) from error
    text = "\n\n".join(paragraph for paragraph in paragraphs if paragraph)
    if not text:
        raise ArticleError("there is no text in it; pictures of text are not read")
    return contents_of(text)


def _paragraphs(element: Any) -> Iterator[Any]:
    """Yield those in tables and text boxes too, in their order, those boxes once that are stored twice."""
    for paragraph in element.iter(f"{_W}p"):
        if next(paragraph.iterancestors(_FALLBACK), None) is None:
            yield paragraph


def _text(element: Any) -> str:
    """What its runs say, in whatever they are wrapped; not what is deleted, hidden or in a box within."""
    parts: list[str] = []
    for child in element:
        if child.tag == f"{_W}t":
            parts.append(child.text or "")
        elif child.tag in _WRITTEN and element.tag == f"{_W}r":
            parts.append(_WRITTEN[child.tag])
        elif child.tag not in _LEFT_OUT and not (child.tag == f"{_W}r" and _is_hidden(child)):
            parts.append(_text(child))
    return "".join(parts)


def _is_hidden(run: Any) -> bool:
    found = run.find(f"{_W}rPr/{_W}vanish")
    return found is not None and found.get(f"{_W}val") in _ON
