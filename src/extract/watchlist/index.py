"""The names of one list, found by their words in time that does not depend on the list's length."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from extract.names import NameKind
from extract.watchlist.fuzzy import FuzzyNames
from extract.watchlist.normal import (
    is_acronym,
    key_of,
    loose_words,
    strict_words,
    surname_last,
    without_initials,
)
from extract.watchlist.table import Entry

_LONG_ACRONYM = 4  # letters from which a name in capitals may be written with one ("Nato"), if it is a name


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
        return letters.isupper() or (len(letters) >= _LONG_ACRONYM and letters.istitle())


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
