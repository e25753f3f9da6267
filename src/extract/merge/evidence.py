"""Evidence that two names mean the same: what the articles in which they stand have in common."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from extract.merge.census import Census, NameCount
from extract.merge.rare_names import RareNames

_MAX_ARTICLES_SHOWN = 2


@dataclass(slots=True)
class Surroundings:
    """Context of names. words: articles by the hash of a quotation; beside: articles by other names.

    titles, affiliations: numbers of the census. genders: of pronouns for them.
    """

    articles: set[int] = field(default_factory=set)
    words: dict[int, set[int]] = field(default_factory=lambda: defaultdict(set))
    beside: dict[int, set[int]] = field(default_factory=lambda: defaultdict(set))
    titles: set[int] = field(default_factory=set)
    affiliations: set[int] = field(default_factory=set)
    genders: set[int] = field(default_factory=set)


def in_articles(census: Census, articles: Iterable[int]) -> str:
    """List the first articles by id, and how many more there are."""
    names = sorted(census.articles.texts[number] for number in articles)
    more = f" and {len(names) - _MAX_ARTICLES_SHOWN} more" if len(names) > _MAX_ARTICLES_SHOWN else ""
    return ", ".join(names[:_MAX_ARTICLES_SHOWN]) + more


class NameEvidence:
    """Comparison of the surroundings of names of one census."""

    def __init__(self, census: Census) -> None:
        self._census = census
        self._surroundings: dict[int, Surroundings] = {}
        self._rare = RareNames(census)

    def surroundings(self, names: Sequence[NameCount]) -> Surroundings:
        """Surroundings of one name, or of several together."""
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
        """Find a quotation that stands in two articles, in each with another of the names."""
        first, second = self.surroundings(one).words, self.surroundings(other).words
        texts = self._census.articles.texts
        pairs = []
        for word in first.keys() & second.keys():
            here = sorted(texts[article] for article in first[word])[:2]
            there = sorted(texts[article] for article in second[word])[:2]
            pairs += [(a, b) for a in here for b in there if a != b]
        if not pairs:
            return None
        a, b = min(pairs)
        return f"the same quotation in {a} and {b}"

    def same_speaker(self, one: Sequence[NameCount], other: Sequence[NameCount]) -> str | None:
        """Find a person in few articles who speaks of both organizations."""
        counts = self._census.counts
        first, second = self.surroundings(one).beside, self.surroundings(other).beside
        shared = (n for n in first.keys() & second.keys() if counts[n].kind == "person")
        rare = [n for n in shared if self._rare.is_rare(n)]
        return f"{self._first(rare)} speaks of both" if rare else None

    def of_organizations(self, one: Sequence[NameCount], other: Sequence[NameCount]) -> str | None:
        """Word the evidence for one organization under two names."""
        return self.same_words(one, other) or self.same_speaker(one, other)

    def articles_like(
        self, names: Sequence[NameCount], others: Sequence[NameCount], among: Iterable[int]
    ) -> tuple[set[int], str]:
        """Find articles of `names` that share a quotation or a rare name with some `among` the others'."""
        here, there = self.surroundings(names), self.surroundings(others)
        by_words = {a for word in here.words.keys() & there.words.keys() for a in here.words[word]}
        own = {count.number for count in (*names, *others)}
        named, elsewhere = self._rare.rare_in(here.articles), self._rare.rare_in(among)
        rare = (named.keys() & elsewhere.keys()) - own
        by_name = {article for number in rare for article in named[number]}
        evidence = f"{self._first(rare)} is named beside both" if rare else "the same quotation elsewhere"
        return by_words | by_name, evidence

    def same_company(self, one: Sequence[NameCount], other: Sequence[NameCount]) -> str | None:
        """Find another person who is named in articles of both people, and in few others."""
        counts, people = self._census.counts, {count.number for count in (*one, *other)}
        here, there = (self._rare.rare_in(self.surroundings(names).articles) for names in (one, other))
        shared = [n for n in (here.keys() & there.keys()) - people if counts[n].kind == "person"]
        return f"{self._first(shared)} is named beside both" if shared else None

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
