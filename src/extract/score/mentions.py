"""Kinds of mention: how the text refers to a speaker beside the quote."""

from __future__ import annotations

from typing import Literal

from extract.lexicon import (
    FEMALE_PRONOUNS,
    MALE_PRONOUNS,
    PLURAL_PRONOUNS,
    SPEECH_PRONOUNS,
    THING_PRONOUNS,
)
from extract.score.names import person_key

MentionKind = Literal["none", "full name", "part of a name", "pronoun", "description", "nobody named"]
_PRONOUNS = MALE_PRONOUNS | FEMALE_PRONOUNS | THING_PRONOUNS | PLURAL_PRONOUNS | SPEECH_PRONOUNS


def mention_kind(mention: str | None, name: str | None) -> MentionKind:
    """What a mention is to the speaker's canonical name.

    "none": no phrase stands beside the quote. "nobody named": one does, and its speaker has no proper name
    ("an official"). "description": it shares no word with the name ("the diplomat").
    """
    if mention is None:
        return "none"
    if mention.strip().casefold() in _PRONOUNS:
        return "pronoun"
    if name is None or not any(word[:1].isupper() for word in name.split()):
        return "nobody named"
    words, beside = set(person_key(name).split()), set(person_key(mention).split())
    if words <= beside:
        return "full name"
    return "part of a name" if words & beside else "description"
