"""Cut names: organizations whose label ends in a small word, "Office of the" in front of "Board of Trade"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from extract.layout.spans import CharSpan

_SMALL_END = re.compile(r"(?:\s+(?:of|and|for|the|&))+$")  # "Norvik and"
_CAPITALS_BEHIND = re.compile(r"(?:\s[A-Z][\w.&’'-]*)+(?<![.’'-])")  # " Co", " M Inc"


def whole_names(text: str, spans: Iterable[CharSpan]) -> list[CharSpan]:
    """The spans, each that ends in a small word with the capitals behind it, else without that word."""
    out: list[CharSpan] = []
    for span in sorted(spans):
        if out and span.start < out[-1].end:
            out[-1] = CharSpan(out[-1].start, max(out[-1].end, span.end))
            continue
        if end := _SMALL_END.search(span.of(text)):
            behind = _CAPITALS_BEHIND.match(text, span.end)
            span = CharSpan(span.start, behind.end() if behind else span.start + end.start())
        out.append(span)
    return out
