"""Mentions of people: names without honorifics and ranks, put together where marks or "and" part them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from extract.layout.spans import CharSpan, SpanIndex
from extract.lexicon.first_names import FIRST_NAMES
from extract.lexicon.honorifics import HONORIFIC_PAIRS, HONORIFICS, RANK_ACRONYMS
from extract.lexicon.name_parts import POST_NOMINALS
from extract.lexicon.person_nouns import is_person_noun
from extract.lexicon.tokens import NAME_WORD, fold
from extract.quotes.entities.names import NameMention, mention_of

_DASH = re.compile(r"\s*[—–]\s*")  # "N.C.—Ada Brunn"
_WORD_OF_NAME = re.compile(r"[A-Z][\w.’'-]*")  # "Ada", "J."
# "Jan “The Wall” Holt", `Jan "Boom Boom" Holt`, "Jan (Bo) Holt"
_NICKNAME = re.compile(
    r"(?P<first>[A-Z][\w’'-]+(?: [A-Z]\.)?) [“\"‘'(][A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,2}[”\"’')] (?=[A-Z])"
)
_FIRST_NAME = re.compile(r"(?<![\w’'&.-])(?P<name>[A-Z][a-z]+) $")  # "Ada " in front of "Brunn"
_MAX_FIRST_NAME_CHARS = 20
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
        and fold(first[0]) not in FIRST_NAMES
        and fold(second[0]) in FIRST_NAMES
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


def whole_people(
    text: str, mentions: Sequence[NameMention], others: Sequence[CharSpan] = ()
) -> list[NameMention]:
    """The mentions, each with all of its name.

    A first name right in front of it is part of it, and what a nickname in marks cuts off; a couple shares
    its family name ("Jan and Ada Brunn"). others: names in the text that are none of people.
    """
    ordered = sorted(mentions, key=lambda mention: mention.span)
    joined = _with_first_names(text, ordered, SpanIndex((span, span) for span in others))
    return _with_shared_surnames(text, _with_nicknames(text, joined))


def _with_first_names(
    text: str, mentions: Sequence[NameMention], others: SpanIndex[CharSpan]
) -> list[NameMention]:
    """The family names, each with the first name right in front of it, be it a mention of its own or none."""
    out: list[NameMention] = []
    for mention in mentions:
        start = _first_name_start(text, mention, out[-1] if out else None)
        if start is None or others.meets(CharSpan(start, mention.span.start)):
            out.append(mention)
            continue
        span = CharSpan(start, mention.span.end)
        if out and out[-1].span.start == start:
            out.pop()
        words = (*map(fold, text[start : mention.span.start].split()), *mention.words)
        out.append(NameMention(span, " ".join(span.of(text).split()), words))
    return out


def _first_name_start(text: str, mention: NameMention, last: NameMention | None) -> int | None:
    """Where the first name begins in front of a family name that stands alone; None without one."""
    if len(mention.words) != 1 or mention.words[0] in FIRST_NAMES:
        return None
    if last is not None and text[last.span.end : mention.span.start] == " ":
        return last.span.start if len(last.words) == 1 else None
    low = max(0, mention.span.start - _MAX_FIRST_NAME_CHARS, last.span.end if last else 0)
    found = _FIRST_NAME.search(text, low, mention.span.start)
    return found.start("name") if found and fold(found["name"]) in FIRST_NAMES else None


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
        if first in surnames or first not in FIRST_NAMES:
            continue
        out[number] = replace(one, text=f"{one.text} {other.text.split()[-1]}", words=(first, surname))
    return out
