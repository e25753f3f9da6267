"""Articles that are to be measured on, kept out of training wherever a training set holds them too."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable, Iterator, Sequence

from extract.train.data.row import Row

log = logging.getLogger(__name__)
_SEQUENCE_WORDS = 8
_MOST_SHARED = 0.3
_WORD = re.compile(r"\w+")  # "Norvik", "2024"


def without(rows: Sequence[Row], texts: Iterable[str]) -> list[Row]:
    """Leave out the rows that share a third of their sequences of eight words with the texts together."""
    held_out = {sequence for text in texts for sequence in _sequences(text)}
    kept = [row for row in rows if _share(row.text, held_out) < _MOST_SHARED]
    log.info("%d training articles are left out: they are held out", len(rows) - len(kept))
    return kept


def _share(text: str, held_out: set[int]) -> float:
    own = set(_sequences(text))
    return len(own & held_out) / len(own) if own else 0.0


def _sequences(text: str) -> Iterator[int]:
    """Hash each sequence of eight words; a shorter text is one sequence."""
    words = [match[0].lower() for match in _WORD.finditer(text)]
    for at in range(max(1, len(words) - _SEQUENCE_WORDS + 1)):
        yield hash(tuple(words[at : at + _SEQUENCE_WORDS]))
