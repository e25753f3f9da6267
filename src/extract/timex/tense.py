"""Which way a clause points: the tense of the verb near a time expression."""

from __future__ import annotations

import re
from typing import Literal

Direction = Literal["past", "future"]
REACH = 90

FUTURE = (
    r"will|won't|shall|'ll|’ll|going to|expected|expects?|scheduled|slated|due|plans?|planning|planned"
    r" (?:to|for)|set (?:to|for)"
    r"|(?:is|are) to|to be|to begin|to start|to meet|to hold|upcoming|coming|deadline|intends?|hopes? to"
    r"|aims? to"
    r"|as (?:soon|early) as|no later than|payable|(?-i:may)|might|could|can|must|should|would|forecasts?"
    r"|(?:is|are) \w+ing"
    r"|begins|starts|opens|meets|takes place|promis\w+|agreed to|wants to"
)
PAST = (
    r"said|says|told|was|were|had|has|have|did|since|came|went|made|took|began|begun|met|held|won|lost"
    r"|rose|fell|fallen|cut"
    r"|led|left|gave|got|ran|saw|sent|sold|spoke|stood|struck|wrote|became|brought|bought|broke|built|drew"
    r"|flew|found|grew"
    r"|hit|kept|knew|put|sought|shot|shut|died|paid|read|hurt|(?!United\b)\w{2,20}ed"
)
PARTICIPLE = re.compile(
    r"\b(?:will|would|to|can|could|may|might|shall|should|must|is|are)(?: not| also)?"
    r" be\s(?:\w+ly\s)?$|\b(?:due|expected|scheduled|planned) (?:to be|for)\s$",
    re.I,
)
WAS = re.compile(r"\b(?:had been|was|were|had)\s(?:\w+ly\s)?$", re.IGNORECASE)
CUE = re.compile(rf"\b(?:(?P<future>{FUTURE})|(?P<past>{PAST}))\b", re.IGNORECASE)
CLAUSE_END = re.compile(
    r"[.;:!?”\"]\s|\n|\s[–—-]{1,2}\s|,?\s(?:but|although|while|whereas|which|who|because|after|before)\s"
)


def direction_at(text: str, start: int, end: int) -> Direction | None:
    """Where the verb nearest to `text[start:end]` points: first those before it, then those behind."""
    left = _clause_before(text, start)
    cues = list(CUE.finditer(left))
    if cues:
        return _way(left, cues[-1])
    right = text[end : end + REACH]
    boundary_right = CLAUSE_END.search(right)
    cue = CUE.search(right[: boundary_right.start()] if boundary_right else right)
    return _way(right, cue) if cue else None


def _way(text: str, cue: re.Match[str]) -> Direction:
    """ "will be held" is future, "had been due" past."""
    before = text[max(0, cue.start() - 30) : cue.start()]
    if cue["past"]:
        return "future" if PARTICIPLE.search(before) else "past"
    return (
        "past"
        if cue["future"].lower() in ("due", "expected", "scheduled", "slated") and WAS.search(before)
        else "future"
    )


def _clause_before(text: str, start: int) -> str:
    left = text[max(0, start - REACH) : start]
    cut = 0
    for boundary in CLAUSE_END.finditer(left):
        cut = boundary.end()
    return left[cut:]
