"""The labels of the network, entities and roles, and their BIO tags."""

from __future__ import annotations

ENTITY_LABELS = ("PERSON", "ORG", "LOC", "FAC", "NORP", "PRODUCT", "MISC", "MONEY", "DATE")
ROLES = ("source", "cue", "content")


def bio(labels: tuple[str, ...]) -> tuple[str, ...]:
    """The tags ("O", "B-x", "I-x", "B-y", ...): 0 is outside, 1 + 2k begins and 2 + 2k continues label k."""
    return ("O", *(f"{part}-{label}" for label in labels for part in "BI"))
