"""Groups of names that mean the same: links between two names, joined."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal, get_args

from extract.merge.census import NameCount

Rule = Literal[
    "id",
    "spelling",
    "acronym",
    "short form",
    "middle",
    "initials",
    "nickname",
    "transliteration",
    "namesakes",
]
RULES: tuple[Rule, ...] = get_args(Rule)  # the surest first


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Link between two names that may mean the same. sure: merged; else only listed.

    only_in: numbers of the articles to which it is limited; empty for all.
    """

    name: NameCount
    other: NameCount
    rule: Rule
    evidence: str
    sure: bool
    only_in: frozenset[int] = frozenset()

    @property
    def order(self) -> tuple[int, str, str]:
        """Sort key of links: the surest rule first, then by name."""
        return RULES.index(self.rule), self.name.name, self.other.name


class NameGroups:
    """Groups of names joined by links, as far as nothing speaks against it.

    fits: whether two names may be in one group. Names with two ids of a watch list never are.
    """

    def __init__(self, fits: Callable[[NameCount, NameCount], bool] = lambda one, other: True) -> None:
        self._fits = fits
        self._group: dict[int, list[NameCount]] = {}

    def of(self, count: NameCount) -> list[NameCount]:
        """List the names of the group of `count`, at least itself."""
        return self._group.get(count.number, [count])

    def number(self, count: NameCount) -> int:
        """Number of the group, the same for all its names."""
        return self.of(count)[0].number

    def join(self, links: Iterable[Link]) -> list[Link]:
        """Join names by links, the surest first; return the links that a name in a group forbids."""
        refused = []
        for link in sorted(links, key=lambda link: link.order):
            one, other = self.of(link.name), self.of(link.other)
            if one is other or link.name is link.other:
                continue
            if not self._may_join(one, other):
                refused.append(link)
                continue
            joined = one + other
            for count in joined:
                self._group[count.number] = joined
        return refused

    def joined(self) -> list[list[NameCount]]:
        """List every group of two names or more."""
        return list({group[0].number: group for group in self._group.values()}.values())

    def _may_join(self, one: list[NameCount], other: list[NameCount]) -> bool:
        if len({i for count in one + other for i in count.ids}) > 1:
            return False
        return all(self._fits(a, b) for a in one for b in other)


def id_links(counts: Iterable[NameCount]) -> list[Link]:
    """Link the names under one id of a watch list."""
    first: dict[str, NameCount] = {}
    links = []
    for count in counts:
        if len(count.ids) == 1:
            other = first.setdefault(count.ids[0], count)
            if other is not count:
                evidence = f"one entry of the watch list: {count.ids[0]}"
                links.append(Link(name=count, other=other, rule="id", evidence=evidence, sure=True))
    return links
