"""A text as the encoder reads it: without stray quotation marks and names in another script.

So a mark without a partner changes nothing in what is found outside its paragraph: the encoder, which reads
several paragraphs together, reads the same words as if the mark were not there. And "Lin Mei-hua (林美華)
said" is "Lin Mei-hua said" to it, whose vocabulary knows Latin letters; what is in the brackets stays in the
spans that hold it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from extract.layout.quotation_marks.quotations import article_quotations
from extract.spans import CharSpan

_BRACKETS = re.compile(r"[ \t\xa0]?[(（](?P<inside>[^()（）\n]{1,60})[)）]")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
# Cyrillic, Arabic, CJK, Hangul and others; two letters, since "(π)" is no name.
_OTHER_SCRIPT = re.compile(
    r"(?:(?!\d)[\u0370-\u1cff\u2e80-\ud7ff\uf900-\ufaff\ufb1d-\ufefc\U00020000-\U0003ffff]){2}"
)


@dataclass(frozen=True, slots=True)
class Reduced:
    """offsets: (len(text),), where each code point of `text` stands in the full one."""

    text: str
    offsets: npt.NDArray[np.int64]


def stray_marks(text: str, paragraphs: Sequence[CharSpan]) -> list[CharSpan]:
    """The quotation marks without a partner, ascending.

    One that opens a quotation which the end of its paragraph cuts off has none either, unless it begins
    its paragraph or the next one takes the quotation up again. paragraphs: as for `find_quotations`.
    """
    marks = article_quotations(text, tuple(paragraphs))
    heads = {paragraph.start for paragraph in paragraphs}
    cut_off = [
        CharSpan(chain[0].outer.start, chain[0].inner.start)
        for chain in marks.chains()
        if len(chain) == 1 and not chain[0].closed and chain[0].outer.start not in heads
    ]
    return sorted([*marks.unpaired, *cut_off])


def other_scripts(text: str) -> list[CharSpan]:
    """Brackets with words of another script and none in Latin letters, each with the space before it."""
    return [
        CharSpan(*found.span())
        for found in _BRACKETS.finditer(text)
        if _OTHER_SCRIPT.search(found["inside"]) and not _LATIN.search(found["inside"])
    ]


def unread(text: str, paragraphs: Sequence[CharSpan]) -> list[CharSpan]:
    """All that the encoder does not read, ascending, none overlapping. paragraphs: as for `stray_marks`."""
    brackets = other_scripts(text)

    def is_inside(mark: CharSpan) -> bool:
        place = bisect_right(brackets, mark.start, key=lambda span: span.end)
        return place < len(brackets) and brackets[place].overlaps(mark)

    return sorted([*brackets, *(mark for mark in stray_marks(text, paragraphs) if not is_inside(mark))])


def reduced(text: str, spans: Sequence[CharSpan]) -> Reduced:
    """`text` without `spans`, which ascend and do not overlap."""
    if not spans:
        return Reduced(text, np.arange(len(text)))
    edges = [0, *(edge for span in spans for edge in (span.start, span.end)), len(text)]
    kept = list(zip(edges[::2], edges[1::2], strict=True))
    return Reduced(
        "".join(text[start:end] for start, end in kept),
        np.concatenate([np.arange(start, end) for start, end in kept]),
    )
