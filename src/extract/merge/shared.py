"""What two names have in common in the articles in which they stand: evidence that they mean one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from extract.merge.census import Census, NameCount
from extract.merge.person_form import person_form

RARE = 10  # articles up to which a name tells one story from another
_SHOWN = 2


@dataclass(slots=True)
class Surroundings:
    """Where names stand. words: articles by the hash of a quotation; beside: articles by other names.

    titles, affiliations: numbers of the census. genders: of pronouns for them.
    """

    articles: set[int] = field(default_factory=set)
    words: dict[int, set[int]] = field(default_factory=lambda: defaultdict(set))
    beside: dict[int, set[int]] = field(default_factory=lambda: defaultdict(set))
    titles: set[int] = field(default_factory=set)
    affiliations: set[int] = field(default_factory=set)
    genders: set[int] = field(default_factory=set)


def in_articles(census: Census, articles: Iterable[int]) -> str:
    """The first articles by id, and how many more there are."""
    names = sorted(census.articles.texts[number] for number in articles)
    more = f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
    return ", ".join(names[:_SHOWN]) + more


class Shared:
    """Compares the surroundings of names of one census."""

    def __init__(self, census: Census) -> None:
        self._census = census
        self._surroundings: dict[int, Surroundings] = {}
        self._rare: dict[int, bool] = {}
        self._heard: Counter[str] | None = None
        self._speakers: dict[int, set[int]] | None = None

    def surroundings(self, names: Sequence[NameCount]) -> Surroundings:
        """Those of one name, or of several together."""
        found = [self._of_one(count) for count in names]
        if len(found) == 1:
            return found[0]
        all_of_them = Surroundings()
        for one in found:
            for word, articles in one.words.items():
                all_of_them.words[word] |= articles
            for number, articles in one.beside.items():
                all_of_them.beside[number] |= articles
            for name in ("articles", "titles", "affiliations", "genders"):
                getattr(all_of_them, name).update(getattr(one, name))
        return all_of_them

    def same_words(self, one: Sequence[NameCount], other: Sequence[NameCount]) -> str | None:
        """A quotation that stands in two articles, with one name in this and with the other in that."""
        first, second = self.surroundings(one).words, self.surroundings(other).words
        pairs = [
            (a, b)
            for word in first.keys() & second.keys()
            for a in first[word]
            for b in second[word]
            if a != b
        ]
        if not pairs:
            return None
        texts = self._census.articles.texts
        a, b = min((texts[a], texts[b]) for a, b in pairs)
        return f"the same quotation in {a} and {b}"

    def same_speaker(self, one: Sequence[NameCount], other: Sequence[NameCount]) -> str | None:
        """Someone who speaks of both organizations, and in few articles of the batch."""
        first, second = self.surroundings(one).beside, self.surroundings(other).beside
        rare = [n for n in first.keys() & second.keys() if self._is_rare_person(n)]
        return f"{self._first(rare)} speaks of both" if rare else None

    def of_organizations(self, one: Sequence[NameCount], other: Sequence[NameCount]) -> str | None:
        """What speaks for one organization under two names, in words."""
        return self.same_words(one, other) or self.same_speaker(one, other)

    def articles_like(self, names: Sequence[NameCount], others: Sequence[NameCount]) -> tuple[set[int], str]:
        """The articles of `names` that have a quotation or a rare speaker in common with `others`."""
        here, there = self.surroundings(names), self.surroundings(others)
        by_words = {a for word in here.words.keys() & there.words.keys() for a in here.words[word]}
        rare = [n for n in here.beside.keys() & there.beside.keys() if self._is_rare_person(n)]
        by_speaker = {a for number in rare for a in here.beside[number]}
        evidence = f"{self._first(rare)} speaks of both" if by_speaker else "the same quotation elsewhere"
        return (by_words | by_speaker) - there.articles, evidence

    def same_company(self, one: Sequence[NameCount], other: Sequence[NameCount]) -> str | None:
        """Someone else who speaks in articles of both people, and in few others."""
        articles, elsewhere = self.surroundings(one).articles, self.surroundings(other).articles
        people = {count.number for count in (*one, *other)}
        shared = (self._speaking_in(articles) & self._speaking_in(elsewhere)) - people
        rare = [n for n in shared if self._is_rare_person(n)]
        return f"{self._first(rare)} speaks in articles of both" if rare else None

    def _first(self, numbers: Iterable[int]) -> str:
        return min(self._census.counts[number].name for number in numbers)

    def _of_one(self, count: NameCount) -> Surroundings:
        found = self._surroundings.get(count.number)
        if found is None:
            found = self._surroundings[count.number] = Surroundings()
            for seen in count.sightings():
                found.articles.add(seen.article)
                if seen.words:
                    found.words[seen.words].add(seen.article)
                for number in seen.beside:
                    found.beside[number].add(seen.article)
                found.titles.add(seen.title)
                found.affiliations.add(seen.affiliation)
                found.genders.add(seen.gender)
            for numbers in (found.titles, found.affiliations, found.genders):
                numbers.discard(0)
        return found

    def _is_rare_person(self, number: int) -> bool:
        """Whether it is a full name, in any spelling, that stands in few articles."""
        if self._heard is None:
            self._heard = Counter()
            for count in self._census.names("person"):
                if form := person_form(count.name):
                    self._heard[form.letters] += len(count.articles())
        if number not in self._rare:
            count = self._census.counts[number]
            form = person_form(count.name) if count.kind == "person" else None
            self._rare[number] = form is not None and self._heard[form.letters] <= RARE
        return self._rare[number]

    def _speaking_in(self, articles: Iterable[int]) -> set[int]:
        if self._speakers is None:
            self._speakers = defaultdict(set)
            for count in self._census.names("person"):
                for seen in count.sightings():
                    self._speakers[seen.article].add(count.number)
        return {number for article in articles for number in self._speakers.get(article, ())}
