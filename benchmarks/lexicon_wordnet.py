"""Reader of the database files of WordNet (`data.noun`, `index.verb`, `cntlist.rev`; see its page wndb(5WN)).

Any folder of them will do: that of Debian's package wordnet-base (WordNet 3.0, /usr/share/wordnet), or
`dict` of Princeton's archive.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Literal

Pos = Literal["noun", "verb", "adj", "adv"]
_CODES = {"1": "noun", "2": "verb", "3": "adj", "4": "adv", "5": "adj"}  # of the sense keys in cntlist.rev
_SLANG = re.compile(r"\b(?:slang|slurs?|offensive|disparag\w+|derogatory|obscene|vulgar)\b")
_ONE_WORD = re.compile(r"[a-z]+(?:[-'][a-z]+)*")
_HYPERNYMS = ("@", "@i")
# Lexicographer files of verbs, by number.
COMMUNICATION = frozenset([32])
MIND = frozenset([31, 37, 39])  # cognition, emotion, perception


@dataclass(frozen=True, slots=True, kw_only=True)
class Sense:
    """A sense of a lemma.

    synset: its offset. file: of the lexicographer, a number. rank: 0 for the commonest sense. count: how
    often it was tagged in WordNet's texts. frames: numbers of the verb frames that hold for this lemma ("26:
    Somebody ----s that CLAUSE"). proper: it is written with a capital. slang: its gloss says that it is slang
    or abuse.
    """

    synset: int
    file: int
    rank: int
    count: int
    frames: frozenset[int]
    proper: bool
    slang: bool

    @property
    def weight(self) -> float:
        """Its part of the lemma's uses: its count, and a little that falls with its rank."""
        return self.count + 0.5 / (self.rank + 1)


@dataclass(frozen=True, slots=True)
class _Synset:
    file: int
    words: tuple[str, ...]
    hypernyms: tuple[int, ...]
    frames: tuple[tuple[int, int], ...]  # frame, number of its word (0: all)
    slang: bool


class WordNet:
    """The nouns, verbs, adjectives and adverbs of a folder of database files."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._synsets = {pos: dict(self._read_data(pos)) for pos in ("noun", "verb")}
        self._ancestors: dict[tuple[int, str], frozenset[int]] = {}

    def lemmas(self, pos: Pos) -> list[str]:
        """The lemmas of one word, hyphens and apostrophes allowed, lower case, ascending."""
        return sorted(lemma for lemma in self._index[pos] if _ONE_WORD.fullmatch(lemma))

    def has(self, lemma: str, pos: Pos) -> bool:
        """Whether a lemma (lower case, "_" between words) is one of this part of speech."""
        return lemma in self._index[pos]

    def senses(self, lemma: str, pos: Literal["noun", "verb"]) -> list[Sense]:
        """The senses of a lemma, the commonest first; none where it has none."""
        return [
            self._sense(lemma, pos, rank, offset)
            for rank, offset in enumerate(self._index[pos].get(lemma, ()))
        ]

    def tagged(self, lemma: str, pos: Pos) -> int:
        """How often a word was tagged as a part of speech in WordNet's texts."""
        return self._tagged[lemma, pos]

    def noun(self, lemma: str, number: int = 1) -> int:
        """The synset of the sense of a noun that WordNet calls `lemma.n.number`."""
        return self._index["noun"][lemma][number - 1]

    def ancestors(self, synset: int, pos: Literal["noun", "verb"] = "noun") -> frozenset[int]:
        """A synset and all its hypernyms up to the top."""
        key = (synset, pos)
        if key not in self._ancestors:
            above = (self.ancestors(one, pos) for one in self._synsets[pos][synset].hypernyms)
            self._ancestors[key] = frozenset([synset]).union(*above)
        return self._ancestors[key]

    def _sense(self, lemma: str, pos: Literal["noun", "verb"], rank: int, offset: int) -> Sense:
        synset = self._synsets[pos][offset]
        lower = [word.lower() for word in synset.words]
        number = lower.index(lemma) + 1 if lemma in lower else 0
        return Sense(
            synset=offset,
            file=synset.file,
            rank=rank,
            count=self._counts.get((lemma, pos, rank + 1), 0),
            frames=frozenset(frame for frame, word in synset.frames if word in (0, number)),
            proper=number > 0 and not synset.words[number - 1].islower(),
            slang=synset.slang,
        )

    @cached_property
    def _index(self) -> dict[str, dict[str, list[int]]]:
        return {pos: dict(self._read_index(pos)) for pos in ("noun", "verb", "adj", "adv")}

    @cached_property
    def _counts(self) -> dict[tuple[str, str, int], int]:
        counts = {}
        for line in self._lines("cntlist.rev"):
            key, number, count = line.split()
            lemma, _, code = key.partition("%")
            counts[lemma, _CODES[code[0]], int(number)] = int(count)
        return counts

    @cached_property
    def _tagged(self) -> Counter[tuple[str, str]]:
        out: Counter[tuple[str, str]] = Counter()
        for (lemma, pos, _), count in self._counts.items():
            out[lemma, pos] += count
        return out

    def _read_index(self, pos: str) -> Iterator[tuple[str, list[int]]]:
        for line in self._lines(f"index.{pos}"):
            fields = line.split()
            yield fields[0], [int(offset) for offset in fields[-int(fields[2]) :]]

    def _read_data(self, pos: str) -> Iterator[tuple[int, _Synset]]:
        for line in self._lines(f"data.{pos}"):
            entry, _, gloss = line.partition(" | ")
            fields = entry.split()
            behind_words = 4 + 2 * int(fields[3], 16)
            behind_pointers = behind_words + 1 + 4 * int(fields[behind_words])
            pointers = range(behind_words + 1, behind_pointers, 4)
            frames = fields[behind_pointers + 1 :]
            yield (
                int(fields[0]),
                _Synset(
                    file=int(fields[1]),
                    words=tuple(fields[4:behind_words:2]),
                    hypernyms=tuple(int(fields[k + 1]) for k in pointers if fields[k] in _HYPERNYMS),
                    frames=tuple(
                        (int(frames[k + 1]), int(frames[k + 2], 16)) for k in range(0, len(frames), 3)
                    ),
                    slang=_SLANG.search(gloss) is not None,
                ),
            )

    def _lines(self, name: str) -> Iterator[str]:
        """The lines of a file, less the licence that stands indented at its head."""
        with (self._folder / name).open(encoding="utf-8") as lines:
            yield from (line for line in lines if not line.startswith("  "))
