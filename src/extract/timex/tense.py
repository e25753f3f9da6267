"""Which way a clause points: the tense of the verb near a time expression."""

from __future__ import annotations

import re
from typing import Literal

Direction = Literal["past", "future"]
REACH = 90

FUTURE = (
    r"will|won't|shall|'ll|’ll|going to|expected|expects?|scheduled|slated|due|plans?|planned|set (?:to|for)|(?:is|are) to"
    r"|to be|to begin|to start|to meet|to hold|upcoming|coming|until|till|deadline|intends?|hopes? to|aims? to|ahead of"
    r"|next|may|might|could|can|must|should|would|forecasts?|(?:is|are) \w+ing|begins|starts|opens|meets|takes place|promis\w+|agreed to|wants to"
)
PAST = (
    r"said|says|told|was|were|had|has|have|did|since|came|went|made|took|began|begun|met|held|won|lost|rose|fell|fallen|cut"
    r"|led|left|gave|got|ran|saw|sent|sold|spoke|stood|struck|wrote|became|brought|bought|broke|built|drew|flew|found|grew"
    r"|hit|kept|knew|put|sought|shot|shut|set|died|paid|read|hurt|ended|\w{2,20}ed"
)
CUE = re.compile(rf"\b(?:(?P<future>{FUTURE})|(?P<past>{PAST}))\b", re.IGNORECASE)
CLAUSE_END = re.compile(
    r"[.;:!?”\"]\s|\n|\s[–—-]{1,2}\s|,?\s(?:but|although|while|whereas|which|who|because|after|before)\s"
)


def direction_at(text: str, start: int, end: int) -> Direction | None:
    """Where the verb nearest to `text[start:end]` points: first those before it, then those behind."""
    cues = list(CUE.finditer(_clause_before(text, start)))
    if cues:
        return "future" if cues[-1]["future"] else "past"
    right = text[end : end + REACH]
    boundary_right = CLAUSE_END.search(right)
    cue = CUE.search(right[: boundary_right.start()] if boundary_right else right)
    if cue is None:
        return None
    return "future" if cue["future"] else "past"


def _clause_before(text: str, start: int) -> str:
    left = text[max(0, start - REACH) : start]
    cut = 0
    for boundary in CLAUSE_END.finditer(left):
        cut = boundary.end()
    return left[cut:]
