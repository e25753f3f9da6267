"""What kind of act a cue reports: a statement, an attitude, or another."""

from __future__ import annotations

import re

from extract.quote import Act

_STATEMENT = """
accuse acknowledge add address admit advise advocate affirm allege announce answer apologize
apologise appeal argue ask assert assure attest attribute author aver avow blame blast bemoan boast brag brief
broadcast call caution challenge characterize characterise charge chide cite claim clarify comment commend
complain concede conclude condemn confess confide confirm congratulate contend continue counter credit
criticize criticise cry deadpan declare decry defend deliver demand demur denounce deny deplore depict deride
describe detail dictate disclose dismiss dispute draft dub elaborate email emphasize emphasise encourage
endorse enquire enumerate exclaim exhort explain express extol fault gush grumble hail hint implore imply
indicate inform inquire insinuate insist instruct interject interview intone invite issue joke jibe label
lambaste lament laud lecture lie list maintain mention message moan mock mutter name narrate note notify
object observe offer opine order outline pen persuade phrase pitch plead pledge point portray post praise
preach predict proclaim profess promise pronounce propose protest publish query question quip quote
reaffirm react read reassure rebut recall recite recommend recount refer refute reiterate reject rejoin relate
relay remark remind repeat reply report repudiate request respond restate retort retweet reveal rip say scoff
scold shout slam snap speak specify speculate spell state stipulate stress suggest sum summarize summarise
swear talk tease tell testify text thank threaten tout trumpet tweet underline underscore unveil update urge
utter vent voice vow warn weigh welcome whisper write yell estimate forecast project release find show
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
    confident afraid convinced concerned hopeful optimistic pessimistic certain sure happy glad proud angry
    disappointed frustrated surprised skeptical sceptical eager thoughts mind""".split()
)
_IRREGULAR = {
    "said": "say", "told": "tell", "wrote": "write", "written": "write", "spoke": "speak", "spoken": "speak",
    "swore": "swear", "sworn": "swear", "found": "find", "shown": "show", "thought": "think", "felt": "feel",
    "knew": "know", "known": "know", "saw": "see", "seen": "see", "understood": "understand", "foresaw": "foresee",
    "forgot": "forget", "forgotten": "forget", "misunderstood": "misunderstand", "lying": "lie", "lied": "lie",
    "dreamt": "dream", "spelt": "spell", "summed": "sum", "ripped": "rip", "quipped": "quip",
}  # fmt: skip
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


def act_of(cue: str | None) -> Act:
    """The act that a cue reports. cue: its words as they stand; None (quotation marks alone) states.

    The first word that tells decides: "said he believes" states. A cue without such a word is "other".
    """
    if cue is None:
        return "statement"
    if cue.strip().endswith(":"):
        return "statement"
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
