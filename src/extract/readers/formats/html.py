"""Articles out of HTML pages: the text without menus, and what the page's head says of it."""

from __future__ import annotations

import codecs
import re

from extract.errors import ArticleError
from extract.layout.author_names import author_of
from extract.readers.article.document import Contents, Document
from extract.readers.databases.factiva import factiva_page
from extract.readers.databases.lexisnexis import lexisnexis_page
from extract.readers.formats.html_date import day_above
from extract.readers.storage.encoding import decode
from extract.readers.storage.limits import MEGABYTE, megabytes

_LARGEST = 20 * MEGABYTE  # characters without pictures; reading takes some hundred times that in memory
_HEAD = 4096  # bytes in which a page declares its encoding; browsers look at 1024
_DECLARED = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]+)|<\?xml[^>]{0,100}?encoding=[\"']([\w.:-]+)",
    re.IGNORECASE,
)
# Three words of which the last one ends it; in time that grows with the length.
_SENTENCE = re.compile(r"(?<!\S)\S++ \S++ \S*[.!?…][\"'”’»)]*(?!\S)")
# An article within a cell, as pages had it that were laid out by tables: it would be one paragraph.
_LONG_CELL = re.compile(r"^\|(?:[^|\n]*+\|)*? [^|\n]{400}", re.MULTILINE)
_TABLE_TAG = re.compile(r"<(/?)(?:table|tbody|thead|tfoot|tr|td|th)\b[^<>]*>", re.IGNORECASE)
_XML = re.compile(r"\A\s*+<\?xml[^>]*>")
_PICTURE = re.compile(r"data:[\w/+.;=-]{1,60},[A-Za-z0-9+/=%]+")
# The time that a tag takes grows with the square of its attributes.
_ENDLESS_TAG = re.compile(
    r"<[a-zA-Z][^\s<>]*+(?:\s++[^\s=<>]++(?:\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s<>]*+))?+){2000}"
)
# What browsers take these for.
_BY_BROWSERS = {"iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "gb2312": "gb18030"}
_WIDE = ("utf-16", "utf-32")  # no page that declares these in ASCII is in them
_DATES = {
    "original_date": True,
    "extensive_search": False,
    "max_date": "2100-01-01",
    "outputformat": "%Y-%m-%d",
}


def read_html(data: bytes, limit: int) -> Contents:
    """The article of a page, or those of a page that Factiva or LexisNexis has written.

    Text, title, day of publication, site and author are those that trafilatura finds; paragraphs are joined
    by blank lines.
    """
    page = _PICTURE.sub("", _XML.sub("", _decoded(data)))
    if not page.strip():
        raise ArticleError("there is no text in it")
    if len(page) > _LARGEST:
        raise ArticleError(f"the page is longer than {megabytes(_LARGEST)}; save its text as .txt")
    if _ENDLESS_TAG.search(page):
        raise ArticleError(
            "a tag of the page has thousands of attributes; it is damaged: save its text as .txt"
        )
    return factiva_page(page) or lexisnexis_page(page) or _article(page)


def _article(page: str) -> Document:
    found = _extracted(page)
    if found is not None and _LONG_CELL.search(found.text):
        plain = _extracted(_TABLE_TAG.sub(lambda tag: "</div>" if tag[1] else "<div>", page))
        if plain is not None and 2 * len(plain.text) > len(found.text):
            return plain
    if found is None:
        raise ArticleError(
            "there is no article in this page; if a browser shows one, save the page from there when it is "
            "loaded, or its text as .txt"
        )
    return found


def _extracted(page: str) -> Document | None:
    # Takes half a second to load: not before a page needs it.
    import trafilatura

    try:
        found = trafilatura.bare_extraction(
            page, with_metadata=True, include_comments=False, date_extraction_params=dict(_DATES)
        )
    except Exception as error:  # of every kind, for pages are as they are
        raise ArticleError(f"the page is not understood ({error!r}); save its text as .txt") from error
    if found is None or isinstance(found, dict) or not _SENTENCE.search(found.text or ""):
        return None
    text = re.sub(r"\n+", "\n\n", found.text.strip())
    return Document(
        text=text,
        title=found.title or None,
        publisher=found.sitename or None,
        published=found.date or day_above(page, text),
        author=author_of(found.author),
    )


def _decoded(data: bytes) -> str:
    """By the byte order mark, else as the page declares, else like any text.

    A page of sound UTF-8 is that whatever it declares: programs save it so and leave the declaration.
    """
    if match := _DECLARED.search(data[:_HEAD]):
        try:
            encoding = codecs.lookup((match[1] or match[2]).decode()).name
        except LookupError:
            return decode(data)
        encoding = _BY_BROWSERS.get(encoding, encoding)
        if not encoding.startswith(_WIDE) and not _is_utf8(data):
            try:
                return data.decode(encoding)
            except UnicodeError:
                pass
    return decode(data)


def _is_utf8(data: bytes) -> bool:
    try:
        return not data.isascii() and bool(data.decode("utf-8"))
    except UnicodeDecodeError:
        return False
