"""Dated bylines: lines that name the author and the day, "By Jane Doe | 6 April 2017"."""

from __future__ import annotations

import re

from extract.layout.byline import is_byline, is_person_name
from extract.layout.dateline import FULL_DATE
from extract.layout.spans import CharSpan

_TIME = r"(?:,? ?(?:at |\| ?|- )?\d{1,2}[:.]\d\d ?(?:[ap]\.?m\.?|[AP]\.?M\.?|hrs|GMT)?(?: ?[A-Z]{2,4})?)?"
# " | 6 April 2017 10:22", ", April 6, 2017", " on April 6, 2017"
_DATE_AT_END = re.compile(rf"(?:\s*[|•·,–—/-]\s*|\s+on\s+|\s+)\(?(?P<date>{FULL_DATE})\)?{_TIME}\.?")
# "Posted by Jane Doe"
_LABEL = re.compile(r"(?:posted|published|written|updated|filed|submitted)(?= by\b)", re.IGNORECASE)
_MAX_CHARS = 160


def date_of_byline(text: str, paragraph: CharSpan) -> CharSpan | None:
    """The date at the end of a byline; None where the paragraph is anything else."""
    if len(paragraph) > _MAX_CHARS:
        return None
    for found in _DATE_AT_END.finditer(text, paragraph.start, paragraph.end):
        if found.end() == paragraph.end and _names_author(text[paragraph.start : found.start()]):
            return CharSpan(*found.span("date"))
    return None


def _names_author(line: str) -> bool:
    plain = _LABEL.sub("", line).strip()
    plain = f"B{plain[1:]}" if plain.startswith("by ") else plain
    return is_byline(plain) or is_person_name(plain)
