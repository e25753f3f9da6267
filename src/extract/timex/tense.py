"""Which way a clause points: the tense of the verb near a time expression."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

Direction = Literal["past", "future"]
REACH = 120  # characters on either side in which the verb of the clause is looked for

FUTURE = (
    r"will|won't|shall|'ll|’ll|going to|expected|expects?|scheduled|slated|due|plans? (?:to|for|on)|planning"
    r"|planned (?:to|for|an?)"
    r"|(?:set|supposed) (?:to|for)|(?:is|are) to|to be|to begin|to start|to meet|to hold|upcoming|coming"
    r"|intends?|hopes? to|aims? to|vow(?:s|ed) to|agreed to|wants to"
    r"|as (?:soon|early) as|no later than|payable|(?-i:may)|might|could|can|must|should|would|forecasts?"
    r"|(?:is|are) \w+ing|promises"
    r"|begins?|starts?(?! of)|opens?|meets?|takes? (?:place|effect)|leaves?|arrives?|travels?"
    r"|votes?(?= on)|expires?"
)
PAST = (
    r"said|says|told|was|were|had|has|have|did|since|came|went|made|took|began|begun|met|held|won|lost"
    r"|rose|fell|fallen|cut"
    r"|led|left|gave|got|ran|saw|sent|sold|spoke|stood|struck|wrote|became|brought|bought|broke|built|drew"
    r"|flew|found|grew"
    r"|hit|kept|knew|put|sought|shot|shut|died|paid|read|hurt|set|(?!United\b|un)\w{2,20}ed"
)
PARTICIPLE = re.compile(
    r"\b(?:will|would|to|can|could|may|might|shall|should|must|is|are)(?: (?:not|also|still|only|soon|now))*"
    r" be\s(?:\w+ly\s)?$|\b(?:due|expected|scheduled|planned) (?:to be|for)\s$",
    re.IGNORECASE,
)
FAILED = re.compile(r"\bneither\b.*\bcould|\bcould(?:n['’]t| not)\b[^.]*$", re.IGNORECASE | re.DOTALL)
WAS = re.compile(r"\b(?:had been|was|were|had)\s(?:\w+ly\s)?$", re.IGNORECASE)
NOT = re.compile(r"n['’]t| not")
INFINITIVE = re.compile(r"\bto\s$")
ADJECTIVE = re.compile(
    r"\b(?:a|an|the|his|her|its|their|our|my|this|that|still|in|of|by|with)\s$", re.IGNORECASE
)
CUE = re.compile(rf"\b(?:(?P<future>{FUTURE})|(?P<past>{PAST}))\b", re.IGNORECASE)
CLAUSE_END = re.compile(
    r"[.;:!?”\"]\s|\n|\s[–—-]{1,2}\s|,?\s(?:but|although|while|whereas|which|who|because|after|before)\s"
)
UP_TO = re.compile(
    r"\b(?:until|till|no later than|as (?:soon|early) as|effective|starting|beginning)\s$", re.IGNORECASE
)
AIMED = re.compile(r"\bto\s(?!the\b|a\b|an\b)[a-z]+\b[^.;]*\bby\s$")  # "a plan to pay the loan by"
FRONTED = re.compile(r"\s*(?:(?:and|but|so|then)\s)?(?:on|in|by|at|early|late)?\s*", re.IGNORECASE)
SENTENCE_END = re.compile(r"(?<=\w{3})[.;!?]\s|\n")  # not "Roe vs. Wade"
HELD_OUT = re.compile(
    r"\b(?:was|were|had|did|waited|lasted|went|stayed|remained)\b(?! (?:extended|delayed|postponed|put off))",
    re.I,
)


def direction_at(text: str, start: int, end: int) -> Direction | None:
    """Where the verb nearest to `text[start:end]` points: first those before it, then those behind."""
    left = _clause_before(text, start)
    up_to = UP_TO.search(left)  # "postponed until Tuesday" looks ahead, "was closed until Tuesday" back
    if up_to and up_to.start() > 0:
        return "past" if HELD_OUT.search(left) else "future"
    if AIMED.search(left):
        return "future"
    before = list(_cues(left))
    return before[-1] if before else next(_cues(_clause_behind(text, left, end)), "future" if up_to else None)


def _cues(clause: str) -> Iterator[Direction]:
    """Where each verb of a clause points, in order."""
    for cue in CUE.finditer(clause):
        before = clause[max(0, cue.start() - 30) : cue.start()]
        if cue["past"]:
            if PARTICIPLE.search(before):
                yield "past" if FAILED.search(clause[: cue.start()]) else "future"
            elif cue["past"][-2:] != "ed" or not ADJECTIVE.search(before):
                yield "past"
        elif cue["future"].lower() == "could" and NOT.match(clause, cue.end()):
            yield "past"
        elif INFINITIVE.search(before):
            continue  # "had been due to expire" is past for its "had been due"
        elif cue["future"].lower() in ("due", "expected", "scheduled", "slated") and WAS.search(before):
            yield "past"
        else:
            yield "future"


def _clause_before(text: str, start: int) -> str:
    left = text[max(0, start - REACH) : start]
    cut = 0
    for boundary in CLAUSE_END.finditer(left):
        cut = boundary.end()
    return left[cut:]


def _clause_behind(text: str, left: str, end: int) -> str:
    """The clause behind; of "In May, a week after the vote, he left" the whole sentence."""
    right = text[end : end + REACH]
    fronted = right.startswith(",") and FRONTED.fullmatch(left)
    boundary = (SENTENCE_END if fronted else CLAUSE_END).search(right)
    return right[: boundary.start()] if boundary else right
