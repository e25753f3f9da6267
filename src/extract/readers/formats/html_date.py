"""The day that a page shows above its article, in words and not in its head."""

from __future__ import annotations

import html
import re

from extract.errors import ArticleError
from extract.timex.publication import parse_published

_LONGEST = 400_000  # characters of a page that are looked through
_HIDDEN = re.compile(r"<(?:script|style|template)\b[^<>]*>[^<]*+|<[^<>]*>")
_PARAGRAPH = 60  # characters: what is shorter is a heading, or a caption
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
_DAY = re.compile(
    r"\b(?:published|posted|updated|created|first published|last updated|last modified)\b[^.;|]{0,40}?"
    rf"(?<!\d)(?P<day>\d{{1,2}}(?:st|nd|rd|th)? {_MONTH},? \d{{4}}"
    rf"|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}"
    r"|\d{4}-\d\d-\d\d)(?!\d)",
    re.IGNORECASE,
)


def day_above(page: str, text: str) -> str | None:
    """The EDTF of the last day that stands above the article's first paragraph and is called its own.

    page: HTML. text: of its article. None where no word such as "Published" or "Updated"
    says that the day is that of the article.
    """
    first = next((line for line in text.split("\n") if len(line) >= _PARAGRAPH), None)
    if first is None:
        return None
    shown = " ".join(html.unescape(_HIDDEN.sub(" ", page[:_LONGEST])).split())
    above = shown[: max(shown.find(first[:_PARAGRAPH]), 0)]
    for found in reversed([*_DAY.finditer(above)]):
        try:
            return parse_published(re.sub(r"(?<=\d)(?:st|nd|rd|th)\b", "", found["day"]))
        except ArticleError:
            continue
    return None
