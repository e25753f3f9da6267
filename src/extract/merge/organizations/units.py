"""Organizations of a batch, grouped by the form of their names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from extract.merge.census import Census, NameCount
from extract.merge.forms.organization import OrganizationForm, organization_form
from extract.merge.groups import Link, Rule

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OrganizationUnit:
    """Organization: names with one key, the most frequent first, and their forms."""

    key: Key
    names: tuple[NameCount, ...]
    forms: tuple[OrganizationForm, ...]

    @property
    def head(self) -> NameCount:
        """Most frequent name."""
        return self.names[0]

    @property
    def shapes(self) -> set[str]:
        """Shapes of all names."""
        return {form.shape for form in self.forms}

    def articles(self) -> set[int]:
        """Articles in which any of the names stands."""
        return {article for count in self.names for article in count.articles()}

    def side_by_side(self, other: OrganizationUnit) -> bool:
        """Whether some article names both, so that they are two."""
        return not self.articles().isdisjoint(other.articles())

    def link(
        self, other: OrganizationUnit, rule: Rule, evidence: str, *, sure: bool, only_in: Iterable[int] = ()
    ) -> Link:
        """Link this organization to another."""
        articles = frozenset(only_in)
        return Link(
            name=self.head, other=other.head, rule=rule, evidence=evidence, sure=sure, only_in=articles
        )


def organization_units(census: Census) -> dict[Key, OrganizationUnit]:
    """Group the organizations of a census by key, sorted."""
    by_key: dict[Key, list[tuple[NameCount, OrganizationForm]]] = defaultdict(list)
    for count in census.names("organization"):
        if form := organization_form(count.name):
            by_key[form.key].append((count, form))
    units = {}
    for key, found in sorted(by_key.items()):
        found.sort(key=lambda pair: (-pair[0].records, pair[0].name))
        units[key] = OrganizationUnit(key, tuple(c for c, _ in found), tuple(form for _, form in found))
    return units
