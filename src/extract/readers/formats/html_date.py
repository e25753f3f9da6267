"""Find the day of publication that a page shows above its article, where its head has none."""

from __future__ import annotations

import html
import re

from extract.errors import ArticleError
from extract.timex.publication import parse_published

_MAX_PAGE_CHARS = 400_000  # that are searched
_MARKUP = re.compile(r"<(?:script|style|template)\b[^<>]*>[^<]*+|<[^<>]*>")  # "<script>let a = 1", "<p>"
_MIN_PARAGRAPH_CHARS = 60  # a shorter line is a heading or a caption
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
# "Published on 6th April, 2017", "Last updated: April 6, 2017", "Posted 2017-04-06"
_LABELLED_DAY = re.compile(
    r"\b(?:published|posted|updated|created|first published|last updated|last modified)\b[^.;|]{0,40}?"
    rf"(?<!\d)(?P<day>\d{{1,2}}(?:st|nd|rd|th)? {_MONTH},? \d{{4}}"
    rf"|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}"
    r"|\d{4}-\d\d-\d\d)(?!\d)",
    re.IGNORECASE,
)
_ORDINAL_SUFFIX = re.compile(r"(?<=\d)(?:st|nd|rd|th)\b")  # "6th"


def day_above(page: str, text: str) -> str | None:
    """The EDTF of the last labelled day above the article's first paragraph; None without one.

    page: HTML. text: the text of its article. A label is a word such as "Published" or "Updated".
    """
    first = next((line for line in text.split("\n") if len(line) >= _MIN_PARAGRAPH_CHARS), None)
    if first is None:
        return None
    shown = " ".join(html.unescape(_MARKUP.sub(" ", page[:_MAX_PAGE_CHARS])).split())
    above = shown[: max(shown.find(first[:_MIN_PARAGRAPH_CHARS]), 0)]
    for found in reversed([*_LABELLED_DAY.finditer(above)]):
        try:
            return parse_published(_ORDINAL_SUFFIX.sub("", found["day"]))
        except ArticleError:
            continue
    return None
