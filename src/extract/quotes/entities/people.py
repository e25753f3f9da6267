"""Clusters of people: which mentions mean the same person, and the gender that the word before one tells."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from types import MappingProxyType

from extract.layout.spans import CharSpan
from extract.lexicon.first_names import MEN, WOMEN
from extract.lexicon.gendered_nouns import FEMALE_TITLES, MALE_TITLES
from extract.lexicon.name_parts import NAME_SUFFIXES
from extract.lexicon.nicknames import Nicknames
from extract.lexicon.tokens import NAME_WORD, fold
from extract.quotes.entities.names import Gender, Name, NameMention, mention_of, names_of

_PHRASE_END = re.compile(r"\s*(?:[,.;:)—–]|$|\n)")  # "his sister, Ada Brunn, left"
_MAX_TITLE_CHARS = 40  # in front of a name


def gender_before(text: str, mention: NameMention) -> Gender | None:
    """Gender by the word right before a name: "Mr", "his brother"; "his sister," only where the name ends
    the phrase."""
    start, end = mention.span.start, mention.span.end
    before = text[max(0, start - _MAX_TITLE_CHARS) : start].split()
    if not before or (before[-1].endswith(",") and not _PHRASE_END.match(text, end)):
        return None
    vote = gender_of_word(fold(before[-1].strip(',(“"')))
    return "male" if vote > 0 else "female" if vote < 0 else None


def gender_of_word(word: str) -> float:
    """Gender by a title or noun, 1 for male, -1 for female, 0 for neither. word: lower case."""
    return float(word in MALE_TITLES) - float(word in FEMALE_TITLES)


_MAX_CHARS_SIDE_BY_SIDE = 20  # between two names
_WORD_BEFORE = re.compile(r"(?<![\w’'&-])([A-Z][\w’'-]*) $")  # "Lim Wei Shan"


def with_family_name(text: str, mentions: Sequence[NameMention]) -> list[NameMention]:
    """Given names with the family name in front that also stands alone: "Lim Wei Shan ... Lim said"."""
    alone = {mention.words for mention in mentions if len(mention.words) == 1}
    out = []
    for mention in mentions:
        before = _WORD_BEFORE.search(text, max(0, mention.span.start - 30), mention.span.start)
        if len(mention.words) > 1 and before and (fold(before[1]),) in alone:
            words = list(NAME_WORD.finditer(text, before.start(1), mention.span.end))
            mention = mention_of(text, words)
        out.append(mention)
    return out


def cluster_people(
    mentions: Iterable[NameMention], genders: Mapping[CharSpan, Gender] = MappingProxyType({})
) -> list[Name]:
    """Group the mentions of people; a short form goes to the latest fuller name that it fits.

    A short form that fits two people goes to the one named last before it, else to the first after it;
    but not to one of another gender, nor to either of two who were last named side by side.
    genders: of the mentions that are told by the word before them ("Mr. Holt", "his sister Ada Holt").
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
    told = [_gender_of(group, genders) for group in full]
    apart: dict[tuple[tuple[str, ...], Gender | None], list[NameMention]] = defaultdict(list)
    for form in (form for form in forms if _size(form) <= 1):
        near = sorted({number for word in form for number in by_word[word]})
        fits = [n for n in near if any(_short_of(form, other) for other in groups[n])]
        for mention in forms[form]:
            gender = genders.get(mention.span) if fits else None
            same = [n for n in fits if gender and told[n] == gender]
            home = _home(same or [n for n in fits if not gender or not told[n]], full, mention)
            (apart[form, gender] if home is None else found[home]).append(mention)
    return names_of([*found, *apart.values()], "person")


def _gender_of(group: Sequence[NameMention], genders: Mapping[CharSpan, Gender]) -> Gender | None:
    """What the words before a person's mentions tell, else the first name."""
    votes = Counter(genders[mention.span] for mention in group if mention.span in genders)
    if votes:
        return votes.most_common(1)[0][0]
    return gender_of_first_name(group[0].words[0])


def gender_of_first_name(first: str) -> Gender | None:
    """Gender by a first name, folded, that is nearly always one of men or of women."""
    return "male" if first in MEN else "female" if first in WOMEN else None


def _size(words: tuple[str, ...]) -> int:
    return len(_core(words))


def _core(words: tuple[str, ...]) -> tuple[str, ...]:
    if NAME_SUFFIXES.isdisjoint(words):
        return words
    return tuple(word for word in words if word not in NAME_SUFFIXES)


def _same_person(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Two full names of one person: same surname, first names equal, one the start or the nickname of the
    other."""
    one, other = NAME_SUFFIXES.intersection(a), NAME_SUFFIXES.intersection(b)
    if one and other and one != other:
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
    return first_a.startswith(first_b) or first_b.startswith(first_a) or first_b in _nicknames().of(first_a)


@cache
def _nicknames() -> Nicknames:
    return Nicknames()


def _short_of(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether a one-word mention is the surname or the first word of a longer name."""
    core = _core(long)
    word = _core(short)[-1:] or short[-1:]
    return core[-1:] == word or core[:1] == word or (word[0] in core[1:] and len(word[0]) > 3)


def _home(fits: Sequence[int], groups: Sequence[list[NameMention]], mention: NameMention) -> int | None:
    """The group with the surname rather than the first name, and the latest mention before this one."""
    if len(fits) <= 1:
        return next(iter(fits), None)

    def rank(number: int) -> tuple[bool, bool, int]:
        group = groups[number]
        by_surname = _core(group[0].words)[-1:] == mention.words[-1:]
        place = bisect_left(group, mention.span, key=lambda other: other.span)
        if place:
            return by_surname, True, group[place - 1].span.start
        return by_surname, False, -group[0].span.start

    second, best = sorted(fits, key=rank)[-2:]
    if rank(second)[:2] == rank(best)[:2] == (True, True):
        behind = max(other.span.end for other in groups[second] if other.span < mention.span)
        if rank(best)[2] - behind <= _MAX_CHARS_SIDE_BY_SIDE:
            return None
    return best
