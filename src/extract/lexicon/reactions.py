"""Reactions: sentences that bring in a speaker without a verb of saying ("John Doe disagreed.")."""

from __future__ import annotations

import re

from extract.lexicon.reporting_verbs import alternation, forms_of, reporting_verbs

_MOODS = (
    r"blunt|unimpressed|unmoved|unconvinced|unapologetic|unrepentant|undeterred|unequivocal|scathing|furious"
    r"|livid|angry|dismissive|s[ck]eptical|adamant|defiant|clear|frank|candid|direct|emphatic|categorical"
    r"|damning|critical|optimistic|pessimistic|philosophical|upbeat|cautious|wary|worried|concerned|delighted"
    r"|relieved|pleased|happy|thrilled|proud|jubilant|ecstatic|emotional|tearful|disappointed|frustrated"
    r"|puzzled|baffled|stunned|shocked|surprised|sure|certain|unsure|impressed|convinced|gracious|generous"
    r"|having none of it|in no (?:doubt|mood)|of (?:the same|another|a different) (?:mind|view|opinion)"
)
_BARE = forms_of(reporting_verbs(takes="nothing"), "third", "past")
REACTS = (
    rf"(?:{alternation(_BARE)}|differ(?:s|ed)|beg(?:s|ged)\s+to\s+differ"
    r"|sh(?:ook|akes)\s+(?:his|her|their|a)\s+head|roll(?:s|ed)\s+(?:his|her|their)\s+eyes"
    rf"|(?:is|was|remain(?:s|ed)|seem(?:s|ed)|sound(?:s|ed)|appear(?:s|ed)|look(?:s|ed))\s+(?:[\w-]+\s+){{0,2}}(?:{_MOODS})"
    r"|ha[ds]\s+(?:an?|another|no)\s+(?:[\w-]+\s+){0,2}"
    r"(?:view|opinion|message|answer|explanation|warning|theory|doubts?|take|response|reply|word|advice)"
    r"|puts?\s+it|t(?:ook|akes)\s+(?:an?|another)\s+(?:[\w-]+\s+)?view|s(?:aw|ees)\s+(?:it|things)\s+differently"
    r"|(?:did|does)\s*(?:not|n[’']t)\s+(?:mince|hold\s+back|agree)"
    r"|(?:hit|hits|fired|fires|shot|pushed|pushes)\s+back|(?:went|goes)\s+further|(?:chimed|chimes|weighed|weighs)\s+in"
    r"|sp(?:oke|eaks)\s+(?:out|up|next|first))\b"
)
ADVERBS = r"(?:(?:also|just|simply|then|however,|too|[a-z]+ly)\s+){0,2}"
# A sentence between two quotations of one paragraph that brings in somebody new:
# "she said. But Jan Holt, the mayor, was blunt: “".
_NEW_SUBJECT = re.compile(
    r"[.!?]\s+(?:But\s+)?(?P<subject>[A-Z][\w’'-]*\.?(?:\s+(?:[A-Z][\w’'-]*\.?|of|for|the|[a-z]+er|[a-z]+or)){0,7})"
    rf"(?:,\s[^,.;:]{{2,90}},)?\s+{ADVERBS}{REACTS}[^.!?\"“”]{{0,60}}[.!:]\s*[\"“‘'«„]?\s*$"
)
MAX_INTRODUCTION_CHARS = 400  # of a sentence that introduces somebody
_PRONOUNS = frozenset("he she they it i we who".split())


def brings_in_another(between: str, source: str | None) -> bool:
    """Whether the words between two quotations end in a sentence about the reaction of somebody who is not
    their source: `Jane Roe said. John Doe disagreed.`"""
    found = _NEW_SUBJECT.search(between[-MAX_INTRODUCTION_CHARS:])
    if found is None or source is None:
        return False
    subject = found["subject"].split()
    if subject[0].lower() in _PRONOUNS or not subject[-1][0].isupper():
        return False
    if subject[-1] in source:
        return False
    return source.lower() not in _PRONOUNS or sum(word[0].isupper() for word in subject) > 1
