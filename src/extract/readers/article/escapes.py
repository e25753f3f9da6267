"""Texts that another program has escaped before it put them into a table: HTML, or `\\n` for a line end."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Literal

from extract.errors import ArticleError, InputError

if TYPE_CHECKING:
    from lxml.etree import _Element

Escape = Literal["html", "backslash"]

_TAG = re.compile(
    r"</?(?:p|br|div|span|a|b|i|u|em|strong|h[1-6]|ul|ol|li|blockquote|figure|img|table|t[rdh])\b[^<>]*>",
    re.IGNORECASE,
)
_ENTITY = re.compile(
    r"&(?:amp|quot|apos|lt|gt|nbsp|[lr][sd]quo|[mn]dash|hellip|#\d{2,6}|#x[\da-f]{2,5});", re.I
)
_BACKSLASHED = re.compile(r"\\(?:u([0-9a-fA-F]{4})|(.))", re.DOTALL)
_BREAK = re.compile(r"\\r\\n|\\n")
_MEANT = {"n": "\n", "r": "\r", "t": "\t", "b": "", "f": "\n", '"': '"', "'": "'", "/": "/", "\\": "\\"}
_LINE = "\x1e"  # which no page may hold
_UNSEEN = frozenset(["script", "style", "template", "noscript", "head", "title"])
_IN_LINE = frozenset(
    """a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd mark q s samp small span strike
    strong sub sup time tt u var wbr""".split()
)


def check_escapes(names: Sequence[str]) -> None:
    """Raise InputError for a name of none."""
    for name in names:
        if name not in _UNDONE:
            raise InputError(f"there is no escape {name!r}; choose from {', '.join(_UNDONE)}")


def unescaped(text: str, escapes: Sequence[str]) -> str:
    """`text` as it was before it was escaped.

    html: character references are characters; of tags, blocks are paragraphs, which blank lines divide.
    backslash: `\\n`, `\\"`, `\\u2019` and their like are what they stand for.
    """
    for name, undo in _UNDONE.items():
        if name in escapes:
            text = undo(text)
    return text


def escape_in(text: str) -> Escape | None:
    """What `text` looks escaped by: tags or character references, or line ends written as `\\n`."""
    if _TAG.search(text) or _ENTITY.search(text):
        return "html"
    return "backslash" if "\n" not in text and _BREAK.search(text) else None


def _without_html(text: str) -> str:
    if not _TAG.search(text):
        text = html.unescape(text)  # which may bring tags to light that were escaped twice
    return _paragraphs(text) if _TAG.search(text) else text


def _paragraphs(page: str) -> str:
    from lxml import etree
    from lxml import html as pages

    try:
        root = pages.fragment_fromstring(page, create_parent="div")
    except (etree.LxmlError, ValueError) as error:
        raise ArticleError(f"its HTML is not understood ({error}); export the text without it") from error
    etree.strip_elements(root, *_UNSEEN, etree.Comment, etree.ProcessingInstruction, with_tail=False)
    # Between blocks a line end is a space; a text without blocks has paragraphs by line ends.
    keeps_lines = all(element is root or element.tag in _IN_LINE for element in root.iter())
    text = "".join(_pieces(root))
    text = text if keeps_lines else re.sub(r"(?<!\n)\n(?!\s*\n)", " ", text)
    text = text.replace(_LINE, "\n")
    return re.sub(r"\n{3,}", "\n\n", "\n".join(" ".join(line.split()) for line in text.split("\n"))).strip()


def _pieces(root: _Element) -> Iterator[str]:
    """Yield the words, with a mark for each `<br>` and two around each block."""
    from lxml.etree import iterwalk

    for event, element in iterwalk(root, events=("start", "end")):
        block = element is not root and element.tag not in _IN_LINE
        around = _LINE if element.tag == "br" else 2 * _LINE if block else ""
        if event == "start":
            yield (around if element.tag != "br" else "") + (element.text or "")
        else:
            yield around + ((element.tail or "") if element is not root else "")


def _without_backslashes(text: str) -> str:
    plain = _BACKSLASHED.sub(_meant, text)
    try:
        return plain.encode("utf-16", "surrogatepass").decode("utf-16")
    except UnicodeDecodeError:  # half a pair, which the check of the text tells of
        return plain


def _meant(match: re.Match[str]) -> str:
    return chr(int(match[1], 16)) if match[1] else _MEANT.get(match[2], match[0])


_UNDONE: Mapping[Escape, Callable[[str], str]] = {"backslash": _without_backslashes, "html": _without_html}
