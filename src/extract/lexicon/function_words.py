"""Function words: prepositions, conjunctions and articles, lower case."""

from __future__ import annotations

# Those that are no part of the initials of a name, and in which two names do not differ.
SMALL_WORDS = frozenset("of the and for in on".split())
# Words in front of a noun or a name that do not modify it.
NO_MODIFIERS = frozenset("of and to in that for by with on said as at from the or".split())
