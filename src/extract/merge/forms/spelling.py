"""Transliterations of one foreign word: Mohammed and Muhammad, Hezbollah and Hizbullah."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from itertools import groupby

_MIN_SIMILARITY = 0.7  # difflib's ratio; Gaddafi and Kadhafi have 0.71

_SOUNDS = (("x", "ks"), ("ph", "f"), ("kh", "k"), ("gh", "k"), ("dh", "d"), ("q", "k"), ("ck", "k"))
_LETTERS = str.maketrans({"c": "k", "g": "k", "w": "v", "j": "y", "z": "s"})
_VOWELS = frozenset("aeiouy")
_VOWEL_RUN = re.compile("[aeiouy]+")
_SILENT_H = re.compile("(?<=[aeiou])h$")  # the last letter of "abdullah"
_ENDINGS = {"a": "a", "e": "i", "i": "i", "y": "i", "o": "u", "u": "u"}


def spelled_alike(one: str, other: str) -> bool:
    """Whether two different folded words may be one word, brought into Latin letters in two ways.

    Both have two syllables or more, most letters and the same consonants in sound, and end alike: "Zhang"
    and "Zheng", "Mario" and "Maria", "Daniel" and "Danielle" are two names each.
    """
    if one == other or min(_syllables(one), _syllables(other)) < 2:
        return False
    if not skeleton(one) == skeleton(other) != "":
        return False
    return SequenceMatcher(a=min(one, other), b=max(one, other)).ratio() >= _MIN_SIMILARITY


def skeleton(word: str) -> str:
    """Reduce a folded word to its sounds: a vowel at its start, consonants once in a row, its ending."""
    plain = word
    for letters, sound in _SOUNDS:
        plain = plain.replace(letters, sound)
    plain = _SILENT_H.sub("", plain)
    ending = _ENDINGS.get(plain[-1:], "")
    consonants = "".join(c for c, _ in groupby(plain.translate(_LETTERS)) if c.isalnum() and c not in _VOWELS)
    starts = "'" if plain[:1] in _VOWELS else ""
    return f"{starts}{consonants}.{ending}" if len(consonants) > 1 else ""


def _syllables(word: str) -> int:
    return len(_VOWEL_RUN.findall(word))
