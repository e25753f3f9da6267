"""Attributions in a parenthesis: "the plan, said its author Jane Roe, will fail"."""

from __future__ import annotations

import re
from dataclasses import replace

from extract.lexicon.tokens import NAME_PHRASE
from extract.pipeline.network.attribution import Attribution
from extract.quotes import certainty
from extract.quotes.passages.repairs.parts import DESCRIBED, MAX_SUBJECT_CHARS, PRONOUN, states
from extract.spans import CharSpan

_FINITE = (
    r"will|would|can|could|may|might|must|should|shall|is|are|was|were|has|have|had|does|do|did|won[’']t|isn[’']t"
    r"|hasn[’']t|doesn[’']t|didn[’']t|can[’']t|needs?|wants?|plans?"
)
# "the plan, said its author Jane Roe, will fail"
_PARENTHESIS = re.compile(
    rf"\s+(?P<who>(?:{PRONOUN}|(?:{DESCRIBED},?\s+)?{NAME_PHRASE}|one\s+of\s+{DESCRIBED}|{DESCRIBED})"
    rf"(?:,\s+[^,.;:\"“”]{{2,60}})?),\s+(?=(?:{_FINITE})\b)"
)
_COMMA_BEFORE = re.compile(r",\s*$")


def with_source_in_parenthesis(text: str, item: Attribution) -> Attribution:
    """Who follows the cue is the source, where both are set between commas; what stood as the source is the
    subject of what is said."""
    if len(item.cue) != 1:
        return item
    cue = item.cue[0]
    comma = _COMMA_BEFORE.search(text, max(0, cue.start - 3), cue.start)
    found = _PARENTHESIS.match(text, cue.end, min(len(text), cue.end + MAX_SUBJECT_CHARS)) if comma else None
    if comma is None or found is None or not any(span.end > found.end() for span in item.content):
        return item
    subject = next((s for s in item.source if comma.start() <= s.end <= cue.start), None)
    if subject is None or not states(text, cue):
        return item
    inside = CharSpan(subject.start, found.end())
    pieces = [CharSpan(max(s.start, found.end()), s.end) if s.end > found.end() else s for s in item.content]
    content = [CharSpan(subject.start, comma.start()), *(s for s in pieces if not inside.overlaps(s))]
    return replace(
        item,
        source=(CharSpan(*found.span("who")),),
        content=tuple(sorted(span for span in content if len(span))),
        source_confidence=certainty.REPAIRED_SOURCE,
    )
