"""Affiliations as organizations: which are the same, and which may be."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from extract.merge.census import Census
from extract.merge.groups import Groups
from extract.merge.organization_form import organization_form
from extract.organization_names import initials

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True, order=True)
class Employer:
    """text: as an article writes it. same: equal for all names of one organization. key: its words."""

    text: str
    same: int | Key
    key: Key


class Employers:
    """The organizations of the affiliations of a census, under the names that they are merged to."""

    def __init__(self, census: Census, organizations: Groups) -> None:
        self._texts = census.affiliations.texts
        self._found: dict[int, Employer] = {}
        self._groups: dict[Key, int] = {}
        for count in census.names("organization"):
            if form := organization_form(count.name):
                self._groups.setdefault(form.key, organizations.number(count))

    def of(self, affiliations: Iterable[int]) -> list[Employer]:
        """Those of some affiliations, by their text."""
        return sorted(map(self._of_one, affiliations), key=lambda employer: employer.text)

    def _of_one(self, affiliation: int) -> Employer:
        found = self._found.get(affiliation)
        if found is None:
            text = self._texts[affiliation]
            form = organization_form(text)
            key = form.key if form else (text,)
            found = self._found[affiliation] = Employer(text, self._groups.get(key, key), key)
        return found


def short_for(key: Key) -> set[Key]:
    """What may be a shorter name of the same: the first words, the last words, initials of the first."""
    out = {key[:end] for end in range(1, len(key) + 1)} | {key[at:] for at in range(len(key))}
    return out | {(letters,) for end in range(2, len(key) + 1) for letters in initials(key[:end])}


def may_be_one(some: Iterable[Employer], others: Iterable[Employer]) -> bool:
    """Whether any two are the same, or one may be a shorter name of the other."""
    some, others = list(some), list(others)
    if {employer.same for employer in some} & {employer.same for employer in others}:
        return True
    return any(
        one.key in short_for(other.key) or other.key in short_for(one.key) for one in some for other in others
    )
