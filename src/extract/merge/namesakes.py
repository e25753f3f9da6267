"""One name that may be two people's: other offices at other organizations in other articles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from extract.merge.census import Census, NameCount
from extract.merge.groups import Groups, Link
from extract.merge.offices import Offices
from extract.merge.person_form import person_form


@dataclass(slots=True)
class _Bearer:
    """What some articles tell of a name. words: of its offices; employers: by what makes them the same."""

    articles: set[int] = field(default_factory=set)
    words: set[str] = field(default_factory=set)
    employers: dict[object, str] = field(default_factory=dict)
    beside: set[int] = field(default_factory=set)

    def like(self, other: _Bearer, offices: Offices) -> bool:
        """Whether anything is in common."""
        if self.words & other.words or self.beside & other.beside:
            return True
        return offices.may_be_one(self.employers, other.employers)

    def take(self, other: _Bearer) -> None:
        """Add what the other is told of."""
        self.articles |= other.articles
        self.words |= other.words
        self.employers |= other.employers
        self.beside |= other.beside


def namesakes(census: Census, groups: Groups, offices: Offices) -> Iterator[Link]:
    """A doubtful link from each name to itself, limited to the articles that seem to mean another person."""
    for count in census.names("person"):
        if len(count.ids) or person_form(count.name) is None:
            continue
        if len(groups.of(count)) == 1:
            yield from _of_name(count, offices)


def _of_name(count: NameCount, offices: Offices) -> Iterator[Link]:
    bearers: list[_Bearer] = []
    for bearer in _by_article(count, offices):
        alike = [other for other in bearers if other.like(bearer, offices)]
        for other in alike:
            bearer.take(other)
            bearers.remove(other)
        bearers.append(bearer)
    told = [bearer for bearer in bearers if bearer.words and bearer.employers]
    told.sort(key=lambda bearer: (-len(bearer.articles), min(bearer.employers.values())))
    for other in told[1:]:
        evidence = f"here of {min(other.employers.values())}, elsewhere of {min(told[0].employers.values())}"
        yield Link(
            name=count,
            other=count,
            rule="namesakes",
            evidence=evidence,
            sure=False,
            only_in=frozenset(other.articles),
        )


def _by_article(count: NameCount, offices: Offices) -> list[_Bearer]:
    """What each article tells, the same however its records are ordered."""
    found: dict[int, _Bearer] = defaultdict(_Bearer)
    for seen in count.sightings():
        bearer = found[seen.article]
        bearer.articles.add(seen.article)
        for office in offices.of_titles({seen.title} - {0}):
            bearer.words |= office
        bearer.employers |= offices.of_affiliations({seen.affiliation} - {0})
        bearer.beside |= set(seen.beside)
    return list(found.values())
