"""Matching: names that count as the same, contents that match, and kinds of mentions."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Sequence
from typing import Literal

from extract.layout.spans import CharSpan
from extract.lexicon.function_words import SMALL_WORDS
from extract.lexicon.pronouns import (
    FEMALE_PRONOUNS,
    MALE_PRONOUNS,
    PLURAL_PRONOUNS,
    SPEECH_PRONOUNS,
    THING_PRONOUNS,
)

_HONORIFICS = frozenset(
    """mr mrs ms miss dr prof sir dame lord lady sen senator rep representative gov governor president gen
    general col colonel capt captain lt sgt maj adm admiral judge justice rev reverend minister secretary
    chancellor ambassador the""".split()
)
_LEGAL_FORMS = frozenset("inc corp co ltd llc plc ag sa nv group".split())
_INNER_DOT = re.compile(r"\b(\w)\.(?=\w\.)")  # "U.N.", not "Mr. Holm."


def same_speaker(one: str | None, other: str | None) -> bool:
    """Whether two names of speakers are equal, as names of people or as names of organizations."""
    return person_key(one) == person_key(other) or organization_key(one) == organization_key(other)


def person_key(name: str | None) -> str:
    """Normalize a person's name: no accents, capitals, punctuation, possessive and titles; "" for none."""
    words = _words(name)
    while len(words) > 1 and words[0] in _HONORIFICS:
        words.pop(0)
    return " ".join(words)


def organization_key(name: str | None) -> str:
    """Normalize an organization's name: no accents, capitals, punctuation, article and legal form."""
    words = _words(name)
    while len(words) > 1 and words[0] == "the":
        words.pop(0)
    while len(words) > 1 and words[-1] in _LEGAL_FORMS:
        words.pop()
    return " ".join(words)


def known_as(key: str, known: Collection[str]) -> str | None:
    """Find the one of the `known` keys that `key` stands for: itself, or one by initials; None for none."""
    if key in known:
        return key
    return next((other for other in sorted(known) if _are_initials(key, other)), None)


def _words(name: str | None) -> list[str]:
    plain = unicodedata.normalize("NFKD", name or "")
    plain = "".join(char for char in plain if not unicodedata.combining(char)).casefold()
    plain = re.sub(r"['’]s\b", "", plain)
    return re.findall(r"\w+", _INNER_DOT.sub(r"\1", plain))


def _are_initials(one: str, other: str) -> bool:
    """Whether one key is the initials of the other: UN, United Nations; DOJ, Department of Justice."""
    if not one or not other:
        return False
    short, words = (one, other.split()) if " " not in one else (other.replace(" ", ""), one.split())
    initials = (
        "".join(word[0] for word in kept) for kept in (words, [w for w in words if w not in SMALL_WORDS])
    )
    return len(words) > 1 and short in initials


_MIN_OVERLAP = 0.5

Letters = frozenset[int]


def letters_in(text: str, spans: Iterable[CharSpan]) -> Letters:
    """Offsets of the letters and digits in `spans`; none behind the end of the text."""
    return frozenset(
        at for span in spans for at in range(span.start, min(span.end, len(text))) if text[at].isalnum()
    )


def match(gold: Sequence[Letters], found: Sequence[Letters]) -> dict[int, int]:
    """Match contents one to one: the number of the found one by that of the gold one.

    Two match when at least half of the letters that either has are shared (intersection over union);
    the pair that shares most is taken first, of equal ones the later.
    """
    pairs = sorted(
        (
            (likeness(one, other), i, j)
            for i, one in enumerate(gold)
            for j, other in enumerate(found)
            if one & other
        ),
        reverse=True,
    )
    matched: dict[int, int] = {}
    taken: set[int] = set()
    for shared, i, j in pairs:
        if shared >= _MIN_OVERLAP and i not in matched and j not in taken:
            matched[i] = j
            taken.add(j)
    return matched


def likeness(one: Letters, other: Letters) -> float:
    """Compute intersection over union, 0 to 1; 0 for two empty sets."""
    return len(one & other) / len(one | other) if one & other else 0.0


def overlap(one: Letters, other: Letters) -> float:
    """Compute the F1 of the letters, 0 to 1."""
    return 2 * len(one & other) / (len(one) + len(other))


def lies_on(found: Letters, places: Collection[Letters]) -> bool:
    """Whether at least half of the letters found belong to one of `places`."""
    return bool(found) and any(len(found & place) / len(found) >= _MIN_OVERLAP for place in places)


MentionKind = Literal["none", "full name", "part of a name", "pronoun", "description", "nobody named"]
_PRONOUNS = MALE_PRONOUNS | FEMALE_PRONOUNS | THING_PRONOUNS | PLURAL_PRONOUNS | SPEECH_PRONOUNS


def mention_kind(mention: str | None, name: str | None) -> MentionKind:
    """Classify a mention by the speaker's canonical name.

    "none": no phrase stands beside the quote. "nobody named": one does, and its speaker has no proper name
    ("an official"). "description": it shares no word with the name ("the diplomat").
    """
    if mention is None:
        return "none"
    if mention.strip().casefold() in _PRONOUNS:
        return "pronoun"
    if name is None or not any(word[:1].isupper() for word in name.split()):
        return "nobody named"
    words, beside = set(person_key(name).split()), set(person_key(mention).split())
    if words <= beside:
        return "full name"
    return "part of a name" if words & beside else "description"
