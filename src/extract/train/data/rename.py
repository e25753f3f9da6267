"""Mention replacement: training articles with other people, places and organizations.

A small network learns the names of its training text by heart. New names from all over the world make
it read the words around them (Dai and Adel, 2020).
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

Entity = tuple[int, int, str]
Edit = tuple[int, int, str]

_WORD = re.compile(r"[^\W\d_][\w'’-]*\.?")  # "Holm", "O’Hara", "Jr."
_PARTICLES = frozenset("al bin bint da de del der di dos du el ibn la le van von y".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Pools:
    """Pools of names: mentions by label; first and last names of people."""

    first: tuple[str, ...]
    last: tuple[str, ...]
    mentions: dict[str, tuple[str, ...]]


def exchanged(
    text: str, entities: Sequence[Entity], pools: Pools, rng: random.Random, share: float
) -> list[Edit]:
    """Make edits that exchange `share` of the article's names, each name for one other throughout."""
    chosen: dict[tuple[str, str], str | None] = {}
    words: dict[str, str | None] = {}
    edits: list[Edit] = []
    end = 0
    for start, stop, label in sorted(entities):
        mention = text[start:stop]
        if start < end or (label == "PERSON" and not mention.strip()):
            continue
        end = stop
        if label == "PERSON":
            edits += [(start + s, start + e, new) for s, e, new in _person(mention, pools, rng, words, share)]
        elif (label, mention) not in chosen:
            chosen[label, mention] = _other(mention, pools.mentions.get(label, ()), rng, share)
        if label != "PERSON" and (new := chosen[label, mention]) is not None:
            edits.append((start, stop, new))
    return edits


def _person(
    mention: str, pools: Pools, rng: random.Random, words: dict[str, str | None], share: float
) -> Iterable[Edit]:
    """Exchange the words of a person's name, each alike wherever it stands in the article."""
    found = [m for m in _WORD.finditer(mention) if _is_part(m[0])]
    for number, match in enumerate(found):
        word = match[0].removesuffix("'s").removesuffix("’s")
        key = word.casefold()
        if key not in words:
            names = pools.last if number == len(found) - 1 else pools.first
            words[key] = rng.choice(names) if rng.random() < share else None
        if (new := words[key]) is not None:
            yield match.start(), match.start() + len(word), _like(word)(new)


def _is_part(word: str) -> bool:
    return (
        len(word) > 2 and not word.endswith(".") and word[0].isupper() and word.casefold() not in _PARTICLES
    )


def _other(mention: str, names: Sequence[str], rng: random.Random, share: float) -> str | None:
    """Choose another name of like build: an acronym for an acronym, one word for one word."""
    if not names or rng.random() >= share:
        return None
    for name in rng.choices(names, k=8):
        if name.isupper() == mention.isupper() and (" " in name) == (" " in mention):
            return name
    return None


def _like(word: str) -> Callable[[str], str]:
    return str.upper if word.isupper() else str
