"""Watch lists of a run, ready to be asked about any number of articles."""

from __future__ import annotations

from collections.abc import Sequence

from extract.layout.spans import CharSpan
from extract.pipeline.entity import Entity
from extract.quotes.entities.names import Name
from extract.quotes.entities.watchlist.index import NameIndex
from extract.quotes.entities.watchlist.linked import LinkedNames
from extract.quotes.entities.watchlist.override import with_list_entities
from extract.quotes.entities.watchlist.table import WatchList


class WatchLists:
    """Up to one list of organizations and one of people; without any, nothing changes.

    fuzzy: score out of 100 from which a similar name counts where no other fits; None for never.
    """

    def __init__(
        self,
        *,
        organizations: WatchList | None = None,
        people: WatchList | None = None,
        fuzzy: float | None = None,
    ) -> None:
        lists = [given for given in (organizations, people) if given is not None]
        self._indexes = {given.kind: NameIndex(given.entries, given.kind, fuzzy) for given in lists}

    def entities(
        self, text: str, entities: Sequence[Entity], apart: CharSpan | None = None
    ) -> tuple[list[Entity], list[CharSpan]]:
        """The entities of an article with those of the lists, and the places where both lists have a name.

        apart: where the lists do not count.
        """
        if not self._indexes:
            return list(entities), []
        return with_list_entities(text, entities, self._indexes.values(), apart)

    def link(
        self, text: str, people: list[Name], organizations: list[Name], disputed: Sequence[CharSpan] = ()
    ) -> LinkedNames:
        """Link the names of an article to entries of the lists."""
        return LinkedNames(text, people, organizations, self._indexes, disputed)
