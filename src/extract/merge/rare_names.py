"""Rare names of every article: names that few articles have tell one story from another."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable

import numpy as np

from extract.merge.census import Census, NameCount
from extract.merge.forms.organization import organization_form
from extract.merge.forms.person import person_form

MAX_ARTICLES_OF_RARE_NAME = 10


class RareNames:
    """Index of the rare names of every article, as numbers of the census.

    A person counts by the letters of a full name and an organization by its form: a name that is frequent
    in one spelling is not rare in another.
    """

    def __init__(self, census: Census) -> None:
        self._census = census
        self._spread: Counter[str] = Counter()
        self._same = {count.number: same for count in census.counts if (same := _same_name(count))}
        articles, names = array("I"), array("I")
        for count in census.counts:
            here = count.articles()
            if count.number in self._same:
                self._spread[self._same[count.number]] += len(here)
                articles.extend(here)
                names.extend([count.number] * len(here))
        self._articles = np.array(articles, dtype=np.int64)
        order = np.argsort(self._articles, kind="stable")
        self._articles, self._names = self._articles[order], np.array(names, dtype=np.int64)[order]

    def is_rare(self, number: int) -> bool:
        """Whether few articles have the name, and few others bear it."""
        same = self._same.get(number)
        return same is not None and self._spread[same] <= MAX_ARTICLES_OF_RARE_NAME

    def rare_in(self, articles: Iterable[int]) -> dict[int, set[int]]:
        """List the rare names of `articles`, and in which of these they stand."""
        found: dict[int, set[int]] = {}
        for article in articles:
            first, end = np.searchsorted(self._articles, [article, article + 1])
            for number in self._names[first:end].tolist():
                if self.is_rare(number):
                    found.setdefault(number, set()).add(article)
        return found


def _same_name(count: NameCount) -> str | None:
    """Key that all spellings of a name share; None for a common word."""
    if count.kind == "person":
        person = person_form(count.name)
        return None if person is None else f"person {person.letters}"
    form = organization_form(count.name)
    return None if form is None or form.shape == "common" else f"organization {' '.join(form.key)}"
