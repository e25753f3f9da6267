"""Matches of a list in an article, letter for letter but for case, accents and points."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.lexicon.words import (
    FEMALE_PRONOUNS,
    HONORIFICS,
    LEGAL_SUFFIXES,
    MALE_PRONOUNS,
    NAME_SUFFIXES,
    PLURAL_PRONOUNS,
    SPEECH_PRONOUNS,
    THING_PRONOUNS,
    VAGUE_PRONOUNS,
)
from extract.quotes.entities.watchlist.capitalization import goes_on, stands_out
from extract.quotes.entities.watchlist.index import NameIndex, Spelling
from extract.quotes.entities.watchlist.normalize import WORD, fold_word, without_possessive
from extract.spans import CharSpan

_MIN_LETTERS = 2  # "X" and "1860" are names only where the network says so
_SMALL = frozenset("of the and for in on at to de la le du des di da van von der den y et und".split())
_MAX_ABBREVIATION_CHARS = 4  # a full stop behind a longer word ends its sentence
_PRONOUNS = (
    MALE_PRONOUNS | FEMALE_PRONOUNS | THING_PRONOUNS | PLURAL_PRONOUNS | SPEECH_PRONOUNS | VAGUE_PRONOUNS
)
# "Rolls-Royce", "Norvik, Inc."
_GAP = re.compile(r"[^\S\n]?\n?[^\S\n]*|[^\S\n]?[-‐‑–—−/][^\S\n]?|(\.)[^\S\n]*|(,)[^\S\n]")


@dataclass(frozen=True, slots=True)
class Hit:
    """A place with a name of a list. spellings: of each entry that has it; at least one.

    sure: its capitals say that it is a name; else it is one only if the article has it elsewhere too.
    """

    span: CharSpan
    spellings: tuple[Spelling, ...]
    words: int
    sure: bool


class ArticleWords:
    """The words of a text, folded: first and last offset of each."""

    def __init__(self, text: str) -> None:
        self.text = text
        found = list(WORD.finditer(text))
        self.starts = [match.start() for match in found]
        self.ends = [match.end() for match in found]
        self.folded = [fold_word(match[0]) for match in found]

    def hits(self, index: NameIndex) -> Iterator[Hit]:
        """Yield the longest names of the list that begin at each word, none overlapping."""
        at, count = 0, len(self.starts)
        while at < count:
            hit = self._hit(index, at) if _has_capital(self.text[self.starts[at] : self.ends[at]]) else None
            if hit is not None:
                yield hit
            at += 1 if hit is None else hit.words

    def _hit(self, index: NameIndex, at: int) -> Hit | None:
        first = self.folded[at]
        lengths = {size for word in _variants(first) for size in index.lengths(word)}
        for size in sorted(lengths, reverse=True):
            if at + size > len(self.starts) or not self._together(at, size):
                continue
            words = self.folded[at : at + size]
            # As it stands before it is taken for a possessive: "Macy's" is a name, "Norvik's" is not.
            for last in dict.fromkeys((words[-1], without_possessive(words[-1]))):
                span = CharSpan(self.starts[at], self.ends[at + size - 1])
                if last != words[-1]:
                    span = CharSpan(span.start, span.start + len(without_possessive(span.of(self.text))))
                spellings = index.spellings([*words[:-1], last])
                kept = tuple(s for s in spellings if self._is_written(s, at, size, span))
                if kept and not goes_on(self.text, span, kind=index.kind):
                    sure = stands_out(self.text, span)
                    return Hit(self._with_stop(span, last), kept, size, sure)
        return None

    def _together(self, at: int, size: int) -> bool:
        """Whether nothing between some words in a row parts them."""
        for k in range(at, at + size - 1):
            gap = _GAP.fullmatch(self.text, self.ends[k], self.starts[k + 1])
            if gap is None:
                return False
            if gap[1] and self.ends[k] - self.starts[k] > _MAX_ABBREVIATION_CHARS:
                return False
            if gap[2] and self.folded[k + 1] not in LEGAL_SUFFIXES | NAME_SUFFIXES:
                return False
        return True

    def _is_written(self, spelling: Spelling, at: int, size: int, span: CharSpan) -> bool:
        """Whether the capitals are those of a name: of all words but those that the list writes small."""
        written = span.of(self.text)
        if sum(map(str.isalpha, written)) < _MIN_LETTERS:
            return False
        if spelling.acronym:
            return written.upper() == written
        last = self.folded[at + size - 1]
        if (size == 1 and last in _PRONOUNS) or (
            size <= 2 and self.folded[at] in ("the", last) and last in HONORIFICS
        ):
            return False
        words = WORD.findall(spelling.text)
        written_small = {fold_word(word) for word in words if word.islower() or word == "&"}
        small = _SMALL | written_small if len(written_small) < len(words) else _SMALL
        return all(
            _has_capital(self.text[self.starts[k] : self.ends[k]]) or self.folded[k] in small
            for k in range(at, at + size)
        )

    def _with_stop(self, span: CharSpan, last: str) -> CharSpan:
        """With the full stop of an abbreviation behind it: "Norvik Inc."."""
        stop = last in LEGAL_SUFFIXES | NAME_SUFFIXES and self.text[span.end : span.end + 1] == "."
        return CharSpan(span.start, span.end + stop)


def _variants(word: str) -> Sequence[str]:
    return (word, without_possessive(word), word.replace("'", "")) if "'" in word else (word,)


def _has_capital(word: str) -> bool:
    return word[0].isupper() or word[0].isdigit() or (not word.islower() and word[0] != "&")
