"""Nicknames: first names that stand for one another, "Bob" for "Robert"."""

from __future__ import annotations

from nicknames import NickNamer

# Short forms with another beginning than the name. The list has many more, but most are other names of
# their own: Ian for John, Erin for Aaron.
_SHORT_FORMS_WITH_OTHER_INITIAL = frozenset(
    """bob bobby bobbie bill billy billie dick dickie jack jock ted teddy ned peg peggy hank tony toni betty
        bette bess bessie sandy sally molly polly nell nellie nan nancy patsy mick""".split()
)


class Nicknames:
    """Table of nicknames: `Nicknames().of("bob")` holds "robert"; it is loaded once."""

    def __init__(self) -> None:
        self._list = NickNamer()
        self._asked: dict[str, frozenset[str]] = {}

    def of(self, first: str) -> frozenset[str]:
        """List the names that a folded first name may stand for, and those that may stand for it."""
        found = self._asked.get(first)
        if found is None:
            longer = {name for name in self._list.canonicals_of(first) if _is_short(first, name)}
            shorter = {name for name in self._list.nicknames_of(first) if _is_short(name, first)}
            found = self._asked[first] = frozenset(longer | shorter) - {first}
        return found


def _is_short(short: str, name: str) -> bool:
    """Whether a short form begins like the name, is a part of it ("Drew"), or is a known exception."""
    return short[:1] == name[:1] or short in name or short in _SHORT_FORMS_WITH_OTHER_INITIAL
