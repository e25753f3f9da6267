"""Articles out of RTF."""

from __future__ import annotations

import re

from extract.errors import ArticleError
from extract.readers.document import Contents, Document
from extract.readers.exports import contents_of

# The library would write addresses of links into the text, in time that grows with the square of its length.
_LINK = re.compile(r"(\\fldinst[^{}]{0,200}\{?[^{}]{0,500}?)HYPERLINK")
_ESCAPED = re.compile(r"\\[\\{}]")


def read_rtf(data: bytes, limit: int) -> Contents:
    """The article, or those of the export, that an RTF document is; paragraphs are joined by blank lines."""
    from striprtf.striprtf import rtf_to_text

    if not data.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"{\\rtf"):
        raise ArticleError("this is no RTF document, or a damaged one; open it in Word and save it as .docx")
    source = data.decode("cp1252", "replace")
    try:
        plain = rtf_to_text(_LINK.sub(r"\1LINK", source), errors="replace")
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


def _is_cut(source: str) -> bool:
    bare = _ESCAPED.sub("", source)
    return "\\bin" not in bare and bare.count("{") > bare.count("}")
