"""Table of first names that are nearly always those of men, or of women: makes `lexicon/first_names.txt`.

The names are those of Faker (MIT licence), of all its locales in Latin script. A name is taken for what it is
five times as often as the other, by its frequency where a locale states it, else as one of its list.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

import click
import faker.providers.person as locales

from extract.lexicon import first_names
from extract.lexicon.tokens import fold

TABLE = Path(first_names.__file__).with_suffix(".txt")
_MIN_RATIO = 5.0  # times as often
_FIRST_NON_LATIN = 0x250  # code points from here on are of other scripts


def clear_names(male: Mapping[str, float], female: Mapping[str, float]) -> tuple[list[str], list[str]]:
    """The names of men and those of women, sorted, by how often each is either."""
    men = sorted(name for name, often in male.items() if often >= _MIN_RATIO * female.get(name, 0.0))
    women = sorted(name for name, often in female.items() if often >= _MIN_RATIO * male.get(name, 0.0))
    return men, women


def faker_names() -> tuple[Mapping[str, float], Mapping[str, float]]:
    """How often each first name is that of a man, and of a woman: shares, summed over Faker's locales."""
    counts: tuple[dict[str, float], dict[str, float]] = (defaultdict(float), defaultdict(float))
    for module in pkgutil.iter_modules(locales.__path__):
        provider = importlib.import_module(f"{locales.__name__}.{module.name}").Provider
        for count, key in zip(counts, ("first_names_male", "first_names_female"), strict=True):
            listed = getattr(provider, key, None) or ()
            often = dict(listed) if isinstance(listed, Mapping) else dict.fromkeys(listed, 1.0)
            total = sum(often.values())
            for name, share in often.items():
                if all(ord(letter) < _FIRST_NON_LATIN for letter in name) and name.replace("-", "").isalpha():
                    count[fold(name)] += share / total
    return counts


@click.command()
def main() -> None:
    """Write the table of first names that the package ships."""
    lines = (" ".join(names) for names in clear_names(*faker_names()))
    TABLE.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
