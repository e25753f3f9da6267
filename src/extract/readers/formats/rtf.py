"""Articles out of RTF."""

from __future__ import annotations

import re

from extract.errors import ArticleError
from extract.readers.article.document import Contents, Document
from extract.readers.formats.text import contents_of

# What the library would take time for that grows with the square of its length: addresses of links, which it
# also writes into the text, and the table of fonts where it is damaged. Pictures it reads digit by digit.
_LINK = re.compile(r"\{\\field(?![a-z])")
_PICTURE = re.compile(r"[0-9A-Fa-f\r\n]{1000,}")
_FONT = re.compile(r"\\f\d")
_GROUP = re.compile(r"\{[^{}]*+\}")
_PROPERTIES = re.compile(r"\{(?:\\[a-z]+-?\d* ?|\\\*|[\r\n])*+")
_GONE = re.compile(r"\\(?:deleted|v)1?(?![a-z0-9])")
_BACK = re.compile(r"\\(?:deleted|v)0")
_LONGEST_FONT = 2000  # characters of what the table says of one
_MOST_FONTS = 1000  # without a character set
_ESCAPED = re.compile(r"\\[\\{}]")


def read_rtf(data: bytes, limit: int) -> Contents:
    """The article, or those of the export, that an RTF document is; paragraphs are joined by blank lines."""
    from striprtf.striprtf import font_table_group, rtf_to_text

    if not data.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"{\\rtf"):
        raise ArticleError("this is no RTF document, or a damaged one; open it in Word and save it as .docx")
    source = _GROUP.sub(_shown, _LINK.sub("{", _PICTURE.sub("", data.decode("cp1252", "replace"))))
    try:
        _check_fonts(font_table_group(source))
        plain = rtf_to_text(source, errors="replace")
    except Exception as error:
        raise ArticleError(
            f"this RTF document is damaged ({error!r}); open it in Word and save it as .docx"
        ) from error
    # Characters beyond U+FFFF are written as two halves.
    text = plain.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    lines = (line.strip() for line in text.splitlines())
    contents = contents_of("\n\n".join(line for line in lines if line))
    if isinstance(contents, Document) and _is_cut(source):
        raise ArticleError("this RTF document breaks off before its end; get a whole copy of it")
    return contents


def _shown(group: re.Match[str]) -> str:
    """A group, without one that is text deleted or hidden as a whole."""
    properties = _PROPERTIES.match(group[0])
    is_gone = properties is not None and _GONE.search(properties[0]) and not _BACK.search(group[0])
    return "" if is_gone else group[0]


def _check_fonts(table: str) -> None:
    longest = max(map(len, table.split(";")))
    if longest > _LONGEST_FONT or len(_FONT.findall(table)) > table.count("\\fcharset") + _MOST_FONTS:
        raise ValueError("its table of fonts is none")


def _is_cut(source: str) -> bool:
    bare = _ESCAPED.sub("", source)
    return "\\bin" not in bare and bare.count("{") > bare.count("}")
