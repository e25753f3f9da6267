"""Singular nouns for groups of people, and plurals without a singular: "crew", "police". Lower case."""

from __future__ import annotations

GROUP_NOUNS = frozenset(
    """police people staff media press public prosecution defence defense opposition crowd family couple
    team panel majority audience leadership management jury crew clergy personnel troops sources""".split()
)
