"""Clusters of organizations: which mentions mean the same one, by short forms, acronyms and countries."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from extract.layout.spans import CharSpan
from extract.lexicon.name_parts import LEGAL_SUFFIXES, ORG_TAILS
from extract.lexicon.organization_nouns import ORGANIZATION_NOUNS
from extract.lexicon.person_nouns import PERSON_NOUNS
from extract.lexicon.tokens import NAME_WORD, fold
from extract.quotes.entities.names import Name, NameMention, mention_of, names_of
from extract.quotes.entities.short_forms import Key, initials, is_short_for, organization_key

_TICKER = re.compile(r"[A-Z0-9]{2,6}\.[A-Z]{1,3}\b(?!\.)")  # "Halvorsen Foods HALV.OL"
_ACRONYM_BEHIND = re.compile(r"[\"'’s]{0,3}\s?\(([A-Z][A-Za-z&.\-]{1,9})\)")  # "’s (WTO)"
_MIN_WORDS_WITH_LEGAL_INITIAL = 4  # "LMAC" for "Long Motor Acceptance Corp"
_BRACKETED = re.compile(r"([^()]+?)\s*\(\s*([^()]+?)\s*\)?")  # "World Trade Organization (WTO)"


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
    joins the one longer name that begins with it ("Halvorsen Foods ... Halvorsen"), and a plain noun with a
    capital the one that holds it ("the Council"); where several do, it names none.
    """
    mentions = sorted(mentions, key=lambda mention: mention.span)
    groups: dict[Key, list[NameMention]] = {}
    for mention in mentions:
        groups.setdefault(organization_key(mention.words), []).append(mention)
    parent = {key: key for key in groups}

    def root(key: Key) -> Key:
        while parent[key] != key:
            key = parent[key]
        return key

    spelled = _bracketed(text, mentions)
    complete = {organization_key(m.words) for m in mentions if m.words[-1] in LEGAL_SUFFIXES}
    keys = sorted(groups, key=lambda key: -len(key))
    near = _by_word(keys, spelled)
    shared: set[Key] = set()
    for short in keys:
        others = dict.fromkeys(key for word in short for key in near.get(word, ()) if key != short)
        fits = _longer(short, [key for key in others if key in groups], spelled, complete)
        roots = {key: root(key) for key in fits if not _is_later_extension(short, key, groups)}
        home = _home(short, roots, spelled, complete)
        if home is not None:
            parent[short] = home
        elif len(short) == 1 and short[0] in ORGANIZATION_NOUNS and len({*roots.values()} - {short}) > 1:
            shared.add(short)
    joined: dict[Key, list[NameMention]] = {}
    for key in groups:
        if key in shared:
            continue
        joined.setdefault(root(key), []).extend(groups[key])
    return names_of(list(joined.values()), "organization")


def _by_word(keys: Sequence[Key], spelled: Iterable[tuple[str, Key]]) -> dict[str, list[Key]]:
    """The names by their words and by what their acronyms may be."""
    out: dict[str, list[Key]] = defaultdict(list)
    for key in keys:
        for word in {*key, *initials(key)}:
            out[word].append(key)
    for acronym, key in spelled:
        out[acronym].append(key)
    return out


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


def _bracketed(text: str, mentions: Sequence[NameMention]) -> set[tuple[str, Key]]:
    """(acronym, long name) for every "Long Name (LN)", and for "Long Motor Acceptance Corp" its LMAC."""
    out = set()
    for left, right in pairwise(mentions):
        if text[left.span.end : right.span.start].strip(" \n\"'’s") == "(" and len(right.words) == 1:
            out.add((right.words[0], organization_key(left.words)))
    for mention in mentions:
        if len(mention.words) >= _MIN_WORDS_WITH_LEGAL_INITIAL and mention.words[-1] in LEGAL_SUFFIXES:
            out.add(("".join(word[0] for word in mention.words), organization_key(mention.words)))
        if found := _ACRONYM_BEHIND.match(text[mention.span.end : mention.span.end + 16]):
            out.add((fold(found[1]), organization_key(mention.words)))
    return out


def _longer(short: Key, near: Sequence[Key], spelled: set[tuple[str, Key]], complete: set[Key]) -> list[Key]:
    """The names that `short` may be short for; of an acronym the one with its initials, where there is one:
    "IBM" is the company, whatever "IBM PC" was taken for."""
    fits = [long for long in near if is_short_for(short, long, spelled, complete)]
    acronym = len(short) == 1 and len(short[0]) > 2
    spelled_out = [long for long in fits if acronym and short[0] in initials(long)]
    return spelled_out if len(spelled_out) == 1 else fits


def _home(
    short: Key, roots: Mapping[Key, Key], spelled: set[tuple[str, Key]], complete: set[Key]
) -> Key | None:
    """The name that a short form joins: the one that all who fit are, or whose acronym it is in brackets.

    roots: of the names that it may be short for.
    """
    if not roots:
        return None
    longest = max(roots, key=lambda key: (("".join(short), key) in spelled, len(key)))
    ends = {end for end in roots.values() if end != short}
    if len(ends) > 1 and (whole := _whole(list(roots), complete)):
        longest, ends = whole, {roots[whole]}
    sure = ("".join(short), longest) in spelled or len(ends) == 1
    return roots[longest] if sure and roots[longest] != short else None


def _is_later_extension(short: Key, long: Key, groups: Mapping[Key, Sequence[NameMention]]) -> bool:
    """Whether a name begins with one that stands before it, and goes on with more than its kind of body:
    "Halvorsen ... Halvorsen Northern Region" are two."""
    if long[: len(short)] != short or set(long[len(short) :]) <= ORG_TAILS:
        return False
    return groups[short][0].span < groups[long][0].span


def _whole(fits: Sequence[Key], complete: set[Key]) -> Key | None:
    """The complete name with which all others begin: "Norvik Motor Co.", not "Norvik Motor Credit Co."."""
    first = min(fits, key=len)
    return first if first in complete and all(key[: len(first)] == first for key in fits) else None
