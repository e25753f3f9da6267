"""Subjects behind their cue, between the halves of a quotation: `"No," said she, "never."`."""

from __future__ import annotations

import re
from dataclasses import replace

from extract.layout.quotation_marks.quotations import Quotations
from extract.lexicon.tokens import NAME_PHRASE
from extract.pipeline.network.attribution import Attribution
from extract.quotes import certainty
from extract.quotes.passages.repairs.parts import (
    DESCRIBED,
    MAX_SUBJECT_CHARS,
    PRONOUN,
    content_behind_cue,
    states,
)
from extract.spans import CharSpan

# "“No,” said she, “never.”"
_INVERTED = re.compile(
    rf"\s*(?P<who>{PRONOUN}|(?:{DESCRIBED},?\s+)?{NAME_PHRASE}|{DESCRIBED})\s*,\s*(?=[\"“‘«„])"
)
_QUOTED_BEFORE = re.compile(r"[,!?][\"”’»]\s+$")  # "“No,”"


def with_inverted_subject(text: str, quotations: Quotations, item: Attribution) -> Attribution:
    """Who stands between a cue and the second half of a quotation is the source of both halves."""
    at = content_behind_cue(text, item)
    if at is None:
        return item
    cue, piece = item.cue[0], item.content[at]
    found = _INVERTED.match(text, piece.start, min(piece.end, piece.start + MAX_SUBJECT_CHARS))
    if found is None or not _QUOTED_BEFORE.search(text, max(0, cue.start - 6), cue.start):
        return item
    before = [q.outer for q in quotations.over(CharSpan(max(0, cue.start - 3), cue.start)) if q.depth == 0]
    if not before or not states(text, cue):
        return item
    others = [s for s in item.content if s != piece and not s.overlaps(before[-1])]
    content = tuple(sorted((*others, before[-1], CharSpan(found.end(), piece.end))))
    who = (CharSpan(*found.span("who")),)
    return replace(item, source=who, content=content, source_confidence=certainty.REPAIRED_SOURCE)
