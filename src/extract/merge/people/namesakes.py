"""Namesakes: one name that may be two people's, with other offices at other organizations."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator
from dataclasses import dataclass, field

from extract.merge.census import Census, NameCount
from extract.merge.forms.person import person_form
from extract.merge.groups import Link, NameGroups
from extract.merge.people.offices import Employer, Offices, short_for

_MAX_BEARERS = 5  # of one name; with more, its titles are too varied to tell anything


@dataclass(slots=True)
class _Bearer:
    """Bearer of a name, as some articles tell of one."""

    articles: set[int] = field(default_factory=set)
    words: set[str] = field(default_factory=set)
    employers: set[Employer] = field(default_factory=set)
    beside: set[int] = field(default_factory=set)

    def take(self, other: _Bearer) -> None:
        """Join another bearer with this one."""
        self.articles |= other.articles
        self.words |= other.words
        self.employers |= other.employers
        self.beside |= other.beside


def namesakes(census: Census, groups: NameGroups, offices: Offices) -> Iterator[Link]:
    """Yield doubtful links of a name to itself, limited to articles that seem to mean another person."""
    for count in census.names("person"):
        if not count.ids and len(groups.of(count)) == 1 and person_form(count.name) is not None:
            yield from _of_name(count, offices)


def _of_name(count: NameCount, offices: Offices) -> Iterator[Link]:
    articles = _by_article(count, offices)
    if sum(bool(bearer.words and bearer.employers) for bearer in articles) < 2:
        return
    told = [bearer for bearer in _joined(articles) if bearer.words and bearer.employers]
    told.sort(key=lambda bearer: (-len(bearer.articles), min(bearer.employers).text))
    if len(told) > _MAX_BEARERS:
        return
    for other in told[1:]:
        evidence = f"here of {min(other.employers).text}, elsewhere of {min(told[0].employers).text}"
        only_in = frozenset(other.articles)
        yield Link(name=count, other=count, rule="namesakes", evidence=evidence, sure=False, only_in=only_in)


def _by_article(count: NameCount, offices: Offices) -> list[_Bearer]:
    """List a bearer for each article."""
    found: dict[int, _Bearer] = defaultdict(_Bearer)
    for seen in count.sightings():
        bearer = found[seen.article]
        bearer.articles.add(seen.article)
        for office in offices.of_titles({seen.title} - {0}):
            bearer.words |= office
        bearer.employers.update(offices.employers.of({seen.affiliation} - {0}))
        bearer.beside |= set(seen.beside)
    return list(found.values())


def _joined(bearers: list[_Bearer]) -> list[_Bearer]:
    """Join the bearers that have anything in common, by way of others too."""
    home = list(range(len(bearers)))

    def root(number: int) -> int:
        while home[number] != number:
            home[number] = home[home[number]]
            number = home[number]
        return number

    first: dict[Hashable, int] = {}
    for number, bearer in enumerate(bearers):
        signs: set[Hashable] = {*bearer.words, *bearer.beside}
        signs |= {employer.same for employer in bearer.employers}
        signs |= {("key", employer.key) for employer in bearer.employers}
        for sign in signs:
            home[root(number)] = root(first.setdefault(sign, number))
    for number, bearer in enumerate(bearers):
        for shorter in {short for employer in bearer.employers for short in short_for(employer.key)}:
            if (other := first.get(("key", shorter))) is not None:
                home[root(number)] = root(other)
    out: dict[int, _Bearer] = defaultdict(_Bearer)
    for number, bearer in enumerate(bearers):
        out[root(number)].take(bearer)
    return list(out.values())
