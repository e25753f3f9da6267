"""Names that are nearly those of a list: misspelled, or spelled by another custom."""

from __future__ import annotations

import math
import re
from array import array
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence

import numpy as np

from extract.watchlist.normal import key_of

SHORTEST = 10  # characters; among shorter names one letter makes another name ("Air Iran", "Air Iraq")
_KEPT = 20_000  # answers
_GRAM = 3
_DIGITS = re.compile(r"\d+")


class FuzzyNames:
    """Finds similar names by the normalized indel similarity of their folded words, in order.

    That ratio (twice the longest common subsequence over both lengths) counts every letter that one name
    has more than the other, so that a part of a name is not taken for the whole; ratios of parts or of
    sets of words would take "Bank of Norvik" for "Norvik". Numbers have to be the same ("Local 12").
    """

    def __init__(self, keys: Iterable[str], score: float) -> None:
        long = {key for key in keys if len(key) >= SHORTEST}
        self._keys = sorted(long, key=lambda key: (len(key), key))
        self._score = score
        self._answers: dict[str, tuple[str, ...]] = {}
        places: defaultdict[str, array[int]] = defaultdict(lambda: array("i"))
        for number, key in enumerate(self._keys):
            for gram in _grams(key):
                places[gram].append(number)
        self._places = {gram: np.array(numbers, dtype=np.int32) for gram, numbers in places.items()}

    def keys(self, words: Sequence[str], *, whole: bool) -> tuple[str, ...]:
        """The keys that reach the score, sorted. whole: only names of several words count."""
        key = key_of(words)
        if len(key) < SHORTEST or (whole and len(words) < 2):
            return ()
        if key not in self._answers:
            if len(self._answers) >= _KEPT:
                self._answers.clear()
            self._answers[key] = self._found(key, whole=whole)
        return self._answers[key]

    def _found(self, key: str, *, whole: bool) -> tuple[str, ...]:
        # Only here, for most runs do without it.
        from rapidfuzz import fuzz, process

        near = process.extract(key, self._near(key), scorer=fuzz.ratio, score_cutoff=self._score, limit=None)
        numbers = _DIGITS.findall(key)
        return tuple(
            sorted(
                other
                for other, _, _ in near
                if _DIGITS.findall(other) == numbers and not (whole and " " not in other)
            )
        )

    def _near(self, key: str) -> list[str]:
        """Those that may reach the score by their length and by the runs of three letters that they share.

        A letter more or less takes away three runs at most, so those that reach it share all but three
        for each letter that the score forgives (Ukkonen 1992, Approximate string-matching with q-grams).
        """
        share = self._score / (200 - self._score)
        longest = math.floor(len(key) / share)
        first = bisect_left(self._keys, math.ceil(len(key) * share), key=len)
        last = bisect_right(self._keys, longest, key=len)
        grams = _grams(key)
        least = len(grams) - _GRAM * math.floor((1 - self._score / 100) * (len(key) + longest) + 1e-9)
        if least < 1:
            return self._keys[first:last]
        found = [self._places[gram] for gram in grams if gram in self._places]
        if not found:
            return []
        shared = np.bincount(np.concatenate(found), minlength=last)[first:last]
        return [self._keys[first + number] for number in np.flatnonzero(shared >= least).tolist()]


def _grams(key: str) -> set[str]:
    return {key[at : at + _GRAM] for at in range(len(key) - _GRAM + 1)}
