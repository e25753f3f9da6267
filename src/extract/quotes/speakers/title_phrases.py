"""Title phrases: the words in front of a name, and the apposition behind it, that say who a person is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from extract.layout.spans import CharSpan
from extract.lexicon.honorifics import COURTESIES, HONORIFICS, RANK_ACRONYMS
from extract.lexicon.person_nouns import is_person_noun
from extract.lexicon.reporting_verbs import alternation, finite_forms, reporting_verbs
from extract.lexicon.tokens import WORD, fold
from extract.quotes.article_index import ArticleIndex
from extract.quotes.entities.names import Name

_ABBREVIATED = (
    "Sen Rep Gov Gen Col Sgt Maj Adm Rev Hon Det Sec Amb Cmdr Capt Prof Supt Insp Lt Dr Mr Ms Mrs St Smt Sri"
).split()
# "He left. Mayor Ada Brunn"
_BREAK = re.compile(
    r"[,;:()\"“”«»\n—–]|\." + "".join(rf"(?<!\b{word}\.)" for word in _ABBREVIATED) + r"(?<!\b[A-Z]\.)\s"
)
_ACRONYM = re.compile(r"\(\s*[A-Z][A-Za-z&.]{1,7}\s*\)")  # "head of the Bureau (HSB) Ada Brunn"
_SAYS = finite_forms(reporting_verbs("say", "tell"))
# A finite verb before any relative pronoun: a clause of its own, no apposition. "the deal was late"
_CLAUSE = re.compile(
    r"^(?:(?!\b(?:who|which|that|whose|where)\b).)*?\b(?:will|is|was|are|were|has|had|have|would|could|can|may|might|did"
    rf"|does|must|should|{alternation(_SAYS)})\b"
)
_LINKERS = frozenset("of for the and to in at on de & from".split())
# Words with a capital at the head of a sentence that are no part of the title behind them.
_OPENERS = frozenset(
    """a an and but or so yet then later earlier meanwhile however also still when while as after before on
    in at by with for since until though although because if that this his her its their our my yesterday
    today tonight tomorrow monday tuesday wednesday thursday friday saturday sunday january february march
    april may june july august september october november december last next only even asked according
    like unlike both either neither""".split()
)
_ROLE_ADJECTIVES = frozenset(
    """former acting chief executive deputy senior vice top interim incoming outgoing longtime managing
        general assistant associate principal lead national international regional foreign prime permanent
        special co-founder presidential vice-presidential gubernatorial mayoral congressional republican
        democratic financial operating technology marketing communications press media security defence
        defense interior finance health education environment justice home trade energy agriculture state
        federal local shadow then ex ranking sales policy legal medical research law world political
        economic""".split()
)
# What somebody may be the "member", "leader" or "spokesman" of, in one word before it.
_ROLE_NOUNS = frozenset(
    """board school police union party opposition company team club hospital city county district council
        committee government ministry department army military navy church bank business community campaign
        labor labour trade youth student defense defence relief aid emergency fire weather climate energy
        oil gas mining farm tourism transport tribal village town industry market fund football basketball
        baseball soccer tennis hockey cricket rugby project program programme site plant store hotel airline
        airport port railway media radio television tv news sports film book art festival conference cabinet
        parliament parliamentary senate house court immigration border customs tax budget minority majority
        rebel militia guerrilla separatist peace threat cyber data software computer safety water power
        nuclear space science history art english physics chemistry biology economics criminal civil
        families women housing welfare traffic road investment equity bond currency stock portfolio credit
        intelligence counterterrorism weapons human rights rights advanced""".split()
)
_TITLE_WORDS = _LINKERS | _ROLE_ADJECTIVES | _ROLE_NOUNS
_NO_START = _LINKERS | _OPENERS
_NO_END = _LINKERS | COURTESIES
# What may stand between a name and its apposition: "(D)", ", 48", ", M.D., Ph.D.".
_BETWEEN = (
    r"(?:\s*\([^()\n]{1,30}\))?(?:,\s+(?:aged\s+)?\d{1,3}(?=,))?"
    r"(?:,\s+(?:M\.?D|Ph\.?\s?D|J\.?D|D\.?O|D\.?V\.?M|D\.?D\.?S|R\.?N|M\.?P\.?H|M\.?B\.?A|M\.?S|M\.?A|CPA|CFA"
    r"|Esq|[KQ]\.?C|SC|[OMC]BE|FRS|[JS]r)\.?(?=,)){0,3}"
)
# "Ada Brunn, FRCS, head of surgery, left"
_POST_NOMINAL = re.compile(
    r",\s+[A-Z]{2,6}(?=,\s+(?:an?|the|former|[a-z][\w-]*\s+(?:of|at|for|in)|[a-z][\w-]*\s[a-z][\w-]*\s(?:of|at))\s)"
)
# "Ada Brunn (D), 48, a surgeon at the clinic, left"
_APPOSITIVE = re.compile(
    _BETWEEN + r",\s+((?:[a-z][\w-]*|[A-Z][\w.’'&-]+)\s(?:[^,;:.\n“”\"]|\.(?=\w)|(?<=\b[A-Z])\.){2,140}|"
    r"[a-z][\w-]+|[A-Z]{2,4})(?<!\b[DMS]r)(?<!\b(?:Ms|St))(?=,|\.(?:\s|$)|$|\n)"
)


def titles_of(index: ArticleIndex, name: Name) -> list[CharSpan]:
    """The phrases beside a person's mentions that say who they are, first mentions first."""
    out = []
    for mention in name.mentions:
        if before := prenominal(index, mention.span):
            out.append(before)
        if after := appositive(index, mention.span):
            out.append(after)
    return out


def prenominal(index: ArticleIndex, name: CharSpan) -> CharSpan | None:
    """The title in front of a name: "Deputy Minister of Defence", "FBI Director", "spokeswoman".

    It is the longest run of words before the name, in one clause, of names, roles and the small words
    between them, that holds a role.
    """
    text = index.text
    low = max(index.sentence(name.start).start, name.start - 120)
    others = index.people_in(CharSpan(min(low, name.start), name.start))
    low = max([low, *(mention.span.end for mention, _ in others)])
    before = _ACRONYM.sub(lambda found: " " * len(found[0]), text[low : name.start])
    cut = max((m.end() for m in _BREAK.finditer(before)), default=0)
    words = list(WORD.finditer(before, cut))
    start, has_role = len(words), False
    for k in range(len(words) - 1, -1, -1):
        word = words[k][0]
        lower = word.lower().rstrip(".")
        role = _names_role(word)
        if not (word[0].isupper() or role or lower in _TITLE_WORDS):
            break
        if lower in _LINKERS and k == len(words) - 1:
            break
        has_role |= role
        start = k
    while start < len(words) and words[start][0].lower().rstrip(".") in _NO_START:
        start += 1
    title = _own_title(words[start:])
    if not title or not has_role:
        return None
    return CharSpan(low + title[0].start(), low + title[-1].end())


def _own_title(words: Sequence[re.Match[str]]) -> Sequence[re.Match[str]]:
    """A title without the honorific behind it ("archaeologist Dr"), and without what it is only the end of:
    "brother of President" is no title of the president."""
    end = len(words)
    while end and fold(words[end - 1][0]) in _NO_END:
        end -= 1
    start = end
    while start and _is_role(words[start - 1][0]):
        start -= 1
    if 0 < start < end and _names_role(words[end - 1][0]) and words[start - 1][0].lower() in _OF:
        return words[start:end]
    return words[:end] if any(_names_role(word[0]) for word in words[:end]) else ()


def _names_role(word: str) -> bool:
    lower = word.lower().rstrip(".")
    return (is_person_noun(lower) and word != "pm") or lower in HONORIFICS or word in RANK_ACRONYMS


def _is_role(word: str) -> bool:
    return _names_role(word) or word.lower().rstrip(".") in _ROLE_ADJECTIVES


_OF = frozenset(["of", "to", "for", "by", "with"])
PREPOSITIONS = frozenset("of for at in with to from by on".split())
RELATIVES = ("who", "whom", "whose", "which", "that", "where", "when")
# "a surgeon who led the team"
_RELATIVE_CLAUSE = re.compile(rf"\s+(?:{'|'.join(RELATIVES)}|as\s+saying)\b")
_DETERMINERS = r"(?:an?|the|its|his|her|their|our|my|your|this|that|these|those|some|any)"
_PREPOSITION = (
    rf"(?:{'|'.join(sorted(PREPOSITIONS))}|beside|behind|about|into|before|after|against|like"
    r"|unlike|through|during|via|among|under|over|near|outside|inside|off|out|up|down|alongside|without|within|across"
    r"|along|around|towards?|back)"
)
# A participle with its object, a negation, a preposition: "reading a letter", "no friend of", "with her"
_NO_APPOSITION = re.compile(
    rf"(?:\w+(?:ed|ing|wn|en)\s+(?:{_PREPOSITION}|{_DETERMINERS})|no|not|never|{_PREPOSITION})\s",
    re.IGNORECASE,
)
# "the first woman to lead it"
_RANKED = re.compile(
    r"(?:the|an?)\s(?:first|last|only|next|best|worst|most|least|same|kind|sort)\s[^,]*\bto\s[a-z]+\b"
)
_BODY = "arms? hands? sides? laps? hips? shoulders? backs? knees? neck feet head face chest eyes? lips mouth"
# An absolute construction tells how somebody looks: "a child on her arm", "a dog at his side"
_ABSOLUTE = re.compile(
    r"\s(?:on|in|at|by|round|around|under|over|against|across)\s(?:his|her|their|its)\s(?:\w+\s)?"
    rf"(?:{_BODY.replace(' ', '|')})\b"
)
# An object with a determiner of its own: "led by the coach", not "a University of Oslo coach"
_OBJECT = re.compile(rf"\s{_PREPOSITION}\s(?:\w+\s)*?{_DETERMINERS}\s[^,]*$")
_NO_TITLE = _SAYS | frozenset("who whose whom and but which where when".split())


def without_clause(text: str, phrase: CharSpan) -> CharSpan:
    """Of "a surgeon who led the team" the surgeon."""
    clause = _RELATIVE_CLAUSE.search(text, phrase.start, phrase.end)
    return CharSpan(phrase.start, clause.start() if clause else phrase.end)


def appositive(index: ArticleIndex, name: CharSpan) -> CharSpan | None:
    """The apposition behind a name that says who it is: ", a surgeon who led the team,"."""
    start = name.end
    while honour := _POST_NOMINAL.match(index.text, start):
        start = honour.end()
    found = _APPOSITIVE.match(index.text, start) or _APPOSITIVE.match(index.text, name.end)
    if not found:
        return None
    phrase = CharSpan(found.start(1), found.end(1))
    words = WORD.findall(phrase.of(index.text))
    if words[0].lower() in _NO_TITLE or _CLAUSE.search(phrase.of(index.text)):
        return None
    if (
        _RANKED.match(phrase.of(index.text))
        or _NO_APPOSITION.match(phrase.of(index.text))
        or _ABSOLUTE.search(phrase.of(index.text))
    ):
        return None
    head = [*takewhile(lambda word: word not in PREPOSITIONS and word not in RELATIVES, words)]
    # "a University of Oslo professor": what is behind a preposition is no head but at the end.
    if not _OBJECT.search(phrase.of(index.text)):
        head += [word for word in words[-1:] if word.islower()]
    return phrase if any(map(is_person_noun, head)) else None
