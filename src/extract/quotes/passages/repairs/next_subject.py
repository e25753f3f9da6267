"""Subjects of the next cue, taken for content: "... it fell, and its head, Jane Roe," in front of "said"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.lexicon.tokens import NAME_PHRASE
from extract.pipeline.network.attribution import Attribution
from extract.quotes import certainty
from extract.quotes.passages.repairs.parts import DESCRIBED, MAX_SUBJECT_CHARS, PRONOUN, with_content
from extract.spans import CharSpan

# "... that it fell, and its head, Jane Roe," in front of another cue
_NEXT_SUBJECT = re.compile(
    rf"(?:,?\s+(?:and|but|while|though|although)|;)\s+(?P<who>{PRONOUN}|(?:{DESCRIBED},\s+)?{NAME_PHRASE})\s*,?\s*$"
)
_GAP = re.compile(r"[\s,]*")


def with_next_subjects(text: str, items: Sequence[Attribution]) -> list[Attribution]:
    """A content that runs up to the next cue ends before the subject of that cue."""
    out = list(items)
    by_cue = {item.cue[0].start: number for number, item in enumerate(out) if item.cue}
    for number, item in enumerate(items):
        for at, piece in enumerate(item.content):
            gap = _GAP.match(text, piece.end)
            following = by_cue.get(gap.end()) if gap else None
            if following is None or following == number or out[following].source not in ((), item.source):
                continue
            if out[following].cue[0].of(text).endswith("ing"):
                continue
            low = max(piece.start, piece.end - MAX_SUBJECT_CHARS)
            found = _NEXT_SUBJECT.search(text, low, piece.end)
            if found is None or found.start() == low:
                continue
            if "," in text[found.end("who") : out[following].cue[0].start] and "," not in found["who"]:
                continue
            out[number] = with_content(out[number], at, CharSpan(piece.start, found.start()))
            who = CharSpan(*found.span("who"))
            out[following] = replace(
                out[following], source=(who,), source_confidence=certainty.REPAIRED_SOURCE
            )
    return out
