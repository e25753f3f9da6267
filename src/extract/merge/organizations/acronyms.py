"""Acronyms of organizations: those spelled out in some article, not only made of the same initials."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from extract.lexicon.name_parts import ORG_TAILS
from extract.lexicon.organization_nouns import ORGANIZATION_NOUNS
from extract.merge.census import Census
from extract.merge.evidence import NameEvidence, in_articles
from extract.merge.groups import Link
from extract.merge.organizations.units import Key, OrganizationUnit
from extract.quotes.entities.short_forms import initials

_MIN_STATING_ARTICLES = 2  # from which on a stated meaning holds for all
_MAX_COMMON_ACRONYM_CHARS = 2  # so few letters are the initials of too many names


class Acronyms:
    """Linker of acronyms to the organizations of a census."""

    def __init__(self, census: Census, shared: NameEvidence, units: Mapping[Key, OrganizationUnit]) -> None:
        self._census, self._shared, self._units = census, shared, units
        self._short = {key[0]: unit for key, unit in units.items() if "acronym" in unit.shapes}
        self._fitting: dict[str, set[Key]] = {acronym: set() for acronym in self._short}
        self._stated: dict[str, dict[Key, set[int]]] = {acronym: {} for acronym in self._short}
        key_of: dict[int, Key] = {}
        for key, unit in units.items():
            acronyms = initials(key) & self._short.keys()
            for acronym in acronyms:
                self._fitting[acronym].add(key)
            if acronyms:
                key_of |= {count.number: key for count in unit.names}
            for count, form in zip(unit.names, unit.forms, strict=True):
                if form.brackets in self._short and key != (form.brackets,):
                    self._stated[form.brackets].setdefault(key, set()).update(count.articles())
        for acronym in self._short:
            for number, articles in census.aliases.get(acronym, {}).items():
                fitting = key_of.get(number)
                if fitting in self._fitting[acronym]:
                    self._stated[acronym].setdefault(fitting, set()).update(articles)

    def links(self) -> Iterator[Link]:
        """Yield a link for each acronym that some name fits, several where names compete."""
        for acronym, unit in self._short.items():
            if self._stated[acronym]:
                yield from self._spelled_out(unit, families(self._stated[acronym]))
            elif len(acronym) > _MAX_COMMON_ACRONYM_CHARS and self._fitting[acronym]:
                yield from self._by_initials(unit, families({key: set() for key in self._fitting[acronym]}))

    def _spelled_out(self, unit: OrganizationUnit, stated: dict[Key, set[int]]) -> Iterable[Link]:
        """Link each of several meanings in the articles that tell the same story as those that state it."""
        ranked = sorted(stated, key=lambda key: (-len(stated[key]), key))
        ways = {key: in_articles(self._census, stated[key]) for key in ranked}
        near = {
            key: self._shared.articles_like(unit.names, self._units[key].names, stated[key]) for key in ranked
        }
        if len(stated) == 1:
            [key] = ranked
            yield self._one_meaning(unit, self._units[key], len(stated[key]), ways[key], near[key])
            return
        left = unit.articles()
        for key, (articles, evidence) in near.items():
            alone = articles - {a for other, (found, _) in near.items() if other != key for a in found}
            left -= alone
            if alone:
                evidence = f"spelled out in {ways[key]}; {evidence}"
                yield unit.link(self._units[key], "acronym", evidence, sure=True, only_in=alone)
        if left:
            told = "; ".join(f"{self._units[key].head.name} in {ways[key]}" for key in ranked)
            rest = left if left != unit.articles() else ()
            evidence = f"spelled out in several ways: {told}"
            yield unit.link(self._units[ranked[0]], "acronym", evidence, sure=False, only_in=rest)

    def _one_meaning(
        self,
        unit: OrganizationUnit,
        other: OrganizationUnit,
        often: int,
        where: str,
        near: tuple[set[int], str],
    ) -> Link:
        """Link the only meaning: sure where several articles state it, or another tells the same story.

        In a small batch one statement is enough: few names in it have the same letters by chance.
        """
        if often >= _MIN_STATING_ARTICLES or self._census.is_small():
            return unit.link(other, "acronym", f"spelled out in {where}", sure=True)
        if near[0]:
            return unit.link(other, "acronym", f"spelled out in {where}; {near[1]}", sure=True)
        return unit.link(other, "acronym", f"spelled out in {where} alone", sure=False)

    def _by_initials(self, unit: OrganizationUnit, fitting: dict[Key, set[int]]) -> Iterable[Link]:
        other = self._units[next(iter(fitting))]
        whole = unit.key[0] in initials(other.key) - initials(other.key[1:])
        body = any(word in ORGANIZATION_NOUNS or word in ORG_TAILS for word in other.key)
        if len(fitting) > 1 or not (whole and body) or unit.side_by_side(other):
            return
        seen = self._shared.of_organizations(unit.names, other.names)
        evidence = f"its initials; {seen}" if seen else "its initials, but spelled out so in no article"
        yield unit.link(other, "acronym", evidence, sure=seen is not None)


def families(stated: Mapping[Key, set[int]]) -> dict[Key, set[int]]:
    """Join names that are part of one another under the name of most articles, the longest of equals."""
    out: dict[Key, set[int]] = {}
    for key in sorted(stated, key=lambda key: (-len(stated[key]), -len(key), key)):
        home = next((other for other in out if _holds(other, key) or _holds(key, other)), key)
        out.setdefault(home, set()).update(stated[key])
    return out


def _holds(long: Key, short: Key) -> bool:
    return any(long[at : at + len(short)] == short for at in range(len(long) - len(short) + 1))
