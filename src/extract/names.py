"""Names: which mentions of people and organizations in an article mean the same one."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from extract.lexicon import HONORIFICS, LEGAL_SUFFIXES, NAME_SUFFIXES, ORG_NOUNS, ORG_TAILS
from extract.span import CharSpan

NameKind = Literal["person", "organization"]
_WORD = re.compile(r"\w+(?:[’'\-.&]\w+)*\.?")
_BRACKETED = re.compile(r"([^()]+?)\s*\(\s*([^()]+?)\s*\)?")
_POSSESSIVE = re.compile(r"['’]s?$")
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


@dataclass(frozen=True, slots=True)
class NameMention:
    """A name as it stands in the text; `text` without honorifics, possessive or leading "the"."""

    span: CharSpan
    text: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """One person or organization of an article.

    canonical: its fullest name there. mentions: ascending.
    """

    canonical: str
    kind: NameKind
    mentions: tuple[NameMention, ...]


def fold(word: str) -> str:
    """Lower case, without accents and points: how words of names are compared."""
    plain = word
    if not word.isascii():
        plain = "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))
    return _POSSESSIVE.sub("", plain.casefold()).replace(".", "").replace("’", "'")


def person_mention(text: str, span: CharSpan) -> NameMention | None:
    """The name inside `span`, without leading honorifics; None when nothing else is there."""
    words = list(_WORD.finditer(text, span.start, span.end))
    while len(words) > 1 and fold(words[0][0]) in HONORIFICS:
        words.pop(0)
    if not words or (len(words) == 1 and fold(words[0][0]) in HONORIFICS):
        return None
    return _mention(text, words)


def organization_mentions(text: str, span: CharSpan) -> list[NameMention]:
    """The names inside `span`, without leading article and possessive: two where one stands in brackets
    behind the other ("World Trade Organization (WTO)")."""
    found = _BRACKETED.fullmatch(text, span.start, span.end)
    spans = [CharSpan(*found.span(1)), CharSpan(*found.span(2))] if found else [span]
    mentions = [_organization_mention(text, part) for part in spans]
    return [mention for mention in mentions if mention is not None]


def _organization_mention(text: str, span: CharSpan) -> NameMention | None:
    words = list(_WORD.finditer(text, span.start, span.end))
    article = words[0][0] if len(words) > 1 else ""
    if article in ("the", "a", "an") or (article == "The" and len(words) > 2):
        words.pop(0)
    return _mention(text, words) if words else None


def _mention(text: str, words: Sequence[re.Match[str]]) -> NameMention:
    start, end = words[0].start(), words[-1].end()
    end = _trim_end(text, start, end)
    return NameMention(
        CharSpan(start, end), " ".join(text[start:end].split()), tuple(fold(word[0]) for word in words)
    )


def _trim_end(text: str, start: int, end: int) -> int:
    """Leave out a possessive and a full stop that is no part of an abbreviation."""
    kept = _POSSESSIVE.sub("", text[start:end])
    if kept.endswith(".") and not re.search(r"(?:\b\w\.|\b(?:Jr|Sr|Inc|Corp|Co|Ltd|Bros|St)\.)$", kept):
        kept = kept[:-1]
    return start + len(kept)


def cluster_people(mentions: Iterable[NameMention]) -> list[Name]:
    """Group the mentions of people; a short form goes to the latest fuller name that it fits.

    A short form that fits two people goes to the one named last before it, else to the first after it.
    """
    forms: dict[tuple[str, ...], list[NameMention]] = defaultdict(list)
    for mention in sorted(mentions, key=lambda mention: mention.span):
        forms[mention.words].append(mention)
    groups: list[list[tuple[str, ...]]] = []
    by_word: dict[str, list[int]] = defaultdict(list)
    for form in sorted((form for form in forms if _size(form) > 1), key=lambda form: -_size(form)):
        near = sorted({number for word in _core(form) for number in by_word[word]})
        home = next((n for n in near if any(_same_person(form, other) for other in groups[n])), None)
        if home is None:
            home = len(groups)
            groups.append([])
        groups[home].append(form)
        for word in _core(form):
            by_word[word].append(home)
    found = [[mention for form in group for mention in forms[form]] for group in groups]
    full = [sorted(group, key=lambda mention: mention.span) for group in found]
    for form in (form for form in forms if _size(form) <= 1):
        near = sorted({number for word in form for number in by_word[word]})
        fits = [n for n in near if any(_short_of(form, other) for other in groups[n])]
        if not fits:
            found.append(forms[form])
        for mention in forms[form] if fits else ():
            found[_latest(fits, full, mention)].append(mention)
    return _names(found, "person")


def _size(words: tuple[str, ...]) -> int:
    return len(_core(words))


def _core(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word for word in words if word not in NAME_SUFFIXES)


def _same_person(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Two full names of one person: same surname, first names equal or one the start of the other."""
    if {*a} & NAME_SUFFIXES and {*b} & NAME_SUFFIXES and {*a} & NAME_SUFFIXES != {*b} & NAME_SUFFIXES:
        return False
    a, b = _core(a), _core(b)
    if a == b:
        return True
    short, long = sorted((a, b), key=len)
    if len(short) < len(long) and (long[-len(short) :] == short or long[: len(short)] == short):
        return True
    if a[-1] != b[-1]:
        return False
    first_a, first_b = a[0], b[0]
    return first_a.startswith(first_b) or first_b.startswith(first_a)


def _short_of(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether a one-word mention is the surname or the first word of a longer name."""
    core = _core(long)
    word = _core(short)[-1:] or short[-1:]
    return core[-1:] == word or core[:1] == word or (word[0] in core[1:] and len(word[0]) > 3)


def _latest(fits: Sequence[int], groups: Sequence[list[NameMention]], mention: NameMention) -> int:
    """The group with the surname rather than the first name, and the latest mention before this one."""
    if len(fits) == 1:
        return fits[0]

    def rank(number: int) -> tuple[bool, bool, int]:
        group = groups[number]
        by_surname = _core(group[0].words)[-1:] == mention.words[-1:]
        place = bisect_left(group, mention.span, key=lambda other: other.span)
        if place:
            return by_surname, True, group[place - 1].span.start
        return by_surname, False, -group[0].span.start

    return max(fits, key=rank)


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
        for word in {*key, *initials(key)}:
            by_word[word].append(key)
    for acronym, key in spelled:
        by_word[acronym].append(key)

    def near(short: tuple[str, ...]) -> list[tuple[str, ...]]:
        return [key for key in dict.fromkeys(by_word[short[0]]) if key != short and key in groups]

    for short in keys:
        fits = [long for long in near(short) if _same_organization(short, long, spelled)]
        if fits:
            longest = max(fits, key=lambda key: (("".join(short), key) in spelled, len(key)))
            ends = {root(key) for key in fits}
            sure = ("".join(short), longest) in spelled or len({end for end in ends if end != short}) == 1
            if sure and root(longest) != short:
                parent[short] = root(longest)
    joined: dict[tuple[str, ...], list[NameMention]] = {}
    for key in groups:
        joined.setdefault(root(key), []).extend(groups[key])
    return _names(list(joined.values()), "organization")


def with_country(text: str, mention: NameMention, places: Sequence[CharSpan]) -> NameMention:
    """The name of a public body with the place right before it: "U.S." and "State Department"."""
    if not any(word in ORG_NOUNS for word in mention.words):
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


def _bracketed(text: str, mentions: Sequence[NameMention]) -> set[tuple[str, tuple[str, ...]]]:
    """(acronym, long name) for every "Long Name (LN)"."""
    out = set()
    for left, right in pairwise(mentions):
        if text[left.span.end : right.span.start].strip(" \n\"'’s") == "(" and len(right.words) == 1:
            out.add((right.words[0], _org_key(left.words)))
    for mention in mentions:
        if found := re.match(
            r"[\"'’s]{0,3}\s?\(([A-Z][A-Za-z&.\-]{1,9})\)", text[mention.span.end : mention.span.end + 16]
        ):
            out.add((fold(found[1]), _org_key(mention.words)))
    return out


def _same_organization(
    short: tuple[str, ...], long: tuple[str, ...], spelled: set[tuple[str, tuple[str, ...]]]
) -> bool:
    if len(short) == 1:
        if (short[0], long) in spelled or (len(short[0]) > 1 and short[0] in initials(long)):
            return True
        if short[0] in ORG_NOUNS and short[0] in long:
            return True
    if len(short) >= len(long) or long[: len(short)] != short:
        return False
    if all(word in ORG_TAILS for word in long[len(short) :]):
        return len(short[0]) > 2
    return not all(word in _COMMON_FIRST or word in _SMALL for word in short)


def initials(words: Sequence[str]) -> set[str]:
    """The acronyms that a name may have: with and without its small words, and without its first word."""
    if len(words) < 2:
        return set()
    big = [word for word in words if word not in _SMALL]
    out = {"".join(word[0] for word in words), "".join(word[0] for word in big)}
    parts = [part for word in big for part in word.split("-") if part]
    out.add("".join(part[0] for part in parts))
    if len(big) > 2:
        out.add("".join(word[0] for word in big[1:]))
    return {acronym for acronym in out if len(acronym) > 1}


def _names(groups: list[list[NameMention]], kind: NameKind) -> list[Name]:
    out = []
    for group in groups:
        group = sorted(group, key=lambda mention: mention.span)
        out.append(Name(canonical=_fullest(group), kind=kind, mentions=tuple(group)))
    return sorted(out, key=lambda name: name.mentions[0].span)


def _fullest(group: list[NameMention]) -> str:
    """Most words, then not all capitals, then most frequent, then first."""
    counts = Counter(mention.text for mention in group)
    order = {mention.text: at for at, mention in reversed(list(enumerate(group)))}
    return max(counts, key=lambda t: (len(t.split()), not (t.isupper() and len(t) > 5), counts[t], -order[t]))
