"""Nouns for relatives: whose relative somebody is tells no role or office. Singular, lower case."""

from __future__ import annotations

KIN = frozenset(
    """wife husband spouse widow widower mother father mom mum dad parent stepmother stepfather son daughter
        stepson stepdaughter child brother sister sibling half-brother half-sister twin uncle aunt cousin
        nephew niece grandmother grandfather grandson granddaughter mother-in-law father-in-law son-in-law
        daughter-in-law brother-in-law sister-in-law fiancé fiancée fiance fiancee girlfriend boyfriend
        ex-wife ex-husband""".split()
)
SPOUSES = frozenset("wife husband spouse partner fiancé fiancée fiance fiancee".split())
