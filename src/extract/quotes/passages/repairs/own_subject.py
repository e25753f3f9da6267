"""Subjects right in front of their cue: "..., it said"."""

from __future__ import annotations

import re
from dataclasses import replace

from extract.pipeline.network.attribution import Attribution
from extract.quotes import certainty
from extract.quotes.passages.repairs.parts import states
from extract.spans import CharSpan

# "the plan is dead, it"
_OWN_SUBJECT = re.compile(r",[\"”’»]?\s+(?P<who>he|she|it|they)\s+(?:(?:also|then|later|\w+ly)\s+)?$")
_MAX_LEAD_CHARS = 30


def with_own_subject(text: str, item: Attribution) -> Attribution:
    """The pronoun right before the cue is the source; what stood as the source opens what is said."""
    if len(item.cue) != 1 or not item.content:
        return item
    cue = item.cue[0]
    found = _OWN_SUBJECT.search(text, max(0, cue.start - _MAX_LEAD_CHARS), cue.start)
    if found is None or any(span.overlaps(CharSpan(*found.span("who"))) for span in item.source):
        return item
    first = item.content[0]
    opening = next((s for s in item.source if not text[s.end : first.start].strip(" ,")), None)
    if first.end > cue.start or (item.source and (opening is None or opening.end > first.start)):
        return item
    if not states(text, cue):
        return item
    content = item.content if opening is None else (CharSpan(opening.start, first.end), *item.content[1:])
    who = (CharSpan(*found.span("who")),)
    return replace(item, source=who, content=content, source_confidence=certainty.REPAIRED_SOURCE)
