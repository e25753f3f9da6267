"""Titles in front of a comma: the noun phrase that a name explains, as in "the union's chairman, NAME,"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.layout.spans import CharSpan
from extract.lexicon.honorifics import HONORIFICS
from extract.lexicon.kinship import KIN
from extract.lexicon.person_nouns import is_person_noun
from extract.lexicon.reporting_verbs import FORMS_WITH_QUOTATION, finite_forms, reporting_verbs
from extract.lexicon.tokens import WORD
from extract.lexicon.word_search import words_among
from extract.quotes.article_index import ArticleIndex
from extract.quotes.speakers.title_phrases import PREPOSITIONS

_MAX_PHRASE_CHARS = 90
# "But the head of customs (HC),"
_BEFORE_COMMA = re.compile(
    r"(?:(?:But|And|Yet|Or|So|Then|Now|Still|Even|While|As|Although|Though|However,|Meanwhile,)\s+)?"
    r"(?P<title>(?:[Tt]he|[Aa]n?|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Oo]ur|[Mm]y|[A-Z][\w’'&-]*)\s"
    rf"[^,.;:“”\"\n]{{3,{_MAX_PHRASE_CHARS}}}?)"
    r"(?:\s*\([^()\n]{2,60}\))?,\s+$"
)
_DETERMINER = r"(?:the|an?|its|his|her|their|our|my)"
_INNER_DETERMINER = re.compile(rf"\b(?P<before>[\w’'-]+)\s+{_DETERMINER}\s", re.IGNORECASE)  # "asked the"
_OPENING_DETERMINER = re.compile(rf"(?<![\w’'-]){_DETERMINER}\s", re.IGNORECASE)  # "the mayor"
_LINKS = PREPOSITIONS | {"and", "into", "as", "over", "behind"}
# "Police questioned former nurse": without a determiner, a verb is not told from a noun but by its ending.
_VERB_INSIDE = re.compile(r"\s(?!retired\s|combined\s|united\s)[a-z]+ed\s")
# "It came after Chairman Ada Brunn"
_CONJUNCTION = re.compile(r"\b(?:after|before|by|when|while|as|that)\s+(?=[A-Z]|the\s)")
# "asked about it", no acting mayor
_NO_NOUN_PHRASE = re.compile(
    r"(?:he|she|it|they|we|i|you|there|this|that|born"
    r"|(?!acting|managing|leading|incoming|outgoing|retired|retiring|ranking|reigning|founding|presiding)\w+(?:ed|ing))\b",
    re.IGNORECASE,
)
# "The trust’s chief executive"
_POSSESSIVE = re.compile(rf"(?i:{_DETERMINER})\s+(?:[a-z][\w-]*['’]s?\s+)?")
_SAID = finite_forms(reporting_verbs(act="statement", takes="that") + reporting_verbs(takes="hearer"))
_SAID_BEHIND_QUOTATION = _SAID | FORMS_WITH_QUOTATION
_QUOTATION_END = re.compile(r"[\"”’»],?\s+$")  # "It is late,”"
_QUOTATION_BEFORE = re.compile(r"[,.!?…][\"”’»]+,?\s+(?=\w)")  # "It is late,” the mayor"
_MAX_MARK_CHARS = 6  # a closing quotation mark with the space behind it
_ACCORDING_TO = re.compile(r"\baccording\s+to\s+")  # "according to its chief, Ada Brunn"
_SPACE = re.compile(r"\s+")
_HONORIFIC = re.compile(r"(?P<word>[A-Z][A-Za-z]*)\.?\s+$")  # "Dr. Ada Brunn"
_MAX_RANK_CHARS = 4  # of a rank that stands before a name like an honorific: "DSP"
_PURPOSE = re.compile(r"\bto [a-z]")  # "the first minister to resign" is no title
_NAME_END = re.compile(
    r"(?:['’]s)?\s*(?:[,.;:)?!—–“”\"\n]|\(|$)|\s+who\b"
)  # "Ada Brunn, said", "Ada Brunn who"
_HEADS_BEHIND_MODIFIERS = frozenset(["general", "lead"])  # "secretary general", "policy lead"


def before_comma(index: ArticleIndex, mention: CharSpan) -> CharSpan | None:
    """The phrase that a name explains: "The union's secretary general, Ada Brunn, said"."""
    text = index.text
    low = index.sentence(mention.start).start
    end = _without_honorifics(text, low, mention.start)
    if not text[:end].rstrip().endswith(","):
        return None
    opening = [low, *_behind_cue(text, low, end), *_behind_opening(index, low, end)]
    starts = sorted({*opening, *_inside(index, low, end)} if _ends_phrase(text, mention.end) else opening)
    for start in starts:
        found = _BEFORE_COMMA.fullmatch(text, start, end)
        if found is None or not _is_noun_phrase(text, CharSpan(*found.span("title"))):
            continue
        phrase = CharSpan(*found.span("title"))
        if possessor := _POSSESSIVE.match(text, phrase.start, phrase.end):
            phrase = CharSpan(possessor.end(), phrase.end)
        if is_role_phrase(index, phrase) and (start in opening or phrase.of(text).lower() not in KIN):
            return phrase
    return None


def _inside(index: ArticleIndex, low: int, end: int) -> Iterator[int]:
    """Where noun phrases begin inside a clause: at a determiner, at an owner's name, behind a quotation."""
    text, near = index.text, max(low, end - _MAX_PHRASE_CHARS)
    yield from (found.start() for found in _OPENING_DETERMINER.finditer(text, near, end))
    yield from (
        found.end() for found in _QUOTATION_BEFORE.finditer(text, max(0, near - _MAX_MARK_CHARS), end)
    )
    for owner, _ in index.organizations_in(CharSpan(near, end)):
        if text.startswith(("'s ", "’s ", "' ", "’ "), owner.span.end):
            yield owner.span.start


def _ends_phrase(text: str, at: int) -> bool:
    """Whether the phrase of a name ends there: "the mayor, Ada Brunn, said", but not before "and"."""
    if _NAME_END.match(text, at):
        return True
    following = WORD.search(text, at, at + 30)
    return following is not None and following[0].lower() in _SAID


def _is_noun_phrase(text: str, phrase: CharSpan) -> bool:
    """Whether no verb stands in a phrase: in "Police questioned a nurse" one governs the inner phrase."""
    words = phrase.of(text)
    if _NO_NOUN_PHRASE.match(words):
        return False
    if any(found["before"].lower() not in _LINKS for found in _INNER_DETERMINER.finditer(words)):
        return False
    return bool(_OPENING_DETERMINER.match(words)) or not _VERB_INSIDE.search(words)


def _behind_cue(text: str, low: int, end: int) -> list[int]:
    """Where the phrase begins behind the last cue of a stretch of text, if there is one."""
    verbs = (
        verb
        for verb in words_among(_SAID_BEHIND_QUOTATION, text, low, end)
        if verb[0] in _SAID
        or _QUOTATION_END.search(text, max(low, verb.start() - _MAX_MARK_CHARS), verb.start())
    )
    spaces = (_SPACE.match(text, verb.end(), end) for verb in verbs)
    behind = [found.end() for found in (*spaces, *_ACCORDING_TO.finditer(text, low, end)) if found]
    return [max(behind)] if behind else []


def _behind_opening(index: ArticleIndex, low: int, end: int) -> list[int]:
    """Where phrases begin behind one that opens the sentence: "For her part, the mayor, NAME", "It came
    after Chairman of the Board, NAME"."""
    starts = [found.end() for found in _CONJUNCTION.finditer(index.text, low, end)][-1:]
    comma = index.text.rfind(", ", low, index.text.rfind(",", low, end))
    if comma >= 0 and not index.people_in(CharSpan(low, comma)):
        starts.append(comma + 2)
    return starts


def _without_honorifics(text: str, low: int, end: int) -> int:
    """Where the honorifics and ranks begin that stand right before `end`: "Dr", "DSP", "Chief"."""
    while found := _HONORIFIC.search(text, max(low, end - 20), end):
        word = found["word"]
        if word.lower() not in HONORIFICS and not (word.isupper() and 1 < len(word) <= _MAX_RANK_CHARS):
            break
        end = found.start()
    return end


def is_role_phrase(index: ArticleIndex, phrase: CharSpan) -> bool:
    """Whether the head of a noun phrase, the last word before any preposition, is a role."""
    if _PURPOSE.search(phrase.of(index.text)):
        return False
    words = [word.lower() for word in WORD.findall(phrase.of(index.text))]
    cut = next((k for k, word in enumerate(words) if word in PREPOSITIONS), len(words))
    heads = words[:cut]
    return bool(heads) and (
        is_person_noun(heads[-1]) or (len(heads) > 1 and heads[-1] in _HEADS_BEHIND_MODIFIERS)
    )
