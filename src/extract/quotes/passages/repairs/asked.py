"""Cues of a question put to the source: "when asked", "was asked"."""

from __future__ import annotations

import re
from dataclasses import replace

from extract.pipeline.network.attribution import Attribution
from extract.spans import CharSpan

_ASKED_OF = re.compile(r"\b(?:[Ww]hen|[Oo]nce|being|was|were|been)\s+(?:then\s+)?$")  # "when"
_MAX_LEAD_CHARS = 12


def with_lead_of_asked(text: str, item: Attribution) -> Attribution:
    """The cue "asked" with the "when" or "was" before it, by which no source of the text asks."""
    if not item.cue or item.cue[0].of(text) != "asked":
        return item
    before = _ASKED_OF.search(text, max(0, item.cue[0].start - _MAX_LEAD_CHARS), item.cue[0].start)
    if before is None:
        return item
    return replace(item, cue=(CharSpan(before.start(), item.cue[0].end), *item.cue[1:]))
