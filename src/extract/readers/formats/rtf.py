"""Read articles from RTF; paragraphs are joined by blank lines."""

from __future__ import annotations

import re

from extract.errors import ArticleError
from extract.readers.article.document import Contents, Document
from extract.readers.formats.text import contents_of

# For these the library takes time quadratic in their length: the addresses of links, which it also writes
# into the text, and a damaged font table. It reads pictures digit by digit.
_LINK = re.compile(r"\{\\field(?![a-z])")  # "{\\field"
_PICTURE = re.compile(r"[0-9A-Fa-f\r\n]{1000,}")
_FONT = re.compile(r"\\f\d")  # "\\f0"
_GROUP = re.compile(r"\{[^{}]*+\}")  # "{\\b text}"
_PROPERTIES = re.compile(r"\{(?:\\[a-z]+-?\d* ?|\\\*|[\r\n])*+")  # "{\\b\\v1 text"
_HIDDEN_ON = re.compile(r"\\(?:deleted|v)1?(?![a-z0-9])")  # "\\deleted", "\\v1"
_HIDDEN_OFF = re.compile(r"\\(?:deleted|v)0")
_MAX_FONT_CHARS = 2000  # of one entry of the font table
_MAX_FONTS_WITHOUT_CHARSET = 1000
_ESCAPED = re.compile(r"\\[\\{}]")


def read_rtf(data: bytes, limit: int) -> Contents:
    """The article of an RTF document, or the articles of a database export. Raises ArticleError."""
    from striprtf.striprtf import font_table_group, rtf_to_text

    if not data.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"{\\rtf"):
        raise ArticleError(
            "this is not an RTF document, or it is damaged; open it in Word and save it as .docx"
        )
    source = _GROUP.sub(_shown, _LINK.sub("{", _PICTURE.sub("", data.decode("cp1252", "replace"))))
    try:
        _check_fonts(font_table_group(source))
        plain = rtf_to_text(source, errors="replace")
    except Exception as error:
        raise ArticleError(
            f"this RTF document is damaged ({error!r}); open it in Word and save it as .docx"
        ) from error
    # RTF writes characters beyond U+FFFF as surrogate pairs.
    text = plain.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    lines = (line.strip() for line in text.splitlines())
    contents = contents_of("\n\n".join(line for line in lines if line))
    if isinstance(contents, Document) and _is_cut(source):
        raise ArticleError("this RTF document breaks off before its end; get a complete copy of it")
    return contents


def _shown(group: re.Match[str]) -> str:
    """The text of a group; "" for a group that is deleted or hidden as a whole."""
    properties = _PROPERTIES.match(group[0])
    is_gone = properties is not None and _HIDDEN_ON.search(properties[0]) and not _HIDDEN_OFF.search(group[0])
    return "" if is_gone else group[0]


def _check_fonts(table: str) -> None:
    longest = max(map(len, table.split(";")))
    if (
        longest > _MAX_FONT_CHARS
        or len(_FONT.findall(table)) > table.count("\\fcharset") + _MAX_FONTS_WITHOUT_CHARSET
    ):
        raise ValueError("its font table is not valid")


def _is_cut(source: str) -> bool:
    bare = _ESCAPED.sub("", source)
    return "\\bin" not in bare and bare.count("{") > bare.count("}")
