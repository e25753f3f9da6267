"""Mentions of people: names without honorifics and ranks, put together where marks or "and" part them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from extract.layout.spans import CharSpan
from extract.lexicon.first_names import MEN, WOMEN
from extract.lexicon.honorifics import HONORIFIC_PAIRS, HONORIFICS, RANK_ACRONYMS
from extract.lexicon.name_parts import POST_NOMINALS
from extract.lexicon.person_nouns import is_person_noun
from extract.lexicon.tokens import NAME_WORD, fold
from extract.quotes.entities.names import NameMention, mention_of

_FIRST = MEN | WOMEN
_DASH = re.compile(r"\s*[—–]\s*")  # "N.C.—Ada Brunn"
_WORD_OF_NAME = re.compile(r"[A-Z][\w.’'-]*")  # "Ada", "J."
# "Jan “The Wall” Holt", `Jan "Boom Boom" Holt`, "Jan (Bo) Holt"
_NICKNAME = re.compile(
    r"(?P<first>[A-Z][\w’'-]+(?: [A-Z]\.)?) [“\"‘'(][A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,2}[”\"’')] (?=[A-Z])"
)
_COUPLE = re.compile(r"\s(?:and|&)\s")  # "Jan and Ada Brunn"


def person_mention(text: str, span: CharSpan) -> NameMention | None:
    """The name inside `span`, without honorifics before it and post-nominals behind it ("KC"); None when
    nothing else is there."""
    span = _beside_dash(text, span)
    words = list(NAME_WORD.finditer(text, span.start, span.end))
    while len(words) > 1 and words[-1][0].replace(".", "") in POST_NOMINALS:
        words.pop()
    while len(words) > 1 and (count := _honorifics(text, words)):
        words = words[count:]
    if not words or (len(words) == 1 and fold(words[0][0]) in HONORIFICS):
        return None
    return mention_of(text, words)


def _honorifics(text: str, words: Sequence[re.Match[str]]) -> int:
    """How many words in front of the name of somebody are an honorific: two of "Tan Sri", one of "Dr"."""
    first, second = words[0], words[1]
    if (fold(first[0]), fold(second[0])) in HONORIFIC_PAIRS:
        return 2 if len(words) > 2 else 0
    if fold(first[0]) in HONORIFICS or ")" in text[first.end() : second.start()]:  # "(DGP) Ada Brunn"
        return 1
    if (
        len(words) > 2
        and is_person_noun(first[0])
        and fold(first[0]) not in _FIRST
        and fold(second[0]) in _FIRST
    ):
        return 1  # "Baker Jan Holt"
    is_rank = first[0] in RANK_ACRONYMS and (
        len(first[0]) > 2 or len(words) > 2
    )  # two letters may be initials
    return 1 if is_rank and not second[0].isupper() else 0


def _beside_dash(text: str, span: CharSpan) -> CharSpan:
    """Of two phrases with a dash between them the one with more words: "Eastmoor—Ada Brunn"."""
    dash = _DASH.search(text, span.start, span.end)
    if dash is None:
        return span
    before, behind = CharSpan(span.start, dash.start()), CharSpan(dash.end(), span.end)
    sizes = [len(_WORD_OF_NAME.findall(part.of(text))) for part in (before, behind)]
    if max(sizes) < 2:  # "Brunn–Holt"
        return span
    return behind if sizes[1] >= sizes[0] else before


def whole_people(text: str, mentions: Sequence[NameMention]) -> list[NameMention]:
    """The mentions with the names put together that a nickname in marks cuts in two, and with the family
    name of a couple behind both of its first names ("Jan and Ada Brunn")."""
    return _with_shared_surnames(text, _with_nicknames(text, sorted(mentions, key=lambda m: m.span)))


def _with_nicknames(text: str, mentions: Sequence[NameMention]) -> list[NameMention]:
    out: list[NameMention] = []
    for mention in mentions:
        last = out[-1] if out else None
        found = _NICKNAME.match(text, last.span.start) if last else None
        if last and found and found.end() == mention.span.start:
            span = CharSpan(last.span.start, mention.span.end)
            words = (*map(fold, found["first"].split()), *mention.words)
            out[-1] = NameMention(span, " ".join(span.of(text).split()), words)
        else:
            out.append(mention)
    return out


def _with_shared_surnames(text: str, mentions: Sequence[NameMention]) -> list[NameMention]:
    surnames = {mention.words[-1] for mention in mentions if len(mention.words) > 1}
    out = list(mentions)
    for number, (one, other) in enumerate(pairwise(mentions)):
        if (
            len(one.words) != 1
            or len(other.words) != 2
            or not _COUPLE.fullmatch(text, one.span.end, other.span.start)
        ):
            continue
        first, surname = one.words[0], other.words[-1]
        if first in surnames or first not in _FIRST:
            continue
        out[number] = replace(one, text=f"{one.text} {other.text.split()[-1]}", words=(first, surname))
    return out
