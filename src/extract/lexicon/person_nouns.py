"""Nouns that name people by what they do or are: "spokeswoman", "plaintiff", "mother-of-two".

The lists come from WordNet and counts in news (`benchmarks/lexicon.py`).
"""

from __future__ import annotations

from collections.abc import Container

from extract.lexicon.group_nouns import GROUP_NOUNS
from extract.lexicon.inflection import singular
from extract.lexicon.organization_nouns import SELDOM_PEOPLE
from extract.lexicon.word_lists import read_words

PERSON_NOUNS = read_words("person_nouns.txt")  # singular
INHABITANTS = read_words("inhabitants.txt")  # "italian", "londoner"
# Words that end like nouns for people: "screwdriver", "enlist".
_NO_PERSON_NOUNS = read_words("no_person_nouns.txt")
_MIN_LAST_PART_CHARS = 5


def is_person_noun(word: str) -> bool:
    """Whether a singular common noun names a person by what they do or are.

    A word that no list knows is one when it ends in such a noun: "vice-president", "policymaker".
    """
    word = word.lower().rstrip(".").split("-of-")[0]  # "mother-of-two"
    if word in GROUP_NOUNS or word in _NO_PERSON_NOUNS:
        return False
    return word in PERSON_NOUNS or word.endswith("-old") or ends_in_person_noun(word, PERSON_NOUNS)


def is_usually_person(word: str) -> bool:
    """Whether a noun that stands alone is likely to name a person: "the broker" is, "the lender" is not."""
    return is_person_noun(word) and word.lower() not in SELDOM_PEOPLE


def is_plural_person_noun(word: str) -> bool:
    """Whether a plural names people by what they do or are: "spokeswomen", "landlords"."""
    word = word.lower()
    one = singular(word)
    return one != word and is_person_noun(one)


def is_plural_noun(word: str) -> bool:
    """Whether a noun means several: a regular plural, or one of the words for groups."""
    word = word.lower()
    if word in GROUP_NOUNS or word.endswith(("men", "people")):
        return True
    return len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is", "’s", "'s"))


def ends_in_person_noun(word: str, nouns: Container[str]) -> bool:
    """Whether the last part of a word is one of `nouns`, or "-ist" makes a person of it."""
    last = word.rsplit("-", 1)[-1]
    if last in nouns or (last.endswith("ist") and len(last) > _MIN_LAST_PART_CHARS):
        return True
    return any(last[start:] in nouns for start in range(1, len(last) - _MIN_LAST_PART_CHARS + 1))
