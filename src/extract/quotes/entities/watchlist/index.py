"""Index of the names of one list, whose length does not change the time that it takes to find one."""

from __future__ import annotations

import math
import re
from array import array
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from extract.quotes.entities.names import NameKind
from extract.quotes.entities.watchlist.normalize import (
    is_acronym,
    key_of,
    loose_words,
    strict_words,
    surname_last,
    without_initials,
)
from extract.quotes.entities.watchlist.table import Entry

MIN_FUZZY_CHARS = 10  # among shorter names one letter makes another name ("Air Iran", "Air Iraq")
_MAX_CACHED_ANSWERS = 20_000
_GRAM_CHARS = 3
_DIGITS = re.compile(r"\d+")


class FuzzyNames:
    """Finds similar names by the normalized indel similarity of their folded words, in order.

    That ratio (twice the longest common subsequence over both lengths) counts every letter that one name
    has more than the other, so that a part of a name is not taken for the whole; ratios of parts or of
    sets of words would take "Bank of Norvik" for "Norvik". Numbers have to be the same ("Local 12").
    """

    def __init__(self, keys: Iterable[str], score: float) -> None:
        long = {key for key in keys if len(key) >= MIN_FUZZY_CHARS}
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
        if len(key) < MIN_FUZZY_CHARS or (whole and len(words) < 2):
            return ()
        if key not in self._answers:
            if len(self._answers) >= _MAX_CACHED_ANSWERS:
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
        least = len(grams) - _GRAM_CHARS * math.floor((1 - self._score / 100) * (len(key) + longest) + 1e-9)
        if least < 1:
            return self._keys[first:last]
        found = [self._places[gram] for gram in grams if gram in self._places]
        if not found:
            return []
        shared = np.bincount(np.concatenate(found), minlength=last)[first:last]
        return [self._keys[first + number] for number in np.flatnonzero(shared >= least).tolist()]


def _grams(key: str) -> set[str]:
    return {key[at : at + _GRAM_CHARS] for at in range(len(key) - _GRAM_CHARS + 1)}


# Letters from which a name in capitals may be written with one ("Nato"), if it is a name
_MIN_TITLED_ACRONYM_CHARS = 4


@dataclass(frozen=True, slots=True)
class Spelling:
    """One name of an entry, as the list writes it.

    acronym: it may be another word in small letters. initials: it has some between its first and last word.
    """

    entry: Entry
    text: str
    acronym: bool
    initials: bool

    def is_written(self, written: str) -> bool:
        """Whether a name of an article with the same words is meant, by its capitals."""
        if not self.acronym:
            return True
        letters = "".join(filter(str.isalpha, written))
        return letters.isupper() or (len(letters) >= _MIN_TITLED_ACRONYM_CHARS and letters.istitle())


class NameIndex:
    """Names to entries.

    A name is looked up as it is written first (`strict_words`), then without what may be left out
    (`loose_words`); then several entries may fit. fuzzy: score out of 100 from which a similar name
    counts, None for never.
    """

    def __init__(self, entries: Sequence[Entry], kind: NameKind, fuzzy: float | None = None) -> None:
        self.kind: NameKind = kind
        self._strict: dict[str, tuple[Spelling, ...]] = {}
        self._loose: dict[str, tuple[Spelling, ...]] = {}
        lengths: defaultdict[str, set[int]] = defaultdict(set)
        for entry in entries:
            for text in entry.names:
                turned = surname_last(text) if kind == "person" else None
                for name in (text, turned) if turned else (text,):
                    words = strict_words(name)
                    self._add(
                        Spelling(entry, text, is_acronym(name), without_initials(words) != words),
                        words,
                        lengths,
                    )
        self._lengths = {word: tuple(sorted(sizes, reverse=True)) for word, sizes in lengths.items()}
        self._fuzzy = None if fuzzy is None else FuzzyNames(self._plain_keys(), fuzzy)

    def _add(self, spelling: Spelling, words: tuple[str, ...], lengths: defaultdict[str, set[int]]) -> None:
        strict, loose = key_of(words), loose_words(words, self.kind)
        self._strict[strict] = (*self._strict.get(strict, ()), spelling)
        lengths[words[0]].add(len(words))
        fewer = without_initials(loose) if self.kind == "person" else loose
        for kept in dict.fromkeys((loose, fewer)):
            if (key := key_of(kept)) != strict:
                self._loose[key] = (*self._loose.get(key, ()), spelling)
                lengths[kept[0]].add(len(kept))

    def _plain_keys(self) -> set[str]:
        """What names are without all that may be left out."""
        return {key for key in self._strict if key == key_of(loose_words(key.split(), self.kind))} | {
            *self._loose
        }

    def lengths(self, word: str) -> tuple[int, ...]:
        """Of the names that begin with a folded word: their numbers of words, the longest first."""
        return self._lengths.get(word, ())

    def spellings(self, words: Sequence[str]) -> tuple[Spelling, ...]:
        """The names with these folded words; with what may be left out only where there are none."""
        if found := self._strict.get(key_of(words), ()):
            return found
        loose = loose_words(words, self.kind)
        found = self._strict.get(key_of(loose), ()) + self._loose.get(key_of(loose), ())
        fewer = without_initials(loose)
        if found or self.kind == "organization" or fewer == loose:
            return found
        # Other initials are another person: "George H. W. Brunn" is not "George W. Brunn".
        near = self._strict.get(key_of(fewer), ()) + self._loose.get(key_of(fewer), ())
        return tuple(spelling for spelling in near if not spelling.initials)

    def similar(self, words: Sequence[str]) -> tuple[Spelling, ...]:
        """The names that are similar enough; none unless asked for."""
        if self._fuzzy is None:
            return ()
        keys = self._fuzzy.keys(loose_words(words, self.kind), whole=self.kind == "person")
        return tuple(s for key in keys for s in (*self._strict.get(key, ()), *self._loose.get(key, ())))
