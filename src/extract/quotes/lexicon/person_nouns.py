"""Person nouns: common nouns that name a person by what they do or are."""

from __future__ import annotations

from extract.quotes.lexicon.words import (
    GROUP_NOUNS,
    NOT_PERSONS,
    PERSON_ENDINGS,
    PERSON_NOUNS,
)


def is_person_noun(word: str) -> bool:
    """Whether a singular common noun names a person by what they do or are."""
    word = word.lower().rstrip(".").split("-of-")[0]  # "mother-of-two"
    if word in NOT_PERSONS or word in GROUP_NOUNS:
        return False
    last = word.rsplit("-", 1)[-1]
    if word in PERSON_NOUNS or last in PERSON_NOUNS or word.endswith("-old"):
        return True
    return len(last) > 3 and last.endswith(PERSON_ENDINGS)


def is_plural_noun(word: str) -> bool:
    """Whether a noun means several: a regular plural, or one of the words for groups."""
    word = word.lower()
    if word in GROUP_NOUNS or word.endswith(("men", "people")):
        return True
    return len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is", "’s", "'s"))
