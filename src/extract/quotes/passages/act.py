"""Acts of cues: whether one reports a statement, an attitude, or another act."""

from __future__ import annotations

import re

from extract.quotes.quote import Act

_STATEMENT = """
accuse acknowledge add address admit advise advocate affirm allege announce answer apologize
apologise appeal argue ask assert assure attest attribute author aver avow blame blast bemoan boast brag brief
broadcast call caution challenge characterize characterise chide cite claim clarify comment commend
report_failure concede conclude condemn confess confide confirm congratulate contend continue counter credit
criticize criticise cry deadpan declare decry defend deliver demand demur denounce deny deplore depict deride
describe dictate disclose dismiss dispute draft dub elaborate email emphasize emphasise encourage
endorse enquire enumerate exclaim exhort explain express extol fault gush grumble hail hint implore imply
indicate inform inquire insinuate insist instruct interject interview intone invite issue joke jibe label
lambaste lament laud lecture lie maintain mention message moan mock mutter narrate note notify
object observe opine order outline pen persuade phrase pitch plead pledge point portray post praise
preach predict proclaim profess promise pronounce propose protest publish query question quip quote
reaffirm react read reassure rebut recall recite recommend recount refer refute reiterate reject rejoin relate
relay remark remind repeat reply report repudiate request respond restate retort retweet reveal rip say scoff
scold shout slam snap speak specify speculate spell state stipulate stress suggest sum summarize summarise
swear talk tease tell testify text thank threaten tout trumpet tweet underline underscore unveil update urge
utter vent voice vow warn weigh welcome whisper write yell estimate forecast project find show
"""
_ATTITUDE = """
admire agree anticipate appreciate approve assume believe care consider contemplate covet deem desire despise
detest disagree disapprove dislike distrust doubt dread dream embrace enjoy envisage envision expect fancy
favor favour fear feel figure foresee forget guess hate hope imagine intend interpret know like loathe long
love mind misunderstand mourn muse need oppose perceive ponder prefer presume prize realize realise reckon
recognize recognise regard regret relish remember resent respect see sense suppose support suspect sympathize
sympathise think treasure trust understand value view want weigh wish wonder worry yearn
"""
_STATEMENT_NOUNS = frozenset(
    """according statement remark remarks comment comments announcement speech interview letter report
        testimony tweet message claim allegation accusation assertion warning question answer reply response
        criticism promise pledge call appeal complaint confession denial explanation suggestion proposal
        recommendation prediction warning words advice argument reportedly allegedly per claims statements
        allegations quoted via in""".split()
)
_ATTITUDE_NOUNS = frozenset(
    """belief hope fear opinion view feeling doubt concern concerns hopes fears views opinions worried
        confident afraid convinced concerned hopeful optimistic pessimistic certain sure happy glad proud
        angry disappointed frustrated surprised skeptical sceptical eager thoughts mind""".split()
)
_IRREGULAR = {
    "said": "say", "told": "tell", "wrote": "write", "written": "write", "spoke": "speak", "spoken": "speak",
    "swore": "swear", "sworn": "swear", "found": "find", "shown": "show", "thought": "think", "felt": "feel",
    "knew": "know", "known": "know", "saw": "see", "seen": "see", "understood": "understand",
    "foresaw": "foresee", "forgot": "forget", "forgotten": "forget", "misunderstood": "misunderstand",
    "lying": "lie", "lied": "lie",
    "dreamt": "dream", "spelt": "spell", "summed": "sum", "ripped": "rip", "quipped": "quip",
}  # fmt: skip
_TOPIC_VERBS = frozenset(
    """criticize criticise praise condemn oppose defend endorse attack blast slam support welcome mention
        cite discuss talk quote list name denounce applaud mock ridicule detail refer address blame reject
        dismiss describe call ask answer question repeat contain honour honor hail salute champion back
        favor favour tout decry deplore lament advise advocate encourage""".split()
)
_PRONOUNS = frozenset(["it", "this", "that", "so", "them", "him", "her", "these", "those", "what"])
_MAX_TOPIC_WORDS = 3  # a content of no more is no claim, unless it was plainly "said"
# "as she told us"
_SAYING = re.compile(
    r"\b(?:sa(?:id|ys?|ying)|t(?:old|ells?|elling)|according|add(?:ed|s|ing))\b", re.IGNORECASE
)
# "did not say how", "declined to say", "was asked why"
_NOT_SAID = re.compile(
    r"\b(?:did|does|do|would|could|will|has|have|had|is|was|were)(?:\s+not|n['’]t)\s+(?:\w+\s+)?"
    r"(?:say|tell|comment|mention|repeat|respond|suggest|specify|explain|elaborate|discuss|identify|disclose"
    r"|said|told)|\b(?:declin|refus)(?:e|es|ed|ing)\s+to\b|\bwithout\s+\w+ing\b"
    r"|^\s*(?:when\s+)?[Aa]sked\s+(?:about|if|whether|why|how|what)\b|^\s*(?:Asked|[Ww]hen\s+asked|[Oo]nce\s+asked)\b"
    r"|\b(?:was|were|is|are|been|being)\s+asked\b"
)
# "not to be named"
_ANONYMITY = re.compile(
    r"^(?:not )?to (?:be|remain) (?:named|identified|quoted|anonymous)"
    r"|^(?:on (?:the )?condition of )?anonymity"
)
# "is widely expected to", "known as"
_PASSIVE_ATTITUDE = re.compile(
    r"\b(?:is|are|was|were|be|been|being|widely|also|better|best)\s+(?:\w+ly\s+)?"
    r"(?:expected|known|seen|viewed|considered|regarded|supposed|believed|thought|intended|offered|charged)\b"
    r"|^(?:known|expected|seen|regarded|considered)\b"
)
# "the deal was a mistake", "it’s coming"
_CLAUSE = re.compile(
    r"\b(?:is|are|was|were|am|be|been|has|have|had|will|would|can|could|may|might|must|shall|should|do|"
    r"does|did|won|that|whether|if|because|to|not|no|there|it|he|she|they|we|I|how|why|what)\b"
    r"|n['’]t\b|['’](?:s|re|ve|ll|d|m)\s+\w+(?:ing|ed|en)\b",
)
# What people do as they say something ("laughed"): it reports nothing, unless a quoted sentence follows.
_MANNER = re.compile(
    r"\b(?:laugh|sigh|shrug|chuckl|grumbl|growl|grin|smil|nod|sob|weep|wept|fum|rag|roar|bark|beam|giggl|groan|gasp"
    r"|shriek|scream|sneer|snort|hiss|purr|sniff|bellow|thunder|enthus)(?:s|es|e|[a-z]?e?d|[a-z]?ing)?\b"
    r"|\bputs?\s+it\b|\b(?:shot|shoots|hit|hits|fired|fires)\s+back\b|\bma(?:de|kes)\s+(?:it\s+)?clear\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[A-Z][^\n]*?\s[a-z]")  # "The deal was late"
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")  # "O’Brien-Holt"


def act_of(cue: str | None, content: str, *, quoted: bool) -> Act:
    """The act that a cue reports of a content.

    cue: its words as they stand; None (quotation marks alone) states. content: its words. quoted:
    whether quotation marks stand in it. The first word of the cue that tells decides: "said he
    believes" states. A cue without such a word is "other" unless it tells how a quoted sentence was said
    ("laughed") or whose view it is ("To him, it is a ..."), and so is what was not said ("declined to
    say how"), what the source was asked, and a bare topic without a claim ("criticized the deal").
    """
    if cue is None or cue.strip().endswith(":"):
        return "statement"
    if _NOT_SAID.search(cue) or content.strip().lower() in _PRONOUNS or _ANONYMITY.search(content):
        return "other"
    if not quoted and (_PASSIVE_ATTITUDE.search(cue) or _is_topic(cue, content)):
        return "other"
    act = _by_words(cue)
    if act == "other" and quoted and _is_spoken(cue, content):
        return "statement"
    return act


def _is_spoken(cue: str, content: str) -> bool:
    """Whether quoted words were said though no verb says so: behind "laughed", or in front of "to him"."""
    if cue.strip().lower() in ("to", "for"):
        return _CLAUSE.search(content) is not None
    return _MANNER.search(cue) is not None and _SENTENCE.match(content) is not None


def _is_topic(cue: str, content: str) -> bool:
    """Whether the content is a noun phrase that a claim is about rather than a claim."""
    words = _WORD.findall(content)
    if _CLAUSE.search(content):
        return False
    if len(words) <= _MAX_TOPIC_WORDS and not _SAYING.search(cue):
        return True
    return any(_lemmas(word) & _TOPIC_VERBS for word in _WORD.findall(cue.lower()))


def _by_words(cue: str) -> Act:
    for word in _WORD.findall(cue.lower()):
        lemmas = _lemmas(word)
        if lemmas & _STATEMENTS or word in _STATEMENT_NOUNS:
            return "statement"
        if lemmas & _ATTITUDES or word in _ATTITUDE_NOUNS:
            return "attitude"
    return "other"


def _lemmas(word: str) -> set[str]:
    """What a verb form may be a form of."""
    out = {word, _IRREGULAR.get(word, word)}
    for ending, replacements in _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + 1:
            stem = word[: -len(ending)]
            out |= {stem + new for new in replacements}
            if len(stem) > 2 and stem[-1] == stem[-2]:
                out.add(stem[:-1])
    return out


_ENDINGS = (
    ("ies", ("y",)),
    ("ied", ("y",)),
    ("es", ("", "e")),
    ("s", ("",)),
    ("ed", ("", "e")),
    ("ing", ("", "e")),
)
_STATEMENTS = frozenset(_STATEMENT.split())
_ATTITUDES = frozenset(_ATTITUDE.split())
