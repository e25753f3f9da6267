"""First names that are nearly always those of men, or of women.

`first_names.txt` holds them in two lines, folded; `extract.train.data.first_names` makes it from Faker's
lists (MIT licence).
"""

from __future__ import annotations

from importlib.resources import files

MEN, WOMEN = (
    frozenset(line.split())
    for line in files("extract.lexicon").joinpath("first_names.txt").read_text("utf-8").splitlines()
)
FIRST_NAMES = MEN | WOMEN
