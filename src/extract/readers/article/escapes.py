"""Undo the escapes of texts in tables: HTML tags and references, or backslashes (`\\n` for a line end)."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Literal

from extract.errors import ArticleError, InputError

if TYPE_CHECKING:
    from lxml.etree import _Element

Escape = Literal["html", "backslash"]

# "<p>", `<a href="x">`, "</div>"
_TAG = re.compile(
    r"</?(?:p|br|div|span|a|b|i|u|em|strong|h[1-6]|ul|ol|li|blockquote|figure|img|table|t[rdh])\b[^<>]*>",
    re.IGNORECASE,
)
# "&amp;", "&#8217;"
_ENTITY = re.compile(
    r"&(?:amp|quot|apos|lt|gt|nbsp|[lr][sd]quo|[mn]dash|hellip|#\d{2,6}|#x[\da-f]{2,5});", re.I
)
_BACKSLASHED = re.compile(r"\\(?:u([0-9a-fA-F]{4})|(.))", re.DOTALL)  # "\\n", "\\u2019"
_SINGLE_LINE_END = re.compile(r"(?<!\n)\n(?!\s*\n)")  # "two\nlines", not "two\n\nparagraphs"
_BREAK = re.compile(r"\\r\\n|\\n")
_BACKSLASH_VALUES = {
    "n": "\n",
    "r": "\r",
    "t": "\t",
    "b": "",
    "f": "\n",
    '"': '"',
    "'": "'",
    "/": "/",
    "\\": "\\",
}
_LINE_MARK = "\x1e"  # a character that HTML does not allow
_INVISIBLE_TAGS = frozenset(["script", "style", "template", "noscript", "head", "title"])
_INLINE_TAGS = frozenset(
    """a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd mark q s samp small span strike
    strong sub sup time tt u var wbr""".split()
)


def check_escapes(names: Sequence[str]) -> None:
    """Raise InputError for a name that is not one of `Escape`."""
    for name in names:
        if name not in _DECODERS:
            raise InputError(f"unknown escape {name!r}; choose from {', '.join(_DECODERS)}")


def undo_escapes(text: str, escapes: Sequence[str]) -> str:
    """`text` as it was before it was escaped.

    "html": character references become characters, tags go, and block elements become paragraphs between
    blank lines. "backslash": `\\n`, `\\"`, `\\u2019` and the like become what they stand for. Raises
    ArticleError for HTML that cannot be parsed.
    """
    for name, undo in _DECODERS.items():
        if name in escapes:
            text = undo(text)
    return text


def detect_escape(text: str) -> Escape | None:
    """The escape that `text` seems to have: tags or character references, or line ends written as `\\n`."""
    if _TAG.search(text) or _ENTITY.search(text):
        return "html"
    return "backslash" if "\n" not in text and _BREAK.search(text) else None


def _without_html(text: str) -> str:
    if not _TAG.search(text):
        text = html.unescape(text)  # which shows tags that were escaped twice
    return _paragraphs(text) if _TAG.search(text) else text


def _paragraphs(page: str) -> str:
    from lxml import etree
    from lxml import html as pages

    try:
        root = pages.fragment_fromstring(page, create_parent="div")
    except (etree.LxmlError, ValueError) as error:
        raise ArticleError(f"its HTML cannot be parsed ({error}); export the text without HTML") from error
    etree.strip_elements(root, *_INVISIBLE_TAGS, etree.Comment, etree.ProcessingInstruction, with_tail=False)
    # Between blocks a line end is a space; a text without blocks has paragraphs by line ends.
    keeps_lines = all(element is root or element.tag in _INLINE_TAGS for element in root.iter())
    text = "".join(_pieces(root))
    text = text if keeps_lines else _SINGLE_LINE_END.sub(" ", text)
    text = text.replace(_LINE_MARK, "\n")
    return re.sub(r"\n{3,}", "\n\n", "\n".join(" ".join(line.split()) for line in text.split("\n"))).strip()


def _pieces(root: _Element) -> Iterator[str]:
    """Yield the pieces of text, with one line mark for each `<br>` and two around each block."""
    from lxml.etree import iterwalk

    for event, element in iterwalk(root, events=("start", "end")):
        block = element is not root and element.tag not in _INLINE_TAGS
        around = _LINE_MARK if element.tag == "br" else 2 * _LINE_MARK if block else ""
        if event == "start":
            yield (around if element.tag != "br" else "") + (element.text or "")
        else:
            yield around + ((element.tail or "") if element is not root else "")


def _without_backslashes(text: str) -> str:
    plain = _BACKSLASHED.sub(_backslash_value, text)
    try:
        return plain.encode("utf-16", "surrogatepass").decode("utf-16")
    except UnicodeDecodeError:  # an unpaired surrogate, which `check_unicode` reports
        return plain


def _backslash_value(match: re.Match[str]) -> str:
    return chr(int(match[1], 16)) if match[1] else _BACKSLASH_VALUES.get(match[2], match[0])


_DECODERS: Mapping[Escape, Callable[[str], str]] = {"backslash": _without_backslashes, "html": _without_html}
