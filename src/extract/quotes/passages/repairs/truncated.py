"""Truncated contents, which the network ends in the middle of a phrase: "the ward was full on" Monday."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from extract.pipeline.network.attribution import Attribution
from extract.spans import CharSpan

# Words that no sentence ends with, in front of another word of the same clause.
_OPEN = re.compile(
    r"\b(?:the|an?|and|or|of|on|in|at|by|for|from|with|into|to|than|until|since|during|between|against|its|their"
    r"|his|her|our|your|my|this|these|those|every|each|very|per)$"
)
_BREAK = r",;:!?…“”\"()\[\]–—\n"
# Not the full stops of "U.S. forces".
_STOP = r"(?<!\b[A-Z])\.(?:\s|$)|\.\s+(?:The|An?|This|He|She|It|They|We|I|But|And|In|On|At)\b"
# "the ward was full on Monday, he said"
_REST = re.compile(rf"[ \t]+[^\s.{_BREAK}][^{_BREAK}]*?(?=[{_BREAK}]|{_STOP}|$)")
_WORDS = re.compile(r"(?:\S+\s+){2}\S")  # "the ward was"; less is a scrap
_MAX_REST_CHARS = 120  # that may be added
_MAX_OPEN_WORD_CHARS = 12


def with_whole_clauses(text: str, items: Sequence[Attribution]) -> list[Attribution]:
    """The attributions, contents that end in an open phrase up to the end of their clause.

    Nothing is added that is a source, cue or content itself.
    """
    taken = sorted({span for item in items for span in (*item.source, *item.cue, *item.content)})
    return [
        replace(item, content=content)
        if (content := tuple(_whole(text, span, taken) for span in item.content)) != item.content
        else item
        for item in items
    ]


def _whole(text: str, span: CharSpan, taken: Sequence[CharSpan]) -> CharSpan:
    if not _OPEN.search(text, max(span.start, span.end - _MAX_OPEN_WORD_CHARS), span.end) or not _WORDS.match(
        span.of(text)
    ):
        return span
    rest = _REST.match(text, span.end, min(len(text), span.end + _MAX_REST_CHARS))
    if rest is None or rest.end() == span.end + _MAX_REST_CHARS:
        return span
    place = bisect_left(taken, span.end, key=lambda other: other.start)
    if place < len(taken) and taken[place].start < rest.end():
        return span
    return CharSpan(span.start, rest.end())
