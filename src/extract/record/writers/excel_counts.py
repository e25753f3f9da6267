"""Counts of quotes by speaker, organization, month and outlet for the sheets of a workbook."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from extract.record.record import Record

UNKNOWN = "(unknown)"
NO_ORGANIZATION = "(no organization)"
_MONTH = re.compile(r"\d{4}-\d\d(?=$|-\d\d$)")  # "2031-03" in "2031-03" and "2031-03-04"; not "2031/2032"


@dataclass(slots=True)
class _Tally:
    quotes: int = 0
    articles: int = 0
    last: str | None = None  # records of one article come one after another


@dataclass(frozen=True, slots=True)
class _Table:
    tallies: dict[str, _Tally] = field(default_factory=dict)

    def add(self, names: Iterable[str], article: str) -> None:
        for name in names:
            tally = self.tallies.setdefault(name, _Tally())
            tally.quotes += 1
            if tally.last != article:
                tally.articles += 1
                tally.last = article


class QuoteCounts:
    """Counts of quotes and articles by four criteria; a quote about two organizations counts for both."""

    def __init__(self) -> None:
        self._tables = {name: _Table() for name in ("speaker", "organization", "month", "outlet")}

    def add(self, record: Record) -> None:
        article = record.article.id
        self._tables["speaker"].add([record.speaker.name or UNKNOWN], article)
        organizations = dict.fromkeys(part.name for part in record.organizations)
        self._tables["organization"].add(organizations or [NO_ORGANIZATION], article)
        self._tables["month"].add([_month(record)], article)
        self._tables["outlet"].add([record.article.publisher or UNKNOWN], article)

    def tables(self) -> Iterator[tuple[str, list[tuple[str, int, int]]]]:
        """Yield each criterion with rows of name, quotes and articles: most quotes first, months in order."""
        for name, table in self._tables.items():
            rows = [(key, tally.quotes, tally.articles) for key, tally in table.tallies.items()]
            rows.sort()
            if name != "month":
                rows.sort(key=lambda row: -row[1])
            yield name, rows


def _month(record: Record) -> str:
    """Month in which it was said, else that of the article."""
    said = record.said
    if said is not None and said.start and said.end and said.start[:7] == said.end[:7]:
        return said.start[:7]
    published = _MONTH.match(record.article.published or "")
    return published[0] if published else UNKNOWN
