"""Read articles from .docx; paragraphs are joined by blank lines."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from extract.errors import ArticleError
from extract.readers.article.document import Contents
from extract.readers.formats.office import damaged, open_office
from extract.readers.formats.text import contents_of

_MAX_PARTS_TO_ARTICLE = 4  # ratio of all parts (markup, pictures, fonts) to the longest article
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_TRUE_VALUES = (None, "1", "true", "on")  # of a property that is set; None: without a value
_LEFT_OUT = frozenset([f"{_W}p", f"{_W}moveFrom", f"{_W}del", _FALLBACK])
_CHARACTERS = {
    f"{_W}tab": "\t",
    f"{_W}br": "\n",
    f"{_W}cr": "\n",
    f"{_W}noBreakHyphen": "‑",
    f"{_W}softHyphen": "\xad",
}


def read_docx(data: bytes, limit: int) -> Contents:
    """The article of a Word document, or the articles of a database export.

    The text is the main text with tables, text boxes and tracked insertions, without headers, footnotes,
    comments and hidden text. Raises ArticleError.
    """
    from docx import Document as WordDocument

    with open_office(data, _MAX_PARTS_TO_ARTICLE * limit, program="Word", extension=".docx") as stream:
        try:
            body = WordDocument(stream).element.body
            paragraphs = [_text(paragraph).strip() for paragraph in _paragraphs(body)]
        except Exception as error:  # of any class, since the library trusts the file
            raise damaged(".docx", "Word", error) from error
    text = "\n\n".join(paragraph for paragraph in paragraphs if paragraph)
    if not text:
        raise ArticleError("there is no text in it; pictures of text are not read")
    return contents_of(text)


def _paragraphs(element: Any) -> Iterator[Any]:
    """Yield all paragraphs in order, those of tables and text boxes too, without fallback copies."""
    for paragraph in element.iter(f"{_W}p"):
        if next(paragraph.iterancestors(_FALLBACK), None) is None:
            yield paragraph


def _text(element: Any) -> str:
    """The text of a paragraph's runs at any depth, without what is deleted, hidden or in a text box."""
    parts: list[str] = []
    for child in element:
        if child.tag == f"{_W}t":
            parts.append(child.text or "")
        elif child.tag in _CHARACTERS and element.tag == f"{_W}r":
            parts.append(_CHARACTERS[child.tag])
        elif child.tag not in _LEFT_OUT and not (child.tag == f"{_W}r" and _is_hidden(child)):
            parts.append(_text(child))
    return "".join(parts)


def _is_hidden(run: Any) -> bool:
    found = run.find(f"{_W}rPr/{_W}vanish")
    return found is not None and found.get(f"{_W}val") in _TRUE_VALUES
