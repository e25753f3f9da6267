"""Offices and employers of people: evidence for and against one person under two names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from extract.lexicon.tokens import NAME_WORD, fold
from extract.merge.census import Census, NameCount
from extract.merge.evidence import NameEvidence
from extract.merge.forms.organization import organization_form
from extract.merge.groups import NameGroups
from extract.merge.rare_names import MAX_ARTICLES_OF_RARE_NAME
from extract.quotes.entities.short_forms import initials

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True, order=True)
class Employer:
    """Employer. text: as an article writes it. same: equal for all names of one organization. key: words."""

    text: str
    same: int | Key
    key: Key


class Employers:
    """Organizations of the affiliations of a census, under the names that they are merged into."""

    def __init__(self, census: Census, organizations: NameGroups) -> None:
        self._texts = census.affiliations.texts
        self._found: dict[int, Employer] = {}
        self._groups: dict[Key, int] = {}
        for count in census.names("organization"):
            if form := organization_form(count.name):
                self._groups.setdefault(form.key, organizations.number(count))

    def of(self, affiliations: Iterable[int]) -> list[Employer]:
        """List the employers of `affiliations`, sorted by text."""
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
    """List possible shorter names: the first words, the last words, initials of the first."""
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


_SHORT_TITLES = {
    "sen": "senator", "rep": "representative", "gov": "governor", "gen": "general", "lt": "lieutenant",
    "col": "colonel", "capt": "captain", "sgt": "sergeant", "maj": "major", "adm": "admiral",
    "rev": "reverend", "pres": "president", "pm": "prime minister", "ceo": "chief executive",
    "cfo": "chief financial", "supt": "superintendent", "det": "detective", "atty": "attorney",
    "sec": "secretary", "spokeswoman": "spokesman", "spokesperson": "spokesman",
    "chairwoman": "chairman", "chairperson": "chairman", "chair": "chairman",
    "congresswoman": "congressman", "officer": "",
}  # fmt: skip
# Words of a title that name no office.
_NO_OFFICE = frozenset(
    """mr mrs ms miss dr prof professor sir dame lord lady sheikh baron baroness count
        countess prince princess saint the a an of for at in on to by with from and or
        as former ex then now new current outgoing acting late his her its their who whose is was
        senior""".split()
)
_MAX_CAREER_YEARS = 10  # after which the same office may be another's
_MIN_SPECIFIC_WORDS = 2  # of an office that few others hold


class Offices:
    """Comparison of titles, affiliations and surroundings of people."""

    def __init__(self, census: Census, shared: NameEvidence, organizations: NameGroups) -> None:
        self._census, self._shared, self._organizations = census, shared, organizations
        self._offices: dict[int, frozenset[str]] = {}
        self.employers = Employers(census, organizations)

    def in_common(self, one: Sequence[NameCount], other: Sequence[NameCount]) -> tuple[list[str], bool]:
        """Word the evidence for one person, and whether it is strong."""
        strong = [
            self._shared.same_words(one, other),
            self._same_employer(one, other),
            self._same_office(one, other, least=_MIN_SPECIFIC_WORDS),
        ]
        if found := [words for words in strong if words]:
            return found, True
        weak = [
            self._same_office(one, other, least=1),
            self._same_subject(one, other),
            self._shared.same_company(one, other),
        ]
        return [words for words in weak if words], False

    def contradiction(self, one: Sequence[NameCount], other: Sequence[NameCount]) -> str | None:
        """Word the evidence against: other office and employer, a he and a she, or many years between."""
        here, there = self._shared.surroundings(one), self._shared.surroundings(other)
        if len(here.genders) == len(there.genders) == 1 and here.genders != there.genders:
            return "one is a he and one is a she"
        if apart := self._years_apart(here.articles, there.articles):
            return f"their articles are {apart} years apart"
        mine, yours = self.of_titles(here.titles), self.of_titles(there.titles)
        firms, others = self.employers.of(here.affiliations), self.employers.of(there.affiliations)
        if not (mine and yours and firms and others) or may_be_one(firms, others):
            return None
        if {word for office in mine for word in office} & {word for office in yours for word in office}:
            return None
        one_of, other_of = sorted((firms[0].text, others[0].text))
        return f"one is of {one_of}, one of {other_of}"

    def difference(self, one: Sequence[NameCount], other: Sequence[NameCount]) -> str | None:
        """Word that titles or employers differ: too little against evidence, enough where there is none."""
        here, there = self._shared.surroundings(one), self._shared.surroundings(other)
        mine, yours = (
            {word for office in self.of_titles(side.titles) for word in office} for side in (here, there)
        )
        if mine and yours and not mine & yours:
            return "their titles differ"
        firms, others = self.employers.of(here.affiliations), self.employers.of(there.affiliations)
        if firms and others and not may_be_one(firms, others):
            return "their affiliations differ"
        return None

    def _years_apart(self, some: set[int], others: set[int]) -> int:
        """Count the years between the articles of two names; 0 where they overlap, are near, or unknown."""
        years = self._census.years
        here, there = ([years[number] for number in side if number in years] for side in (some, others))
        gap = max(min(here) - max(there), min(there) - max(here)) if here and there else 0
        return gap if gap > _MAX_CAREER_YEARS else 0

    def of_titles(self, titles: set[int]) -> set[frozenset[str]]:
        """List the offices that titles name, each as its words."""
        return {office for title in titles if (office := self._office(title))}

    def _same_employer(self, one: Sequence[NameCount], other: Sequence[NameCount]) -> str | None:
        here, there = (self._shared.surroundings(names).affiliations for names in (one, other))
        theirs = {employer.same for employer in self.employers.of(there)}
        shared = [employer.text for employer in self.employers.of(here) if employer.same in theirs]
        return f"both of {shared[0]}" if shared else None

    def _same_office(self, one: Sequence[NameCount], other: Sequence[NameCount], *, least: int) -> str | None:
        here, there = (self._shared.surroundings(names).titles for names in (one, other))
        theirs = self.of_titles(there)
        for title in sorted(here, key=lambda number: self._census.titles.texts[number]):
            office = self._office(title)
            if len(office) >= least and any(
                office <= its or (its <= office and len(its) >= least) for its in theirs
            ):
                return f"both {self._census.titles.texts[title]!r}"
        return None

    def _same_subject(self, one: Sequence[NameCount], other: Sequence[NameCount]) -> str | None:
        """Find an organization of which both speak, and few others."""
        here, there = (self._shared.surroundings(names).beside for names in (one, other))
        counts, groups = self._census.counts, self._organizations
        theirs = {groups.number(counts[number]) for number in there}
        shared = {groups.number(counts[number]): groups.of(counts[number]) for number in here}
        rare = [
            max(names, key=lambda count: (count.records, count.name)).name
            for number, names in shared.items()
            if number in theirs and sum(len(count.articles()) for count in names) <= MAX_ARTICLES_OF_RARE_NAME
        ]
        return f"both speak of {min(rare)}" if rare else None

    def _office(self, title: int) -> frozenset[str]:
        office = self._offices.get(title)
        if office is None:
            words = (fold(word[0]) for word in NAME_WORD.finditer(self._census.titles.texts[title]))
            spelled = {part for word in words for part in _SHORT_TITLES.get(word, word).split()}
            office = self._offices[title] = frozenset(spelled - _NO_OFFICE)
        return office
