"""Which way a clause points: the tense of the verb near a time expression."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

Direction = Literal["past", "future"]
REACH = 120  # characters on either side in which the verb of the clause is looked for

FUTURE = (
    r"will|won't|shall|'ll|’ll|going to|expected|expects?|scheduled|slated|due|planning|planned (?:for|an?)"
    r"|plans? (?:to|for|on)|(?:set|supposed) (?:to|for)|(?:is|are) to|to be|to begin|to start|to meet|to hold"
    r"|upcoming|coming|intends?|hopes? to|aims? to|vows to|wants to|as (?:soon|early) as|no later than"
    r"|payable|(?-i:may)|might|could|can|must|should|would|forecasts?|promises"
    r"|(?:is|are) (?:\w+ing|needed|required)"
    r"|begins?|starts?(?! of)|opens?|meets?|takes? (?:place|effect|over|control)|leaves?|arrives?|travels?"
    r"|resumes?|awaits?|expires?|votes?(?= on)|falls on|comes? into (?:force|effect)|kicks? off"
    r"|go(?:es)? (?:to the polls|on (?:sale|trial|strike))|for delivery|needs?"
    r"|if|unless|next (?:match|game|round|meeting|hearing|vote|election)"
)
RESOLVED = (  # what follows is ahead of the day on which it was resolved
    r"(?:agreed|aimed|decided|hoped|intended|planned|pledged|prepared|promised|threatened|vowed|wanted"
    r"|invited|urged|hoping|preparing|ready|poised|likely|unlikely|rights?|chance|deadline) to"
)
PAST = (
    r"said|says|told|was|were|had|has|have|did|since|came|went|made|took|began|begun|met|held|won|lost"
    r"|rose|fell|fallen|cut"
    r"|led|left|gave|got|ran|saw|sent|sold|spoke|stood|struck|wrote|became|brought|bought|broke|built|drew"
    r"|flew|found|grew"
    r"|withdrew|drove|fought|spent|taught|thought|caught|felt|chose|heard|fled|threw|swept|stole|swore|dealt"
    r"|hit|kept|knew|put|sought|shot|shut|died|paid|read|hurt|set|(?!United\b|un)\w{2,20}ed"
)
PARTICIPLE = re.compile(
    r"\b(?:will|would|to|can|could|may|might|shall|should|must|is|are)(?: (?:not|also|still|only|soon|now))*"
    r" be\s(?:\w+ly\s)?$|\b(?:due|expected|scheduled|planned) (?:to be|for)\s$",
    re.IGNORECASE,
)
EXTENDED = re.compile(
    r"\b(?:extend|prolong|postpon|delay|adjourn|defer|renew|put(?:ting)? off)", re.IGNORECASE
)
HAPPENED_BEHIND = re.compile(  # "the May 3 bombing": what such words name has happened
    r"(?:['’]s)?\s(?:[\w-]+\s)?(?:incident|accident|attacks?|bombings?|blasts?|explosions?|crash|massacre|(?:earth)?quake"
    r"|tsunami|shootings?|killings?|murders?|coup|riots?|raids?|invasion|landslide|floods?|storm|hurricane|cyclone"
    r"|assassination|arrests?|collapse|disaster|fire|clashes|uprising|takeover)\b",
    re.IGNORECASE,
)
FAILED = re.compile(r"\bneither\b.*\bcould|\bcould(?:n['’]t| not)\b[^.]*$", re.IGNORECASE | re.DOTALL)
HAD = re.compile(r"\bhad (?:\w+ly )?been\s(?:\w+ly\s)?$", re.IGNORECASE)
NOT = re.compile(r"n['’]t| not")
NO_PLAN = re.compile(  # "failed to meet", "had to begin", "made it hard for them to hold"
    r"\b(?:fail\w*|refus\w+|declined|unable|able|difficult|hard|easy|impossible|managed|forced|had|helped|needed"
    r"|enough)\s(?:for (?:\w+ ){1,3})?$",
    re.IGNORECASE,
)
INFINITIVE = re.compile(r"\bto\s$")
ADJECTIVE = re.compile(r"\b(?:a|an|the|his|her|its|their|our|my|this|still|in|of|by|with)\s$", re.IGNORECASE)
CUE = re.compile(rf"\b(?:(?P<resolved>{RESOLVED})|(?P<future>{FUTURE})|(?P<past>{PAST}))\b", re.IGNORECASE)
CLAUSE_END = re.compile(
    r"[.;:!?”\"]\s|\n|\s[–—-]{1,2}\s|,?\s(?:but|although|while|whereas|which|who|because|after|before)\s"
)
UP_TO = re.compile(
    r"\b(?:until|till|no later than|as (?:soon|early) as|(?:effective|starting|beginning)(?: on| from)?)\s$",
    re.IGNORECASE,
)
AHEAD_OF = re.compile(r"\bahead of [^,;\n]{0,30}$")
CAUSE = re.compile(r" to (?!be\b)")
PRESENT_BE = re.compile(r"\b(?:is|are)\s$", re.IGNORECASE)
BE_BEFORE = re.compile(r"\b(?:is|are|was|were|be|been|being|[a-z]+ly)\s$")
VERB_BEHIND = re.compile(
    r"\s(?:\w+ly\s)?(?!(?:was|were|had|has|have|did|since|due)\b)(?:" + PAST + r")\b", re.IGNORECASE
)
OF_WHAT_IS_AHEAD = re.compile(
    r"\b(?:due|scheduled|planned|expected|slated|set|coming|held|will|would|delivery)\s(?:for\s|in\s|on\s|until\s)?$",
    re.I,
)
ARRANGED = re.compile(
    r"\b(?:set|sets|setting|fixed|fixes|fixing)\s(?:[^.,;]{0,40}\sfor\s)?$"
)  # "set a hearing for"
PURPOSE = re.compile(r"(?:,? (?:19|20)\d\d,?)? for\b")
AIMED = re.compile(r"\bto\s(?!the\b|a\b|an\b)[a-z]+\b[^.;]*\bby\s$")  # "a plan to pay the loan by"
FRONTED = re.compile(r"\s*(?:(?:and|but|so|then)\s)?(?:on|in|by|at|early|late)?\s*", re.IGNORECASE)
SUBORDINATE = re.compile(r"\b(?:after|following|since)\s[^.;\n]*\b(?:on|in|early|late)\s$")
COORDINATE = re.compile(r"\b(?:and|but|so|then|while|as)\s(?:(?:on|in|by|at|early|late)\s)?$", re.IGNORECASE)
SENTENCE_END = re.compile(r"(?<=\w{3})[.;!?]\s|\n")  # not "Roe vs. Wade"
HELD_OUT = re.compile(
    r"\b(?:was|were|had|did|waited|lasted|went|stayed|remained)\b(?! (?:extended|delayed|postponed|put off))",
    re.I,
)


def direction_at(text: str, start: int, end: int) -> Direction | None:
    """Where the verb nearest to `text[start:end]` points: first those before it, then those behind."""
    if HAPPENED_BEHIND.match(text, end, end + 40):
        return "past"
    left = _clause_before(text, start)
    up_to = UP_TO.search(left)  # "postponed until Tuesday" looks ahead, "was closed until Tuesday" back
    if up_to and up_to.start() > 0:
        return "past" if HELD_OUT.search(left) and not EXTENDED.search(left) else "future"
    if text.startswith(",", end) and COORDINATE.search(left):
        left = ""  # "... and on Sunday, he left"
    if AIMED.search(left) or AHEAD_OF.search(left):
        return "future"
    if (arranged := ARRANGED.search(left)) and (arranged[0].endswith("for ") or PURPOSE.match(text, end)):
        return "future"
    before = list(_cues(left))
    if before and before[-1] == "past":
        return "past"
    behind = _clause_behind(text, left, end)
    if before and not (VERB_BEHIND.match(behind) and not OF_WHAT_IS_AHEAD.search(left)):
        return "future"
    found = next(_cues(behind, behind=True), "future" if up_to else None)
    if found is None and SUBORDINATE.search(text, max(0, start - REACH), start):
        return (
            "past" if "past" in _cues(_sentence_before(text, start)) else None
        )  # "was held after a march on Monday"
    return found


def _cues(clause: str, *, behind: bool = False) -> Iterator[Direction]:
    """Where each verb of a clause points, in order; `behind`: for an expression that stands before it."""
    for cue in CUE.finditer(clause):
        before = clause[max(0, cue.start() - 30) : cue.start()]
        words = cue[0].lower()
        if cue["resolved"]:
            yield "past" if behind and words.endswith("ed to") else "future"
        elif cue["past"]:
            if PARTICIPLE.search(before):
                yield "past" if FAILED.search(clause[: cue.start()]) else "future"
            elif words in ("held", "heard", "fought") and PRESENT_BE.search(before):
                yield "future"  # "when the case is heard"
            elif words[-2:] != "ed" or not ADJECTIVE.search(before):
                yield "past"
        elif words == "could" and NOT.match(clause, cue.end()):
            yield "past"
        elif INFINITIVE.search(before) or (words.startswith("to ") and NO_PLAN.search(before)):
            continue  # "had been due to expire" is past for its "had been due"
        elif words == "due" and CAUSE.match(clause, cue.end()) and not BE_BEFORE.search(before):
            continue  # "withdrew due to injuries"
        elif words in ("due", "expected", "scheduled", "slated") and HAD.search(before):
            yield "past"
        else:
            yield "future"


def _clause_before(text: str, start: int) -> str:
    left = text[max(0, start - REACH) : start]
    cut = 0
    for boundary in CLAUSE_END.finditer(left):
        cut = boundary.end()
    return left[cut:]


def _sentence_before(text: str, start: int) -> str:
    return SENTENCE_END.split(text[max(0, start - REACH) : start])[-1]


def _clause_behind(text: str, left: str, end: int) -> str:
    """The clause behind; of "In May, a week after the vote, he left" the whole sentence."""
    right = text[end : end + REACH]
    fronted = right.startswith(",") and FRONTED.fullmatch(left)
    boundary = (SENTENCE_END if fronted else CLAUSE_END).search(right)
    return right[: boundary.start()] if boundary else right
