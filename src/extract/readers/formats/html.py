"""Read articles from HTML pages: the text without menus, and the metadata of the page's head."""

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

_MAX_PAGE_CHARS = 20 * MEGABYTE  # without embedded pictures; reading takes some hundred times that in memory
_MAX_DECLARATION_BYTES = 4096  # at the beginning; browsers search 1024
# `<meta charset="utf-8">`, `<?xml version="1.0" encoding="utf-8"?>`
_DECLARED_ENCODING = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]+)|<\?xml[^>]{0,100}?encoding=[\"']([\w.:-]+)",
    re.IGNORECASE,
)
# "It opened on Monday.": three words with final punctuation, in time linear in the length
_SENTENCE = re.compile(r"(?<!\S)\S++ \S++ \S*[.!?…][\"'”’»)]*(?!\S)")
# An article inside a table cell, from a page laid out by tables; it would be one paragraph.
_LONG_CELL = re.compile(r"^\|(?:[^|\n]*+\|)*? [^|\n]{400}", re.MULTILINE)  # "| Home | " + "word " * 90
# "<td>", `<table class="a">`, "</tr>"
_TABLE_TAG = re.compile(r"<(/?)(?:table|tbody|thead|tfoot|tr|td|th)\b[^<>]*>", re.IGNORECASE)
_XML_DECLARATION = re.compile(r"\A\s*+<\?xml[^>]*>")  # `<?xml version="1.0"?>`
_DATA_URL = re.compile(r"data:[\w/+.;=-]{1,60},[A-Za-z0-9+/=%]+")  # "data:image/png;base64,iVBORw0KGgo="
# Parsing takes time quadratic in the attributes of a tag.
# "<p" + ` a="b"` * 2001
_ENDLESS_TAG = re.compile(
    r"<[a-zA-Z][^\s<>]*+(?:\s++[^\s=<>]++(?:\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s<>]*+))?+){2000}"
)
# The encodings that browsers use for these names.
_BROWSER_ENCODINGS = {"iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "gb2312": "gb18030"}
_WIDE_ENCODINGS = ("utf-16", "utf-32")  # a page that declares these in ASCII is not in them
_DATE_OPTIONS = {
    "original_date": True,
    "extensive_search": False,
    "max_date": "2100-01-01",
    "outputformat": "%Y-%m-%d",
}


def read_html(data: bytes, limit: int) -> Contents:
    """The article of a page, or the articles of an export of Factiva or LexisNexis.

    trafilatura finds text, title, day of publication, site and author; paragraphs are joined by blank lines.
    Raises ArticleError.
    """
    page = _DATA_URL.sub("", _XML_DECLARATION.sub("", _decoded(data)))
    if not page.strip():
        raise ArticleError("there is no text in it")
    if len(page) > _MAX_PAGE_CHARS:
        raise ArticleError(f"the page is longer than {megabytes(_MAX_PAGE_CHARS)}; save its text as .txt")
    if _ENDLESS_TAG.search(page):
        raise ArticleError("a tag has thousands of attributes; the page is damaged: save its text as .txt")
    return factiva_page(page) or lexisnexis_page(page) or _article(page)


def _article(page: str) -> Document:
    found = _extracted(page)
    if found is not None and _LONG_CELL.search(found.text):
        plain = _extracted(_TABLE_TAG.sub(lambda tag: "</div>" if tag[1] else "<div>", page))
        if plain is not None and 2 * len(plain.text) > len(found.text):
            return plain
    if found is None:
        raise ArticleError(
            "there is no article in this page; if a browser shows one, save the page from the "
            "browser once it has loaded, or save its text as .txt"
        )
    return found


def _extracted(page: str) -> Document | None:
    # Takes half a second to load: not before a page needs it.
    import trafilatura

    try:
        found = trafilatura.bare_extraction(
            page, with_metadata=True, include_comments=False, date_extraction_params=dict(_DATE_OPTIONS)
        )
    except Exception as error:  # of any class, since pages are arbitrary
        raise ArticleError(f"the page cannot be parsed ({error!r}); save its text as .txt") from error
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
    """Decode a page by its byte order mark, else its declaration, else like any text.

    Valid UTF-8 is decoded as such whatever the page declares: programs convert pages and keep the
    declaration.
    """
    if match := _DECLARED_ENCODING.search(data[:_MAX_DECLARATION_BYTES]):
        try:
            encoding = codecs.lookup((match[1] or match[2]).decode()).name
        except LookupError:
            return decode(data)
        encoding = _BROWSER_ENCODINGS.get(encoding, encoding)
        if not encoding.startswith(_WIDE_ENCODINGS) and not _is_utf8(data):
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
