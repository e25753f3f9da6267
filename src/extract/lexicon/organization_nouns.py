"""Nouns that may stand for an organization named before: "the company", "the ministry".

The lists come from WordNet and counts in news (`benchmarks/lexicon.py`).
"""

from __future__ import annotations

from extract.lexicon.word_lists import read_words

ORGANIZATION_NOUNS = read_words("organization_nouns.txt")  # singular
# Nouns for people too that are seldom used of one: "lender", "retailer".
SELDOM_PEOPLE = read_words("seldom_people.txt")
