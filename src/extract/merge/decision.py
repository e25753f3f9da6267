"""Decision on merges: for each name that is not the canonical one, the name to use and why."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from extract.lexicon.nicknames import Nicknames
from extract.merge.census import Census, Kind, NameCount
from extract.merge.evidence import NameEvidence
from extract.merge.forms.organization import organization_form
from extract.merge.forms.person import person_form
from extract.merge.groups import Link, NameGroups, Rule, id_links
from extract.merge.organizations.links import organization_links
from extract.merge.people.links import PersonLinks
from extract.merge.people.namesakes import namesakes
from extract.merge.people.offices import Offices

_POSSESSIVES = ("'", "’", "‘", "`")
_ODD_MARKS = re.compile(r"[^\w\s.'’&-]|-\s|\s[-'’]")  # "Norvik, Bank", "Norvik- Bank", "Norvik 'Bank"
_INNER_CAPITAL = re.compile(r"(?:\bMa?c|\b\w['’])[A-Z]")  # "McKenna", "O’Hara", not "Mckenna"
_MAX_ACRONYM_CHARS = 5  # a longer name in capitals is no acronym


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge:
    """Merge of a name into the canonical name that is or may be used for it.

    accept: False where a person is to decide. only_in: ids of the articles to which it is limited,
    sorted; empty for all. articles, records: how many have the name.
    """

    kind: Kind
    name: str
    canonical: str
    accept: bool
    rule: Rule
    evidence: str
    only_in: tuple[str, ...] = ()
    articles: int
    records: int


def decide(census: Census) -> list[Merge]:
    """List every merge of the batch, sure and doubtful, sorted by kind, canonical name and name.

    Reprints decide nothing: with an article twice the batch has the merges that it has with it once.
    """
    census.leave_out_reprints()
    shared = NameEvidence(census)
    merges, organizations = _of_kind("organization", census, organization_links(census, shared), NameGroups())
    offices = Offices(census, shared, organizations)
    people = PersonLinks(census, shared, offices, Nicknames())
    found, groups = _of_kind("person", census, people.links(), NameGroups(people.fits))
    merges += found
    for link in namesakes(census, groups, offices):
        merges.append(_merge(census, link, groups))
    return sorted(merges, key=lambda merge: (merge.kind, merge.canonical, merge.name, merge.only_in))


def _of_kind(
    kind: Kind, census: Census, links: list[Link], groups: NameGroups
) -> tuple[list[Merge], NameGroups]:
    """Join what is sure for all articles; then list every other link between names still apart."""
    sure = id_links(census.names(kind)) + [link for link in links if link.sure and not link.only_in]
    refused = groups.join(sure)
    merges = []
    by_name: dict[int, list[Link]] = defaultdict(list)
    for link in sure:
        by_name[link.name.number].append(link)
        by_name[link.other.number].append(link)
    for group in groups.joined():
        best = canonical(group)
        for count in group:
            if count is not best:
                merges.append(_reason(census, count, best, by_name[count.number], group))
    open_links = [(link, False) for link in links if not link.sure or link.only_in]
    open_links += [(link, True) for link in refused]
    seen: set[tuple[frozenset[int], frozenset[int]]] = set()
    for link, is_refused in sorted(open_links, key=lambda item: item[0].order):
        pair = frozenset((groups.number(link.name), groups.number(link.other)))
        if len(pair) > 1 and (pair, link.only_in) not in seen and not _two_ids(groups, link):
            seen.add((pair, link.only_in))
            merges.append(_merge(census, link, groups, refused=is_refused))
    return merges, groups


def _two_ids(groups: NameGroups, link: Link) -> bool:
    """Whether a watch list gives the two names different ids."""
    return len({i for count in groups.of(link.name) + groups.of(link.other) for i in count.ids}) > 1


def _reason(
    census: Census, count: NameCount, best: NameCount, links: Iterable[Link], group: list[NameCount]
) -> Merge:
    """Merge a name into its group's canonical name, by the surest link, best one to that name."""
    inside = [link for link in links if link.name in group and link.other in group]
    link = min(inside, key=lambda link: (best not in (link.name, link.other), link.order))
    by_way = link.other if link.name is count else link.name
    evidence = link.evidence if by_way is best else f"{link.evidence}; by way of {by_way.name}"
    return Merge(
        kind=count.kind,
        name=count.name,
        canonical=best.name,
        accept=True,
        rule=link.rule,
        evidence=evidence,
        articles=len(count.articles()) + len(count.reprinted),
        records=count.records + sum(count.reprinted.values()),
    )


def _merge(census: Census, link: Link, groups: NameGroups, *, refused: bool = False) -> Merge:
    """Merge by a link between names whose groups stay apart."""
    evidence = link.evidence + ("; but other names that go with it do not fit" if refused else "")
    reprinted = link.name.reprinted
    if link.only_in:
        reprinted = {a: n for a, n in reprinted.items() if census.reprints[a] in link.only_in}
    numbers = (*link.only_in, *reprinted) if link.only_in else ()
    seen = sum(seen.article in link.only_in for seen in link.name.sightings()) or link.name.records
    return Merge(
        kind=link.name.kind,
        name=canonical(groups.of(link.name)).name,
        canonical=canonical(groups.of(link.other)).name,
        accept=link.sure and not refused,
        rule=link.rule,
        evidence=evidence,
        only_in=tuple(sorted(census.articles.texts[number] for number in numbers)),
        articles=(len(link.only_in) or len(link.name.articles())) + len(reprinted),
        records=seen + sum(reprinted.values()),
    )


def canonical(group: Iterable[NameCount]) -> NameCount:
    """Choose the fullest name of a group: a watch list's first, then most words, then most articles."""
    return max(group, key=_fullness)


def _fullness(count: NameCount) -> tuple[object, ...]:
    name = count.name
    words = name.removeprefix("The ").removeprefix("the ").split() or [name]
    shouted = name.isupper() and len(name) > _MAX_ACRONYM_CHARS and len(words) > 1
    accents = sum(not char.isascii() for char in name)
    if count.kind == "person":
        form = person_form(name)
        full = (form.full_words, len(form.middle) + bool(form.suffix)) if form else (0, 0)
        capitals = len(_INNER_CAPITAL.findall(name))
    else:
        organization = organization_form(name)
        spelled = organization is not None and organization.spelled and not organization.brackets
        full = (int(spelled), len(words))
        capitals = sum(word[0].isupper() for word in name.split())
    plain = name[0].isalnum() and name.rstrip("s")[-1:] not in _POSSESSIVES and not _ODD_MARKS.search(name)
    return (
        bool(count.ids),
        not shouted,
        full,
        plain,
        capitals,
        len(count.articles()),
        count.records,
        accents,
        len(name),
        [-ord(char) for char in name],
    )
