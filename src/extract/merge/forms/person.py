"""Parts of people's names, and how two names may differ and still be one person's."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from extract.lexicon.honorifics import HONORIFICS
from extract.lexicon.name_parts import NAME_SUFFIXES
from extract.lexicon.tokens import NAME_WORD, fold
from extract.merge.forms.spelling import spelled_alike

Difference = Literal["spelling", "middle", "nickname", "initials", "transliteration"]

_PARTICLES = frozenset(
    """de la le di da do du dos das del della des van von der den ter ten zu bin ibn bint ben abu al el ul
        as ash ad ud y e st""".split()
)
_ARTICLE_PREFIX = re.compile(r"^(?:al|el|ul|as|ash|ad|ar|an|az|at)-(?=\w)")  # the article of "al-Hadi"
_DOTTED_INITIALS = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]?\.?")  # "J.", "J.K", "J.K."
_QUOTED_NICKNAME = re.compile(r"(?<=\s)[“\"'‘][^“”\"'‘’]+[”\"'’](?=\s)")  # the middle of `Ada "Ad" Brunn`
_POSSESSIVE = re.compile(r"[’'‘`´]s?$")  # "’s" of "Brunn’s", "’" of "Moens’"


@dataclass(frozen=True, slots=True)
class PersonForm:
    """Full name in folded words. middle: full words and initials. suffix: "jr", "iii" or ""."""

    first: str
    middle: tuple[str, ...]
    last: str
    suffix: str

    @property
    def letters(self) -> str:
        """The name but for its suffix in one word: hyphens and spaces inside names do not count."""
        return self.first + "".join(self.middle) + self.last

    @property
    def full_words(self) -> int:
        """Number of words that are spelled out."""
        return sum(len(word) > 1 for word in (self.first, *self.middle, self.last))


def person_form(name: str) -> PersonForm | None:
    """Take a name of two words or more apart; None for a single word and for a description."""
    raw = [word[0] for word in NAME_WORD.finditer(_POSSESSIVE.sub("", _QUOTED_NICKNAME.sub("", name)))]
    if any(not _is_name_word(word) for word in raw):
        return None
    shouted = name.isupper()
    words: list[str] = []
    for number, word in enumerate(raw):
        if number == 0 or not _is_particle(word):
            words += _split(word, shouted=shouted)
    while len(words) > 2 and words[0] in HONORIFICS:
        words.pop(0)
    suffix = words.pop() if len(words) > 1 and words[-1] in NAME_SUFFIXES else ""
    if len(words) < 2 or len(words[-1]) < 2:
        return None
    return PersonForm(first=words[0], middle=tuple(words[1:-1]), last=words[-1], suffix=suffix)


def _is_particle(word: str) -> bool:
    plain = word.casefold() if len(word) > 1 else word
    return plain in _PARTICLES


def _is_name_word(word: str) -> bool:
    return fold(word) in _PARTICLES or any(char.isupper() or not char.isascii() for char in word)


def _split(word: str, *, shouted: bool) -> list[str]:
    """The folded word, without article and hyphens; initials written together ("J.K.", "JK") one by one."""
    letters = [char for char in fold(word) if char.isalnum()]
    together = len(word) == 2 and word.isupper() and not shouted
    if len(letters) > 1 and (_DOTTED_INITIALS.fullmatch(word) or together):
        return letters
    plain = _ARTICLE_PREFIX.sub("", fold(word))
    return [plain.replace("-", "").replace("'", "")] if plain else []


def difference(one: PersonForm, other: PersonForm, nicknames: frozenset[str]) -> Difference | None:
    """Classify how two names of one person differ; None where they are names of two people.

    nicknames: first names that `one.first` may stand for, or that stand for it. Two different first names,
    different middle names, "Jr." and "Sr." are two people, whatever else is the same.
    """
    if one.suffix and other.suffix and one.suffix != other.suffix:
        return None
    if one.letters == other.letters:
        return "spelling" if one.suffix == other.suffix else "middle"
    last = one.last == other.last
    if not last and not spelled_alike(one.last, other.last):
        return None
    dropped = _first_initial_dropped(one, other) or _first_initial_dropped(other, one)
    if dropped:
        return "initials" if last else None
    first = _first_names(one.first, other.first, nicknames)
    if first is None or not _middles_fit(one.middle, other.middle):
        return None
    if not last:
        return "transliteration" if first in ("middle", "transliteration") else None
    return first


def only_initials_apart(one: PersonForm, other: PersonForm) -> bool:
    """Whether two full names differ in nothing but initials between first name and surname.

    A middle name in full that the other lacks may tell father from son.
    """
    if (one.first, one.last, one.suffix) != (other.first, other.last, other.suffix) or len(one.first) < 2:
        return False
    more = max(one.middle, other.middle, key=len)[min(len(one.middle), len(other.middle)) :]
    return _middles_fit(one.middle, other.middle) and all(len(word) == 1 for word in more)


def _first_names(one: str, other: str, nicknames: frozenset[str]) -> Difference | None:
    if one == other:
        return "initials" if len(one) == 1 else "middle"
    if min(len(one), len(other)) == 1:
        return "initials" if one[0] == other[0] else None
    if other in nicknames:
        return "nickname"
    return "transliteration" if spelled_alike(one, other) else None


def _middles_fit(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether the longer list begins with the shorter: each an equal word or its initial."""
    return all(_same_or_initial(*pair) for pair in zip(one, other, strict=False))


def _same_or_initial(one: str, other: str) -> bool:
    return one == other or (min(len(one), len(other)) == 1 and one[0] == other[0])


def _first_initial_dropped(long: PersonForm, short: PersonForm) -> bool:
    """Whether one goes by a middle name: "J. Edgar Moen", "Edgar Moen"."""
    return (
        len(long.first) == 1
        and len(short.first) > 1
        and bool(long.middle)
        and long.middle[0] == short.first
        and _middles_fit(long.middle[1:], short.middle)
    )
