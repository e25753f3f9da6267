"""Joint speakers: several names as one, and one taken apart."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from extract.quotes.entities.names import Name

_BETWEEN = re.compile(r"(, | and )")
_LONGEST = 9  # parts and what stands between them; no name has more commas in it


def joined(names: Sequence[str]) -> str:
    """ "A, B and C"."""
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def members_of(name: str, names: Mapping[str, Name]) -> tuple[Name, ...]:
    """The names that `name` joins; none unless it is made of two or more of `names` and nothing else.

    names: by their canonical forms, which may hold a comma or "and" themselves.
    """
    parts = _BETWEEN.split(name)
    found: list[Name] = []
    at = 0
    while at < len(parts):
        ends = (
            end for end in range(min(len(parts), at + _LONGEST), at, -2) if "".join(parts[at:end]) in names
        )
        end = next(ends, None)
        if end is None:
            return ()
        found.append(names["".join(parts[at:end])])
        at = end + 1
    return tuple(found) if len(found) > 1 else ()
