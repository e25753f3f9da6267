"""Clusters of organizations: which mentions mean the same one, by short forms, acronyms and countries."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise

from extract.layout.spans import CharSpan
from extract.lexicon.name_parts import LEGAL_SUFFIXES, ORG_TAILS
from extract.lexicon.organization_nouns import ORGANIZATION_NOUNS
from extract.lexicon.person_nouns import PERSON_NOUNS
from extract.lexicon.tokens import NAME_WORD, fold
from extract.quotes.entities.names import Name, NameMention, mention_of, names_of

_TICKER = re.compile(r"[A-Z0-9]{2,6}\.[A-Z]{1,3}\b(?!\.)")  # "Halvorsen Foods HALV.OL"
_ACRONYM_BEHIND = re.compile(r"[\"'’s]{0,3}\s?\(([A-Z][A-Za-z&.\-]{1,9})\)")  # "’s (WTO)"
_BRACKETED = re.compile(r"([^()]+?)\s*\(\s*([^()]+?)\s*\)?")  # "World Trade Organization (WTO)"
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


def organization_mentions(text: str, span: CharSpan) -> list[NameMention]:
    """The names inside `span`, without leading article and possessive: two where one stands in brackets
    behind the other ("World Trade Organization (WTO)")."""
    found = _BRACKETED.fullmatch(text, span.start, span.end)
    spans = [CharSpan(*found.span(1)), CharSpan(*found.span(2))] if found else [span]
    mentions = [_organization_mention(text, part) for part in spans]
    return [mention for mention in mentions if mention is not None]


def _organization_mention(text: str, span: CharSpan) -> NameMention | None:
    words = list(NAME_WORD.finditer(text, span.start, span.end))
    article = words[0][0] if len(words) > 1 else ""
    if article in ("the", "a", "an") or (article == "The" and len(words) > 2):
        words.pop(0)
    if len(words) > 1 and _TICKER.match(text, words[-1].start()):
        words.pop()
    if len(words) > 1 and _is_role(words[-1][0]):  # "Norvik Bank greengrocer"
        words.pop()
    return mention_of(text, words) if words else None


def _is_role(word: str) -> bool:
    return word.islower() and word in PERSON_NOUNS and word not in ORGANIZATION_NOUNS


def cluster_organizations(text: str, mentions: Iterable[NameMention]) -> list[Name]:
    """Group the mentions of organizations: equal names, legal and generic endings, and acronyms.

    An acronym joins the name that it follows in brackets, else the one whose initials it is. A name
    joins the one longer name that begins with it ("Halvorsen", "Halvorsen Foods"), and a plain noun
    with a capital the one that holds it ("the Council").
    """
    mentions = sorted(mentions, key=lambda mention: mention.span)
    groups: dict[tuple[str, ...], list[NameMention]] = {}
    for mention in mentions:
        groups.setdefault(_org_key(mention.words), []).append(mention)
    parent = {key: key for key in groups}

    def root(key: tuple[str, ...]) -> tuple[str, ...]:
        while parent[key] != key:
            key = parent[key]
        return key

    keys = sorted(groups, key=lambda key: -len(key))
    spelled = _bracketed(text, mentions)
    by_word: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for key in keys:
        for word in {*key, *initials(key), *_prefix_initials(key)}:
            by_word[word].append(key)
    for acronym, key in spelled:
        by_word[acronym].append(key)

    def near(short: tuple[str, ...]) -> list[tuple[str, ...]]:
        return [key for key in dict.fromkeys(by_word[short[0]]) if key != short and key in groups]

    complete = {_org_key(mention.words) for mention in mentions if _has_suffix(mention.words)}
    for short in (key for key in keys if key not in complete):
        fits = _longer(short, near(short), spelled)
        if fits:
            longest = max(fits, key=lambda key: (("".join(short), key) in spelled, len(key)))
            ends = {root(key) for key in fits}
            sure = ("".join(short), longest) in spelled or len({end for end in ends if end != short}) == 1
            if sure and root(longest) != short:
                parent[short] = root(longest)
    joined: dict[tuple[str, ...], list[NameMention]] = {}
    for key in groups:
        joined.setdefault(root(key), []).extend(groups[key])
    return names_of(list(joined.values()), "organization")


def with_country(text: str, mention: NameMention, places: Sequence[CharSpan]) -> NameMention:
    """The name of a public body with the place right before it: "U.S." and "State Department"."""
    if not any(word in ORGANIZATION_NOUNS for word in mention.words):
        return mention
    number = bisect_left(places, mention.span.start, key=lambda place: place.start) - 1
    if number < 0 or text[places[number].end : mention.span.start] != " ":
        return mention
    return _organization_mention(text, CharSpan(places[number].start, mention.span.end)) or mention


def misread_people(people: Sequence[NameMention], organizations: Sequence[NameMention]) -> list[NameMention]:
    """One-word names taken for people that are short for an organization: they begin the name of one,
    and no fuller name of a person holds them."""
    begins = {mention.words[0] for mention in organizations if len(mention.words) > 1}
    held = {word for mention in people if len(mention.words) > 1 for word in mention.words}
    return [m for m in people if len(m.words) == 1 and m.words[0] in begins - held]


def _org_key(words: tuple[str, ...]) -> tuple[str, ...]:
    kept = [word for word in words if word != "the"]
    while len(kept) > 1 and kept[-1] in LEGAL_SUFFIXES:
        kept.pop()
    return tuple(kept) or words


def _has_suffix(words: Sequence[str]) -> bool:
    """Whether a name is written with its legal form: such a company is none that begins like it, as "Norvik
    Bay Ltd" is no "Norvik Bay Airlines"."""
    return len(words) > 2 and words[-1] in LEGAL_SUFFIXES


def _bracketed(text: str, mentions: Sequence[NameMention]) -> set[tuple[str, tuple[str, ...]]]:
    """(acronym, long name) for every "Long Name (LN)"."""
    out = set()
    for left, right in pairwise(mentions):
        if text[left.span.end : right.span.start].strip(" \n\"'’s") == "(" and len(right.words) == 1:
            out.add((right.words[0], _org_key(left.words)))
    for mention in mentions:
        if _has_suffix(mention.words):  # "NMAC", the Norvik Motors Acceptance Corp.
            out |= {(acronym, _org_key(mention.words)) for acronym in initials(mention.words)}
        if found := _ACRONYM_BEHIND.match(text[mention.span.end : mention.span.end + 16]):
            out.add((fold(found[1]), _org_key(mention.words)))
    return out


def _same_organization(
    short: tuple[str, ...], long: tuple[str, ...], spelled: set[tuple[str, tuple[str, ...]]]
) -> bool:
    if len(short) == 1:
        if (short[0], long) in spelled or (len(short[0]) > 1 and short[0] in initials(long)):
            return True
        if short[0] in ORGANIZATION_NOUNS and short[0] in long:
            return True
    if short[0] in _prefix_initials(long) and _ends_alike(short, long):
        return True  # "GM Canada" and "General Motors of Canada"
    if len(short) >= len(long):
        return False
    if len(short) > 1 and long[-len(short) :] == short and len(long) - len(short) <= 2:
        # "State Department" and "U.S. State Department", "Home Office" and "United Kingdom Home Office".
        return short[-1] in ORGANIZATION_NOUNS and not set(long[: -len(short)]) & _SMALL
    if long[: len(short)] != short:
        return False
    if all(word in ORG_TAILS for word in long[len(short) :]):
        return len(short[0]) > 2
    return not all(word in _COMMON_FIRST or word in _SMALL for word in short)


def _longer(
    short: tuple[str, ...], near: Sequence[tuple[str, ...]], spelled: set[tuple[str, tuple[str, ...]]]
) -> list[tuple[str, ...]]:
    """The names that `short` may be short for; of an acronym the one with its initials, where there is one:
    "IBM" is the company, whatever "IBM PC" was taken for."""
    fits = [long for long in near if _same_organization(short, long, spelled)]
    acronym = len(short) == 1 and len(short[0]) > 2
    spelled_out = [long for long in fits if acronym and short[0] in initials(long)]
    return spelled_out if len(spelled_out) == 1 else fits


def _prefix_initials(words: Sequence[str]) -> set[str]:
    """The acronyms of the words with which a longer name begins: "gm" of "General Motors of Canada"."""
    return {"".join(word[0] for word in words[:count]) for count in range(2, len(words))}


def _ends_alike(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether what follows the acronym of a short name is all that follows its words in the long one; of
    "UAW" alone it is generic, as in "United Auto Workers union"."""
    rest = [word for word in long[len(short[0]) :] if word not in _SMALL]
    if len(short) == 1:
        return len(short[0]) > 2 and all(word in ORG_TAILS for word in rest)
    return rest == list(short[1:])


def initials(words: Sequence[str]) -> set[str]:
    """The acronyms that a name may have: with and without its small words, and without its first word."""
    if len(words) == 1 and "-" in words[0]:
        return {"".join(part[0] for part in words[0].split("-") if part)}  # "Hewlett-Packard"
    if len(words) < 2:
        return set()
    big = [word for word in words if word not in _SMALL]
    out = {"".join(word[0] for word in words), "".join(word[0] for word in big)}
    parts = [part for word in big for part in word.split("-") if part]
    out.add("".join(part[0] for part in parts))
    if len(big) > 2:
        out.add("".join(word[0] for word in big[1:]))
    return {acronym for acronym in out if len(acronym) > 1}
