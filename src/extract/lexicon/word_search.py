"""Search for the words of a set in a text, where a pattern of them all would be slow."""

from __future__ import annotations

import re
import sys
from collections.abc import Container, Iterator

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")  # "told", "second-guessed"


def words_among(
    words: Container[str], text: str, start: int = 0, end: int = sys.maxsize
) -> Iterator[re.Match[str]]:
    """The words between two offsets of a text that are among `words`, which are lower case."""
    return (found for found in _WORD.finditer(text, start, end) if found[0].lower() in words)


def has_word(words: Container[str], text: str, start: int = 0, end: int = sys.maxsize) -> bool:
    """Whether one of some words, lower case, stands between two offsets of a text."""
    return next(words_among(words, text, start, end), None) is not None
