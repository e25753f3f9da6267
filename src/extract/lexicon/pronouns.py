"""Pronouns by what they may refer to, lower case."""

from __future__ import annotations

MALE_PRONOUNS = frozenset(["he", "him", "his", "himself"])
FEMALE_PRONOUNS = frozenset(["she", "her", "hers", "herself"])
THING_PRONOUNS = frozenset(["it", "its", "itself"])
PLURAL_PRONOUNS = frozenset("they them their theirs themselves these those both".split())
SPEECH_PRONOUNS = frozenset("i we you me us my our".split())
VAGUE_PRONOUNS = frozenset(
    """who whom which that one someone somebody everyone everybody anyone anybody nobody many some others
        few most all each several another no-one none people what whoever this""".split()
)
