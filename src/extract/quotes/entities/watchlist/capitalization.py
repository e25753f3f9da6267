"""Capitals as evidence of a name, against the head of a sentence, a headline, or shouting."""

from __future__ import annotations

import re

from extract.lexicon.person_nouns import is_person_noun
from extract.lexicon.words import HONORIFICS
from extract.quotes.entities.names import NameKind
from extract.spans import CharSpan

_MAX_CHARS_AROUND = 160  # on either side, that say how a line is written
_WORDS_AROUND = 3  # on either side, that say whether capitals mean anything
_MIN_SHARE_OF_SMALL_WORDS = 0.2  # of the longer words of running text
_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")  # "Brunn-Holt"
_ARTICLE = re.compile(r"^the\s+", re.IGNORECASE)  # "The Guardian"
# "It rained. “"
_OPENING = re.compile(r"(?:^|[\n.!?:;…•*]|\s[-–—])[\"“”‘’'\s(\[«]*$|[\"“‘«(\[]\s?$")
_WORD_BEFORE = re.compile(r"([^\W_][\w’'-]*)(?:\.?[^\S\n]|[-‐])$")  # "Mr. Norvik"
_WORD_BEHIND = re.compile(r"(?:[^\S\n]|[-‐])([^\W_][\w’'-]*)")  # "Norvik Bank"
# "Norvik’s plan", "Norvik said no"
_SAYS = re.compile(r"['’]s\b|\s(?:said|says|told|announced|reported|added|warned|denied|has|will|was|is)\b")


def stands_out(text: str, span: CharSpan) -> bool:
    """Whether what stands at `span` is a name by its capitals: always when several words have them.

    One word with a capital is a name inside a sentence of running text. At the head of a sentence it is
    one if it is the subject of what follows or no common word has its capitals ("eBay", "3M"); all in
    capitals, unless its neighbours are too.
    """
    before, behind = _line_around(text, span)
    name = _name(text, span)
    if name.isupper() and _is_shouted(before, behind):
        return False
    if len(_WORD.findall(name)) > 1:
        return True
    if name[1:] != name[1:].lower() or name[0].isdigit():
        return True
    if _OPENING.search(before[-6:]) and not _is_titled(before):
        return bool(_SAYS.match(behind)) and _is_running(before + behind)
    return _is_running(before + behind)


def _name(text: str, span: CharSpan) -> str:
    return _ARTICLE.sub("", span.of(text), count=1)


def _line_around(text: str, span: CharSpan) -> tuple[str, str]:
    """What stands before and behind on the same line, as far as it matters."""
    low, high = max(0, span.start - _MAX_CHARS_AROUND), min(len(text), span.end + _MAX_CHARS_AROUND)
    stop = text.find("\n", span.end, high)
    start = max(low, text.rfind("\n", low, span.start) + 1)
    return text[start : span.start], text[span.end : high if stop < 0 else stop]


def _is_shouted(before: str, behind: str) -> bool:
    """Whether most of the words around are in capitals too."""
    near: list[str] = _WORD.findall(before)[-_WORDS_AROUND:] + _WORD.findall(behind)[:_WORDS_AROUND]
    return 2 * sum(word.isupper() for word in near) > len(near)


def _is_running(around: str) -> bool:
    longer: list[str] = [word for word in _WORD.findall(around) if len(word) > 3]
    return sum(word.islower() for word in longer) >= _MIN_SHARE_OF_SMALL_WORDS * max(1, len(longer))


def goes_on(text: str, span: CharSpan, *, kind: NameKind) -> bool:
    """Whether one word is a part of a longer name: "Ford Island", "Jan Ford", but not "Ford President"."""
    before, behind = _line_around(text, span)
    if len(_WORD.findall(_name(text, span))) > 1:
        return False
    after = _WORD_BEHIND.match(behind)
    if after and after[1][0].isupper() and not _is_title(after[1]):
        return True
    front = _WORD_BEFORE.search(before)
    if front is None or not front[1][0].isupper():
        return False
    if _is_titled(before):
        return kind == "organization"
    at_head = _OPENING.search(before[: front.start()]) is not None
    return not at_head and not _is_title(front[1])


def _is_titled(before: str) -> bool:
    """Whether an honorific stands right before: the full stop of "Mr." ends no sentence."""
    front = _WORD_BEFORE.search(before)
    return front is not None and front[1].lower() in HONORIFICS


def _is_title(word: str) -> bool:
    return word.lower() in HONORIFICS or is_person_noun(word.lower())
