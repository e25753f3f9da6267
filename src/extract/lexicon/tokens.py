"""Tokens: patterns of words and names, and how words of names are compared."""

from __future__ import annotations

import re
import unicodedata

WORD = re.compile(r"[^\W_]+(?:[’'\-.&][^\W_]+)*\.?")  # "O’Brien", "AT&T", "Inc."
NAME_WORD = re.compile(r"\w+(?:[’'\-.&]\w+)*\.?")  # "O’Brien", "St."
# The source of a pattern: a name of up to six words, with what stands between them.
NAME_PHRASE = r"[A-Z][\w.’'-]*(?:\s+(?:(?:of|de|van|von|al|bin|the)\s+)*[A-Z][\w.’'-]*){0,5}"
_POSSESSIVE = re.compile(r"['’]s?$")


def fold(word: str) -> str:
    """Lower case, without accents and points: how words of names are compared."""
    plain = word
    if not word.isascii():
        plain = "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))
    plain = plain.casefold()
    if plain.isalnum():
        return plain
    return _POSSESSIVE.sub("", plain).replace(".", "").replace("’", "'")
