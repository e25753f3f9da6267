"""Links between names of one organization: same form, acronym, short form, transliteration."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from extract.lexicon.tokens import fold
from extract.merge.census import Census
from extract.merge.evidence import NameEvidence, in_articles
from extract.merge.forms.spelling import skeleton, spelled_alike
from extract.merge.groups import Link
from extract.merge.organizations.acronyms import Acronyms
from extract.merge.organizations.units import Key, OrganizationUnit, organization_units

_MIN_ALIAS_ARTICLES = 2  # in which a name is short for another
# Last words with which a name goes on that is not the name of a part.
_WHOLE_ORGANIZATION = frozenset(
    "group holding holdings agency industries enterprises airlines airways".split()
)
_DEPARTMENT = "department"
_MAX_SHARE_OF_OTHERS = 0.1  # of the articles with a department of one name: those of another country or state
_MAX_SHORT_WORD_CHARS = 3  # so short, a word in capitals and one without may be two names


def organization_links(census: Census, shared: NameEvidence) -> list[Link]:
    """List the links between the organizations of a census, sure and doubtful."""
    units = organization_units(census)
    small = census.is_small()
    links = [link for unit in units.values() for link in _spellings(unit, shared, small=small)]
    links += _departments(units)
    links += Acronyms(census, shared, units).links()
    links += _short_forms(census, shared, units)
    links += _transliterations(shared, units)
    return links


def _spellings(unit: OrganizationUnit, shared: NameEvidence, *, small: bool) -> Iterator[Link]:
    """Link names with one key: sure, but for legal forms of two countries, and short words and acronyms."""
    legal = [form.legal for form in unit.forms if form.legal]
    foreign = any(one.isdisjoint(other) for one, other in pairwise(sorted(legal, key=sorted)))
    if "common" in unit.shapes:
        return  # "the Ministry" and "the ministry" are another one in every article
    for count, form in zip(unit.names[1:], unit.forms[1:], strict=True):
        evidence, sure = _what_differs(count.name, unit.head.name), True
        if foreign:
            seen = shared.of_organizations([count], [unit.head])
            evidence = "the same but for legal forms of two countries" + (f"; {seen}" if seen else "")
            sure = seen is not None
        elif "acronym" in unit.shapes and bool(form.legal) != bool(unit.forms[0].legal) and not small:
            # The letters alone may stand for something else in another article.
            seen = shared.of_organizations([count], [unit.head])
            evidence = "the same letters, once with a legal form" + (f"; {seen}" if seen else "")
            sure = seen is not None
        elif len("".join(unit.key)) <= _MAX_SHORT_WORD_CHARS and form.shape != unit.forms[0].shape:
            evidence, sure = "the same letters, but one an acronym and one a word", False
        yield Link(name=count, other=unit.head, rule="spelling", evidence=evidence, sure=sure)


def _departments(units: Mapping[Key, OrganizationUnit]) -> Iterator[Link]:
    """Link "Department of X" and "X Department" that name no country, where one country's alone is at home.

    Ministries are left alone: every country has those.
    """
    owned: dict[Key, list[int]] = defaultdict(list)  # articles of each longer name that ends so
    for key, unit in units.items():
        for at in range(1, len(key) - 1) if key[-1] == _DEPARTMENT else ():
            if key[at - 1] != "and":
                owned[key[at:]].append(len(unit.articles()))
    for key, unit in units.items():
        if key[-1] != _DEPARTMENT or "common" not in unit.shapes:
            continue
        main, *others = sorted(owned[key], reverse=True) or [0]
        if sum(others) > _MAX_SHARE_OF_OTHERS * (main + len(unit.articles())):
            continue
        for count in unit.names[1:]:
            evidence = _what_differs(count.name, unit.head.name, otherwise="the order of its words")
            yield Link(name=count, other=unit.head, rule="spelling", evidence=evidence, sure=True)


def letters(name: str) -> str:
    """Fold the letters and digits of a name, without a leading "the"."""
    words = name.split()
    kept = words[1:] if len(words) > 1 and words[0].casefold() == "the" else words
    return "".join(char for word in kept for char in fold(word) if char.isalnum())


def _what_differs(one: str, other: str, *, otherwise: str = "its article, legal form or spelling") -> str:
    if one.casefold() == other.casefold():
        return "the same but for capitals"
    if letters(one) == letters(other):
        return "the same but for accents, marks or spaces"
    return f"the same but for {otherwise}"


def _short_forms(
    census: Census, shared: NameEvidence, units: Mapping[Key, OrganizationUnit]
) -> Iterator[Link]:
    """Link a name to the one fuller name that begins with it, where an article uses it as its short form."""
    fuller: dict[Key, list[OrganizationUnit]] = defaultdict(list)
    for key, unit in units.items():
        for end in range(1, len(key)):
            if key[:end] in units and key[end] != "and":
                fuller[key[:end]].append(unit)
    for key, longer in sorted(fuller.items()):
        unit = units[key]
        if unit.shapes == {"proper"} and len("".join(key)) > 2:
            yield from _short_form(census, shared, unit, longer)


def _short_form(
    census: Census, shared: NameEvidence, unit: OrganizationUnit, longer: list[OrganizationUnit]
) -> Iterable[Link]:
    """Link a short form to the fuller name that most articles shorten so.

    A short form heard in more articles than the fuller name is a name of its own: "Nordhavn" is more than
    "Nordhavn Shipyards". Nor is one article enough: there it may be a part of the whole.
    """
    aliases = census.aliases.get(" ".join(unit.key), {})
    apart = [other for other in longer if not unit.side_by_side(other)]
    stated = {
        other.key: {article for count in other.names for article in aliases.get(count.number, ())}
        for other in apart
    }
    for other in sorted(apart, key=lambda other: (-len(stated[other.key]), other.key))[:1]:
        seen = shared.of_organizations(unit.names, other.names)
        often = len(stated[other.key]) >= _MIN_ALIAS_ARTICLES and len(other.articles()) >= len(
            unit.articles()
        )
        alone = len(longer) == 1
        same_kind = other.key[-1] in _WHOLE_ORGANIZATION
        rare = len(unit.articles()) > _MIN_ALIAS_ARTICLES * len(other.articles())
        if not often and (rare or not alone or not (seen or stated[other.key] or same_kind)):
            continue
        found = [f"its short form in {in_articles(census, stated[other.key])}"] if stated[other.key] else []
        found += [seen] if seen else []
        if not alone:
            names = sorted(o.head.name for o in longer if o is not other)
            found.append(f"but {', '.join(names[:3])} begins so too")
        evidence = "; ".join(found) or "the one fuller name that begins so; nothing else in common"
        yield unit.link(other, "short form", evidence, sure=alone and often)


def _transliterations(shared: NameEvidence, units: Mapping[Key, OrganizationUnit]) -> Iterator[Link]:
    near: dict[Key, list[OrganizationUnit]] = defaultdict(list)
    for key, unit in units.items():
        if unit.shapes == {"proper"}:
            near[tuple(skeleton(word) or word for word in key)].append(unit)
    for alike in near.values():
        ranked = sorted(alike, key=lambda unit: (-unit.head.records, unit.key))
        for one, other in pairwise(ranked):
            if one.side_by_side(other) or not _spelled_alike(one.key, other.key):
                continue
            seen = shared.of_organizations(other.names, one.names)
            evidence = f"perhaps another spelling; {seen}" if seen else "perhaps another spelling"
            yield other.link(one, "transliteration", evidence, sure=seen is not None)


def _spelled_alike(one: Key, other: Key) -> bool:
    return all(a == b or spelled_alike(a, b) for a, b in zip(one, other, strict=True))
