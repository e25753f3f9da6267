"""Short forms of names of organizations: acronyms, first words, nouns and ministries the other way round."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from extract.lexicon.name_parts import LEGAL_SUFFIXES, ORG_TAILS
from extract.lexicon.organization_nouns import ORGANIZATION_NOUNS

Key = tuple[str, ...]

# First words that many names share: alone they stand for none of them.
_COMMON_FIRST = frozenset(
    """european national american british united federal state central new first world international royal
        local general north south east west northern southern eastern western great grand saint st san los
        las el african asian canadian australian german french chinese russian indian japanese italian
        spanish arab islamic christian catholic republican democratic social liberal conservative people
        public joint supreme high home foreign us uk eu un global premier standard union city county bank
        university""".split()
)
_SMALL = frozenset(
    "of the and for in on de la le del di da van von der den al el bin ibn abu to at &".split()
)
# Bodies whose name stands either way: "Department of Justice", "Justice Department".
_EITHER_WAY = frozenset("department ministry office bureau university institute embassy".split())
_GOVERNMENT = frozenset(["department", "ministry"])  # "Homeland Security" alone is one of these
_COUNTRY = frozenset("us uk united states kingdom".split())  # "Federal Reserve" alone is one of these
_WHOLE_COMPANY = frozenset(["company", "companies", "group", "holding", "holdings"])
_NUMBERS = {
    word: str(number)
    for number, word in enumerate(
        "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen".split(),
        start=2,
    )
} | {"twenty": "20", "seventy-seven": "77"}


def organization_key(words: Key) -> Key:
    """The words by which names are compared: without article and legal ending."""
    kept = [word for word in words if word != "the"]
    while len(kept) > 1 and kept[-1] in LEGAL_SUFFIXES:
        kept.pop()
    return tuple(kept) or words


def initials(words: Sequence[str]) -> set[str]:
    """The acronyms that a name may have: with and without its small words, and without its first word."""
    if len(words) < 2:
        parts = words[0].split("-") if words else []
        return {"".join(part[0] for part in parts if part)} if len(parts) > 1 else set()
    big = [word for word in words if word not in _SMALL]
    out = {"".join(word[0] for word in words), "".join(word[0] for word in big)}
    parts = [part for word in big for part in word.split("-") if part]
    out.add("".join(part[0] for part in parts))
    if len(big) > 2:
        out.add("".join(word[0] for word in big[1:]))
    if len(big) > 2 and big[-1] in ORGANIZATION_NOUNS:  # "United Dairy Workers union"
        out.add("".join(word[0] for word in big[:-1]))
    if big and big[-1] in _NUMBERS:  # "Group of Seven"
        out.add("".join(word[0] for word in big[:-1]) + _NUMBERS[big[-1]])
    return {acronym for acronym in out if len(acronym) > 1}


def is_short_for(
    short: Key, long: Key, spelled: Collection[tuple[str, Key]], complete: Collection[Key]
) -> bool:
    """Whether a name may be short for a longer one.

    spelled: acronyms with the names behind which they stand in brackets. complete: names that have a legal
    ending somewhere ("Norvik Motor Co."): they are short for none but "Norvik Motor Company".
    """
    if len(short) == 1 and _is_acronym_or_noun(short[0], long, spelled):
        return True
    if len(short) >= len(long):
        return False
    return _is_body(short, long) or _begins_with_acronym(short, long) or _begins(short, long, complete)


def _is_acronym_or_noun(word: str, long: Key, spelled: Collection[tuple[str, Key]]) -> bool:
    """Whether one word stands for a name: "WTO", "the Council"."""
    if (word, long) in spelled or (len(word) > 1 and word in initials(long)):
        return True
    return word in ORGANIZATION_NOUNS and word in long


def _is_body(short: Key, long: Key) -> bool:
    """Whether a public body is called without its country, the other way round, or by what it is for."""
    if long[-len(short) :] == short and len(short) > 1 and set(long[: -len(short)]) <= _COUNTRY:
        return True
    turned_short, turned = _noun_last(short), _noun_last(long)
    if turned_short == turned or _is_government(short, turned) or _is_first_task(turned_short, turned):
        return True
    in_front = turned[: -len(turned_short)]
    # "State Department" and "U.S. State Department", "Home Office" and "United Kingdom Home Office".
    return (
        len(short) > 1
        and turned[-len(turned_short) :] == turned_short
        and len(in_front) <= 2
        and short[-1] in ORGANIZATION_NOUNS
        and _SMALL.isdisjoint(in_front)
    )


def _begins(short: Key, long: Key, complete: Collection[Key]) -> bool:
    """Whether a name goes on with what may be left out: "Norvik", "Norvik Foods"."""
    rest = long[len(short) :]
    if long[: len(short)] != short or (short in complete and not set(rest) <= _WHOLE_COMPANY):
        return False
    if all(word in ORG_TAILS for word in rest):
        return len(short[0]) > 2
    if rest[0] == "and" and len(short) == 1 and len(rest) > 1:  # of "Norvik and Holm Services"
        return False
    return not all(word in _COMMON_FIRST or word in _SMALL for word in short)


def _noun_last(key: Key) -> Key:
    """Reorder "ministry of the interior" as "interior ministry"."""
    for at, word in enumerate(key[:-2]):
        if word in _EITHER_WAY and key[at + 1] in ("of", "for"):
            return (*key[:at], *(other for other in key[at + 2 :] if other not in _SMALL), word)
    return key


def _is_government(short: Key, turned: Key) -> bool:
    """Whether a department is called by what it is for: "Homeland Security"."""
    return turned[-1] in _GOVERNMENT and turned[-1 - len(short) : -1] == short


def _is_first_task(short: Key, long: Key) -> bool:
    """Whether a body is called by the first of what it is for: "Health Ministry", "Ministry of Health and
    Welfare". Both with the noun last."""
    return len(short) > 1 and short[-1] == long[-1] in _EITHER_WAY and long[: len(short) - 1] == short[:-1]


def _begins_with_acronym(short: Key, long: Key) -> bool:
    """Whether the first words alone are abbreviated: "GM Canada", "General Motors of Canada"."""
    if len(short) < 2 or len(short[0]) < 2:
        return False
    big = tuple(word for word in long if word not in _SMALL)
    head = big[: len(big) - len(short) + 1]
    return len(head) > 1 and big[len(head) :] == short[1:] and short[0] == "".join(word[0] for word in head)
