"""A text as the encoder reads it: without the quotation marks that have no partner.

So a stray mark changes nothing in what is found outside its paragraph: the encoder, which reads several
paragraphs together, reads the same words as if the mark were not there.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from extract.marks import article_quotations
from extract.span import CharSpan


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
