"""The direction of a clause, past or future, by the tense of the verb near a time expression."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

Direction = Literal["past", "future"]
MAX_CHARS_TO_VERB = 120  # on either side of the expression

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
INTENTION = (  # the intended event is later than the intention
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
# "will not be ", "is scheduled to be "
PARTICIPLE = re.compile(
    r"\b(?:will|would|to|can|could|may|might|shall|should|must|is|are)(?: (?:not|also|still|only|soon|now))*"
    r" be\s(?:\w+ly\s)?$|\b(?:due|expected|scheduled|planned) (?:to be|for)\s$",
    re.IGNORECASE,
)
EXTENDED = re.compile(
    r"\b(?:extend|prolong|postpon|delay|adjourn|defer|renew|put(?:ting)? off)", re.IGNORECASE
)
# "’s deadly bombing", " attacks": such events have happened
EVENT_NOUN_BEHIND = re.compile(
    r"(?:['’]s)?\s(?:[\w-]+\s)?(?:incident|accident|attacks?|bombings?|blasts?|explosions?|crash|massacre|(?:earth)?quake"
    r"|tsunami|shootings?|killings?|murders?|coup|riots?|raids?|invasion|landslide|floods?|storm|hurricane|cyclone"
    r"|assassination|arrests?|collapse|disaster|fire|clashes|uprising|takeover)\b",
    re.IGNORECASE,
)
# "neither side could be", "could not be"
FAILED = re.compile(r"\bneither\b.*\bcould|\bcould(?:n['’]t| not)\b[^.]*$", re.IGNORECASE | re.DOTALL)
HAD = re.compile(r"\bhad (?:\w+ly )?been\s(?:\w+ly\s)?$", re.IGNORECASE)  # "had been widely "
NOT = re.compile(r"n['’]t| not")
# "failed ", "had ", "made it hard for them to "
UNPLANNED = re.compile(
    r"\b(?:fail\w*|refus\w+|declined|unable|able|difficult|hard|easy|impossible|managed|forced|had|helped|needed"
    r"|enough)\s(?:for (?:\w+ ){1,3})?$",
    re.IGNORECASE,
)
INFINITIVE = re.compile(r"\bto\s$")
ADJECTIVE = re.compile(r"\b(?:a|an|the|his|her|its|their|our|my|this|still|in|of|by|with)\s$", re.IGNORECASE)
# Nouns too: "rejected the plan on Tuesday", "signed the will"
NOUNS = frozenset("plan plans will vote votes need needs start starts promises forecasts must".split())
DETERMINER = re.compile(
    r"(?:\b(?:the|an?|its|his|her|their|our|my|this|that|these|those|any|no)|['’]s)\s$", re.I
)
# "a rescue ", not "the ministers "
MODIFIER = re.compile(
    r"(?:\b(?:the|an?|its|his|her|their|our|my|this|that|any|no)|['’]s)\s(?!\w+s\s)[a-z-]+\s$", re.I
)
# "agreed to", "will", "is expected", "said", "opened"
VERB = re.compile(rf"\b(?:(?P<intention>{INTENTION})|(?P<future>{FUTURE})|(?P<past>{PAST}))\b", re.IGNORECASE)
# `left." `, "left; ", "left – ", ", but "
CLAUSE_END = re.compile(
    r"[.;:!?”\"]\s|\n|\s[–—-]{1,2}\s|,?\s(?:but|although|while|whereas|which|who|because|after|before)\s"
)
UNTIL = re.compile(
    r"\b(?:until|till|no later than|as (?:soon|early) as|(?:effective|starting|beginning)(?: on| from)?)\s$",
    re.IGNORECASE,
)
AHEAD_OF = re.compile(r"\bahead of [^,;\n]{0,30}$")  # "ahead of the vote on "
DUE_TO_CAUSE = re.compile(r" to (?!be\b)")  # "due to injuries"
PRESENT_BE = re.compile(r"\b(?:is|are)\s$", re.IGNORECASE)
BE_BEFORE = re.compile(r"\b(?:is|are|was|were|be|been|being|[a-z]+ly)\s$")  # "was ", "nearly "
# "on Monday, officials quickly closed it"
VERB_BEHIND = re.compile(
    r"\s(?:\w+ly\s)?(?!(?:was|were|had|has|have|did|since|due)\b)(?:" + PAST + r")\b", re.IGNORECASE
)
FUTURE_MODIFIER = re.compile(
    r"\b(?:due|scheduled|planned|expected|slated|set|coming|held|will|would|delivery)\s(?:for\s|in\s|on\s|until\s)?$",
    re.I,
)
# "set a hearing for ", "fixing "
ARRANGED = re.compile(r"\b(?:set|sets|setting|fixed|fixes|fixing)\s(?:[^.,;]{0,40}\sfor\s)?$")
EVENT_PURPOSE = re.compile(r"(?:,? (?:19|20)\d\d,?)? for\b")  # " for a hearing", ", 2017, for"
PURPOSE_CLAUSE = re.compile(r"\bto\s(?!the\b|a\b|an\b)[a-z]+\b[^.;]*\bby\s$")  # "a plan to pay the loan by"
# "and on "
FRONTED_ADVERBIAL = re.compile(r"\s*(?:(?:and|but|so|then)\s)?(?:on|in|by|at|early|late)?\s*", re.IGNORECASE)
# "after a march held on "
SUBORDINATE = re.compile(r"\b(?:after|following|since)\s[^.;\n]*\b(?:on|in|early|late)\s$")
COORDINATE = re.compile(r"\b(?:and|but|so|then|while|as)\s(?:(?:on|in|by|at|early|late)\s)?$", re.IGNORECASE)
# "ended. "; not "Roe vs. Wade"
SENTENCE_END = re.compile(r"(?<=\w{3})[.;!?]\s|\n")  # not "Roe vs. Wade"
# "was closed", "lasted"
DURATIVE_PAST = re.compile(
    r"\b(?:was|were|had|did|waited|lasted|went|stayed|remained)\b(?! (?:extended|delayed|postponed|put off))",
    re.I,
)


def direction_at(text: str, start: int, end: int) -> Direction | None:
    """The direction of the verb nearest to `text[start:end]`, in the clause before it, else behind."""
    if EVENT_NOUN_BEHIND.match(text, end, end + 40):
        return "past"
    left = _clause_before(text, start)
    until = UNTIL.search(left)  # "postponed until Tuesday" looks ahead, "was closed until Tuesday" back
    if until and until.start() > 0:
        return "past" if DURATIVE_PAST.search(left) and not EXTENDED.search(left) else "future"
    if text.startswith(",", end) and COORDINATE.search(left):
        left = ""  # "... and on Sunday, he left"
    if PURPOSE_CLAUSE.search(left) or AHEAD_OF.search(left):
        return "future"
    if (arranged := ARRANGED.search(left)) and (
        arranged[0].endswith("for ") or EVENT_PURPOSE.match(text, end)
    ):
        return "future"
    before = list(_verb_directions(left))
    if before and before[-1] == "past":
        return "past"
    behind = _clause_behind(text, left, end)
    if before and not (VERB_BEHIND.match(behind) and not FUTURE_MODIFIER.search(left)):
        return "future"
    found = next(_verb_directions(behind, behind=True), "future" if until else None)
    if found is None and SUBORDINATE.search(text, max(0, start - MAX_CHARS_TO_VERB), start):
        return (
            "past" if "past" in _verb_directions(_sentence_before(text, start)) else None
        )  # "was held after a march on Monday"
    return found


def _verb_directions(clause: str, *, behind: bool = False) -> Iterator[Direction]:
    """Yield the direction of each verb of a clause, in order. behind: the clause follows the expression."""
    for verb in VERB.finditer(clause):
        before = clause[max(0, verb.start() - 30) : verb.start()]
        words = verb[0].lower()
        if verb["future"] and _is_noun(words.split()[0], before):
            continue
        if verb["intention"]:
            yield "past" if behind and words.endswith("ed to") else "future"
        elif verb["past"]:
            if PARTICIPLE.search(before):
                yield "past" if FAILED.search(clause[: verb.start()]) else "future"
            elif words in ("held", "heard", "fought") and PRESENT_BE.search(before):
                yield "future"  # "when the case is heard"
            elif words[-2:] != "ed" or not ADJECTIVE.search(before):
                yield "past"
        elif words == "could" and NOT.match(clause, verb.end()):
            yield "past"
        elif INFINITIVE.search(before) or (words.startswith("to ") and UNPLANNED.search(before)):
            continue  # "had been due to expire" is past for its "had been due"
        elif words == "due" and DUE_TO_CAUSE.match(clause, verb.end()) and not BE_BEFORE.search(before):
            continue  # "withdrew due to injuries"
        elif words in ("due", "expected", "scheduled", "slated") and HAD.search(before):
            yield "past"
        else:
            yield "future"


def _is_noun(word: str, before: str) -> bool:
    """Whether a word that may be a verb is a noun by what stands in front of it."""
    if word not in NOUNS:
        return False
    return DETERMINER.search(before) is not None or (word == "plan" and MODIFIER.search(before) is not None)


def _clause_before(text: str, start: int) -> str:
    left = text[max(0, start - MAX_CHARS_TO_VERB) : start]
    cut = 0
    for boundary in CLAUSE_END.finditer(left):
        cut = boundary.end()
    return left[cut:]


def _sentence_before(text: str, start: int) -> str:
    return SENTENCE_END.split(text[max(0, start - MAX_CHARS_TO_VERB) : start])[-1]


def _clause_behind(text: str, left: str, end: int) -> str:
    """The rest of the clause; of "In May, a week after the vote, he left" the rest of the sentence."""
    right = text[end : end + MAX_CHARS_TO_VERB]
    fronted = right.startswith(",") and FRONTED_ADVERBIAL.fullmatch(left)
    boundary = (SENTENCE_END if fronted else CLAUSE_END).search(right)
    return right[: boundary.start()] if boundary else right
