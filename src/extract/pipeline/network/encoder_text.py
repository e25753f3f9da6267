"""Reduce a text for the encoder: leave out stray quotation marks and names in another script.

The encoder reads several paragraphs together; without stray marks, one of them changes nothing outside its
paragraph. Its vocabulary is of Latin letters, so it reads "Lin Mei-hua (林美華) said" as "Lin Mei-hua
said". Spans are mapped back to the full text, with whatever was left out inside them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from extract.layout.quotation_marks.quotations import Quotations
from extract.spans import CharSpan, SpanIndex

_BRACKETS = re.compile(r"[ \t\xa0]?[(（](?P<inside>[^()（）\n]{1,60})[)）]")  # "Lin Mei-hua (林美華)"
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
# "林美華", "Путин", not "π": two letters of Cyrillic, Arabic, CJK, Hangul and other scripts
_OTHER_SCRIPT = re.compile(
    r"(?:(?!\d)[\u0370-\u1cff\u2e80-\ud7ff\uf900-\ufaff\ufb1d-\ufefc\U00020000-\U0003ffff]){2}"
)


@dataclass(frozen=True, slots=True)
class ReducedText:
    """A text without some spans of the full one.

    offsets: (len(text),), the offset of each code point of `text` in the full text.
    """

    text: str
    offsets: npt.NDArray[np.int64]


def stray_marks(quotations: Quotations, paragraphs: Sequence[CharSpan]) -> list[CharSpan]:
    """Find the quotation marks without a partner, ascending.

    A mark is stray too where the end of the paragraph cuts off the quotation that it opens, unless it begins
    the paragraph or the next paragraph continues the quotation. paragraphs: those of `quotations`.
    """
    heads = {paragraph.start for paragraph in paragraphs}
    cut_off = [
        CharSpan(chain[0].outer.start, chain[0].inner.start)
        for chain in quotations.chains()
        if len(chain) == 1 and not chain[0].closed and chain[0].outer.start not in heads
    ]
    return sorted([*quotations.unpaired, *cut_off])


def other_script_brackets(text: str) -> list[CharSpan]:
    """Find brackets with letters of another script and none of Latin, each with the space before it."""
    return [
        CharSpan(*found.span())
        for found in _BRACKETS.finditer(text)
        if _OTHER_SCRIPT.search(found["inside"]) and not _LATIN.search(found["inside"])
    ]


def unread_spans(text: str, quotations: Quotations, paragraphs: Sequence[CharSpan]) -> list[CharSpan]:
    """Find all that the encoder does not read, ascending, none overlapping.

    paragraphs: those of `quotations`.
    """
    brackets = other_script_brackets(text)
    inside = SpanIndex((span, span) for span in brackets)
    marks = (mark for mark in stray_marks(quotations, paragraphs) if not inside.meets(mark))
    return sorted([*brackets, *marks])


def reduce_text(text: str, spans: Sequence[CharSpan]) -> ReducedText:
    """`text` without `spans`, which are ascending and do not overlap."""
    if not spans:
        return ReducedText(text, np.arange(len(text)))
    edges = [0, *(edge for span in spans for edge in (span.start, span.end)), len(text)]
    kept = list(zip(edges[::2], edges[1::2], strict=True))
    return ReducedText(
        "".join(text[start:end] for start, end in kept),
        np.concatenate([np.arange(start, end) for start, end in kept]),
    )
