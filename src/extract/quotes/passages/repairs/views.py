"""Views of several people in one sentence: "To Roe it is a farce; to Doe it is a duty"."""

from __future__ import annotations

import re
from dataclasses import replace

from extract.lexicon.tokens import NAME_PHRASE
from extract.pipeline.network.attribution import Attribution
from extract.quotes.passages.repairs.parts import with_content
from extract.spans import CharSpan

# "To Roe it is ...; to Doe it is ..."
_TO_ANOTHER = re.compile(rf";\s+(?:and\s+|but\s+)?(?P<cue>to|for)\s+(?P<who>{NAME_PHRASE}|him|her|them),?\s+")


def one_for_each_view(text: str, item: Attribution) -> list[Attribution]:
    """One attribution for each view in "to A it is this; to B it is that"."""
    if len(item.cue) != 1 or item.cue[0].of(text).lower() not in ("to", "for") or len(item.content) != 1:
        return [item]
    piece = item.content[0]
    found = _TO_ANOTHER.search(text, piece.start, piece.end)
    if found is None or found["cue"] != item.cue[0].of(text).lower():
        return [item]
    other = replace(
        item,
        source=(CharSpan(*found.span("who")),),
        cue=(CharSpan(*found.span("cue")),),
        content=(CharSpan(found.end(), piece.end),),
    )
    return [with_content(item, 0, CharSpan(piece.start, found.start())), other]
