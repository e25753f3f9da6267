"""Watch lists made by hand."""

from __future__ import annotations

from extract.quotes.entities.names import NameKind
from extract.quotes.entities.watchlist import Entry, WatchList, WatchLists


def watch_list(kind: NameKind, *rows: str) -> WatchList:
    """A list of "id: name | alias | ..."."""
    entries = []
    for line, row in enumerate(rows, start=2):
        key, _, names = row.partition(": ")
        name, *aliases = names.split(" | ")
        entries.append(Entry(id=key, name=name, aliases=tuple(aliases), line=line))
    return WatchList(kind=kind, path="list.csv", sha256="0", entries=tuple(entries))


def watch_lists(
    organizations: list[str] | None = None, people: list[str] | None = None, fuzzy: float | None = None
) -> WatchLists:
    """Both lists, where given."""
    return WatchLists(
        organizations=watch_list("organization", *organizations) if organizations else None,
        people=watch_list("person", *people) if people else None,
        fuzzy=fuzzy,
    )
