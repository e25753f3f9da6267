"""Links between full names of one person; never by a surname alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from extract.lexicon.nicknames import Nicknames
from extract.merge.census import Census, NameCount
from extract.merge.evidence import NameEvidence
from extract.merge.forms.person import (
    Difference,
    PersonForm,
    difference,
    only_initials_apart,
    person_form,
)
from extract.merge.forms.spelling import skeleton
from extract.merge.groups import Link
from extract.merge.people.offices import Offices


@dataclass(frozen=True, slots=True)
class _Unit:
    """Person: names with the same letters, the most frequent first."""

    form: PersonForm
    names: tuple[NameCount, ...]

    @property
    def head(self) -> NameCount:
        return self.names[0]


class PersonLinks:
    """Linker of the full names of people of a census."""

    def __init__(self, census: Census, shared: NameEvidence, offices: Offices, nicknames: Nicknames) -> None:
        self._shared, self._offices, self._nicknames = shared, offices, nicknames
        self._forms: dict[int, PersonForm] = {}
        alike: dict[tuple[str, str], list[NameCount]] = defaultdict(list)
        for count in census.names("person"):
            if form := person_form(count.name):
                self._forms[count.number] = form
                alike[form.letters, form.suffix].append(count)
        self._units = [self._unit(counts) for counts in alike.values()]

    def fits(self, one: NameCount, other: NameCount) -> bool:
        """Whether two names can be one person's, whatever the evidence."""
        a, b = self._forms.get(one.number), self._forms.get(other.number)
        return a is not None and b is not None and self._difference(a, b) is not None

    def links(self) -> list[Link]:
        """List all links, sure and doubtful."""
        links = [link for unit in self._units for link in self._spellings(unit)]
        near: dict[int, dict[int, Difference]] = defaultdict(dict)
        for one, other in self._pairs():
            if found := self._difference(self._units[one].form, self._units[other].form):
                near[one][other] = near[other][one] = found
        for one in sorted(near):
            for other, found in sorted(near[one].items()):
                if one < other and (link := self._link(one, other, found, near)):
                    links.append(link)
        return links

    def _unit(self, counts: list[NameCount]) -> _Unit:
        names = tuple(sorted(counts, key=lambda count: (-count.records, count.name)))
        return _Unit(self._forms[names[0].number], names)

    def _difference(self, one: PersonForm, other: PersonForm) -> Difference | None:
        return difference(one, other, self._nicknames.of(one.first))

    def _spellings(self, unit: _Unit) -> Iterator[Link]:
        for count in unit.names[1:]:
            against = self._offices.contradiction([count], [unit.head])
            evidence = "the same but for capitals, accents, marks or spaces"
            evidence += f"; but {against}" if against else ""
            yield Link(name=count, other=unit.head, rule="spelling", evidence=evidence, sure=not against)

    def _pairs(self) -> set[tuple[int, int]]:
        """Find pairs of units that share a key: surname with first name, initial or short form."""
        keys: dict[tuple[str, ...], list[int]] = defaultdict(list)
        initials: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for number, unit in enumerate(self._units):
            form = unit.form
            if len(form.first) == 1:
                initials[form.first, form.last].append(number)
                for middle in form.middle:
                    keys[middle, form.last].append(number)
            keys[form.first, form.last].append(number)
            keys["~", skeleton(form.first) or form.first, skeleton(form.last) or form.last].append(number)
            keys["=", form.letters].append(number)
        pairs = {(a, b) for near in keys.values() for i, a in enumerate(near) for b in near[:i]}
        for number, unit in enumerate(self._units):
            form = unit.form
            for other in initials.get((form.first[0], form.last), ()):
                pairs.add((number, other))
            for short in self._nicknames.of(form.first):
                pairs |= {(number, other) for other in keys.get((short, form.last), ())}
        return {(min(pair), max(pair)) for pair in pairs if pair[0] != pair[1]}

    def _link(
        self, one: int, other: int, found: Difference, near: dict[int, dict[int, Difference]]
    ) -> Link | None:
        """Make the link that the evidence allows; None for a likeness that fits others too."""
        short, long = sorted(
            (self._units[one], self._units[other]),
            key=lambda unit: (unit.form.full_words, len(unit.form.letters), unit.head.name),
        )
        for_it, strong = self._offices.in_common(short.names, long.names)
        sure = strong or (bool(for_it) and found in ("middle", "nickname"))
        against = self._offices.contradiction(short.names, long.names)
        rivals = self._rivals(one, other, near) | self._rivals(other, one, near)
        if (rivals or against) and not for_it:
            return None
        evidence = "; ".join(for_it) or "nothing else in common"
        if not for_it and only_initials_apart(short.form, long.form):
            # No weaker than one name in two articles, which is one person's too.
            sure, evidence = True, "the same but for an initial"
            if different := self._offices.difference(short.names, long.names):
                sure, evidence = False, f"{evidence}; but {different}"
        if rivals:
            evidence += f"; but it may also be {', '.join(sorted(rivals)[:3])}"
        evidence += f"; but {against}" if against else ""
        rule = "middle" if found == "spelling" else found
        sure = sure and not rivals and not against
        return Link(name=short.head, other=long.head, rule=rule, evidence=evidence, sure=sure)

    def _rivals(self, one: int, other: int, near: dict[int, dict[int, Difference]]) -> set[str]:
        """List other names that `one` may be, and that are not `other`."""
        return {
            self._units[rival].head.name
            for rival in near[one]
            if rival != other and not self._difference(self._units[rival].form, self._units[other].form)
        }
