"""Quote types: how much of a content stands in quotation marks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.layout.quotation_marks.quotations import Quotation, Quotations, trim_quotation, without_edges
from extract.quotes.passages.passage import Passage
from extract.quotes.quote import QuoteType
from extract.spans import CharSpan

_BREAK = re.compile(r"[.!?…:–—]\s*$")  # "he left:"
_WORD = re.compile(r"\w[\w'’.-]*")  # "U.S"
_SMALL_WORDS = frozenset(["of", "the", "and", "a", "an", "for", "in", "on", "to", "at", "or", "de", "la"])


def type_of(text: str, passage: Passage, quotations: Quotations) -> QuoteType:
    """The type of a passage: as the layout tells it, else by the quotation marks."""
    return passage.type or quotation_type(text, passage.content, quotations)


def quotation_type(text: str, content: Sequence[CharSpan], quotations: Quotations) -> QuoteType:
    """Direct when all of a content stands inside quotation marks, mixed when some of its words do.

    A name in quotation marks ("Channel 24", a title, a nickname) is no quoted words. A content in a longer
    quotation that begins neither with it nor at a break of it is what somebody in the quotation reports:
    indirect.
    """
    inside = 0
    touched = False
    for span in content:
        bare = trim_quotation(text, span)
        over = quotations.over(bare)
        if any(_is_whole(text, bare, quotation, alone=len(content) == 1) for quotation in over):
            inside += 1
        elif any(
            not quotation.inner.holds(bare) and not _is_name(quotation.inner.of(text)) for quotation in over
        ):
            touched = True
    if inside and inside == len(content):
        return "direct"
    return "mixed" if inside or touched else "indirect"


def _is_whole(text: str, span: CharSpan, quotation: Quotation, *, alone: bool) -> bool:
    """Whether `span` stands in the quotation as words of its own: from its beginning, or behind a break."""
    if not quotation.outer.holds(span) or not len(span):
        return False
    own = without_edges(text, quotation.inner)
    if span.start <= own.start or (span.end >= own.end and not alone):
        return True
    return _BREAK.search(text, max(own.start, span.start - 4), span.start) is not None


def _is_name(words: str) -> bool:
    found = _WORD.findall(words[:80])
    return bool(found) and all(
        word[0].isupper() or word[0].isdigit() or word in _SMALL_WORDS for word in found
    )
