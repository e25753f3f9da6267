"""When two names of a speaker or an organization count as the same."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection

_HONORIFICS = frozenset(
    """mr mrs ms miss dr prof sir dame lord lady sen senator rep representative gov governor president gen
    general col colonel capt captain lt sgt maj adm admiral judge justice rev reverend minister secretary
    chancellor ambassador the""".split()
)
_LEGAL_FORMS = frozenset("inc corp co ltd llc plc ag sa nv group".split())
_SMALL = frozenset("of the and for in on".split())


def same_speaker(one: str | None, other: str | None) -> bool:
    """Whether two names of speakers are equal, as names of people or as names of organizations."""
    return person_key(one) == person_key(other) or organization_key(one) == organization_key(other)


def person_key(name: str | None) -> str:
    """`name` without accents, capitals, punctuation, possessive and leading titles; "" for none."""
    words = _words(name)
    while len(words) > 1 and words[0] in _HONORIFICS:
        words.pop(0)
    return " ".join(words)


def organization_key(name: str | None) -> str:
    """`name` without accents, capitals, punctuation, leading article and legal form; "" for none."""
    words = _words(name)
    while len(words) > 1 and words[0] == "the":
        words.pop(0)
    while len(words) > 1 and words[-1] in _LEGAL_FORMS:
        words.pop()
    return " ".join(words)


def known_as(key: str, known: Collection[str]) -> str | None:
    """Which of the `known` keys of organizations `key` stands for: itself, or one by initials, or None."""
    if key in known:
        return key
    return next((other for other in sorted(known) if _are_initials(key, other)), None)


def _words(name: str | None) -> list[str]:
    plain = unicodedata.normalize("NFKD", name or "")
    plain = "".join(char for char in plain if not unicodedata.combining(char)).casefold()
    plain = re.sub(r"['’]s\b", "", plain)
    return re.findall(r"\w+", re.sub(r"\b(\w)\.(?=\w\.)", r"\1", plain))


def _are_initials(one: str, other: str) -> bool:
    """Whether one key is the initials of the other: UN, United Nations; DOJ, Department of Justice."""
    if not one or not other:
        return False
    short, words = (one, other.split()) if " " not in one else (other.replace(" ", ""), one.split())
    initials = ("".join(word[0] for word in kept) for kept in (words, [w for w in words if w not in _SMALL]))
    return len(words) > 1 and short in initials
