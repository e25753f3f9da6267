"""Watch lists: the user's own names and ids of organizations and people."""

from __future__ import annotations

from extract.quotes.entities.watchlist.linked import AMBIGUOUS, LinkedNames
from extract.quotes.entities.watchlist.lists import WatchLists
from extract.quotes.entities.watchlist.table import Entry, WatchList, read_watch_list

__all__ = ["AMBIGUOUS", "Entry", "LinkedNames", "WatchList", "WatchLists", "read_watch_list"]
