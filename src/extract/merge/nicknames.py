"""First names and the short forms in use for them, from the open list of the package `nicknames`."""

from __future__ import annotations

from nicknames import NickNamer


class Nicknames:
    """`Nicknames().of("bob")` holds "robert"; it is loaded once and asked often."""

    def __init__(self) -> None:
        self._list = NickNamer()

    def of(self, first: str) -> frozenset[str]:
        """The names that a folded first name may stand for, and those that may stand for it."""
        return frozenset(self._list.nicknames_of(first) | self._list.canonicals_of(first)) - {first}
