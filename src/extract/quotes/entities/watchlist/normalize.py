"""Names in the form in which lists and articles are compared."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from extract.lexicon.words import HONORIFICS, LEGAL_SUFFIXES, NAME_SUFFIXES
from extract.quotes.entities.names import NameKind

_MARKS = "[\u0300-\u036f\u00ad\u200b-\u200d\u2060]"  # accents and invisible characters hang on letters
_LETTER = rf"[^\W_]{_MARKS}*"
_LETTERS = rf"[^\W_]+(?:{_MARKS}+[^\W_]*)*"
_APOSTROPHES = "'’‘ʼʻ＇`´"
# Initials with points ("U.N."), a word with its apostrophes and plus signs, or an ampersand.
WORD = re.compile(
    rf"{_LETTER}(?:\.{_LETTER})+(?![^\W_])\.?"
    rf"|{_LETTERS}(?:[{_APOSTROPHES}]{_LETTERS})*\+*"
    r"|[&＆]"
)
_INITIALS = re.compile(r"\w|[bcdfghjklmnpqrstvwxz]{2}")  # "W.", "H.W."; but "al", "de"
_POSSESSIVE = re.compile(rf"[{_APOSTROPHES}]s?$", re.IGNORECASE)  # "Norvik’s", "Foods’"
# Letters that Unicode does not take apart and that English news writes without their strokes.
_STROKES = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h", "ŧ": "t"}
    | dict.fromkeys(_APOSTROPHES, "'")
)


def fold_word(word: str) -> str:
    """One match of `WORD` in lower case, without accents, points and invisible characters."""
    if word.isalnum() and word.isascii():
        return word.lower()
    if word in ("&", "＆"):
        return "and"
    plain, last = word, ""
    while plain != last:
        last = plain
        plain = unicodedata.normalize("NFKD", plain).casefold().translate(_STROKES)
        plain = "".join(char for char in plain if char.isalnum() or char == "'")
    plain = re.sub("'+", "'", plain).strip("'")
    return plain + "+" * (len(word) - len(word.rstrip("+"))) if plain else ""


def strict_words(name: str) -> tuple[str, ...]:
    """The folded words of a name; points, dashes and spaces between them do not count."""
    return tuple(filter(None, map(fold_word, WORD.findall(name))))


def loose_words(words: Sequence[str], kind: NameKind) -> tuple[str, ...]:
    """Folded words without a leading "the", and without honorifics or legal suffixes; one always stays."""
    start, end = 0, len(words)
    if words[:1] == ("the",) and end > 1:
        start = 1
    if kind == "person":
        while start < end - 1 and words[start] in HONORIFICS:
            start += 1
    else:
        while end - 1 > start and words[end - 1] in LEGAL_SUFFIXES:
            end -= 1
    return tuple(word.replace("'", "") for word in words[start:end])


def without_initials(words: Sequence[str]) -> tuple[str, ...]:
    """The folded words of a person's name without those between the first and the last that are initials."""
    return tuple(
        word for at, word in enumerate(words) if not 0 < at < len(words) - 1 or not _INITIALS.fullmatch(word)
    )


def key_of(words: Sequence[str]) -> str:
    """Folded words as one string."""
    return " ".join(words)


def surname_last(name: str) -> str | None:
    """ "Brunn, Ada" as "Ada Brunn"; None for a name that is not written so ("Karl Holt, Jr.")."""
    surname, comma, rest = name.partition(",")
    first = strict_words(rest)
    if not comma or "," in rest or not first or not strict_words(surname) or first[0] in NAME_SUFFIXES:
        return None
    return f"{rest.strip()} {surname.strip()}"


def without_possessive(name: str) -> str:
    """`name` without "'s" or an apostrophe at its end."""
    return _POSSESSIVE.sub("", name)


def is_acronym(name: str) -> bool:
    """Whether a name is short and all in capitals, so that in small letters it may be another word."""
    letters = [char for char in name if char.isalpha()]
    return 0 < len(letters) <= 5 and " " not in name.strip() and all(char.isupper() for char in letters)
