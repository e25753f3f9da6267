"""Watch lists: the user's own names and ids of organizations and people."""

from __future__ import annotations

from extract.watchlist.entities import Entity
from extract.watchlist.listed import AMBIGUOUS, Listed
from extract.watchlist.lists import WatchLists
from extract.watchlist.table import Entry, WatchList, read_watch_list

__all__ = ["AMBIGUOUS", "Entity", "Entry", "Listed", "WatchList", "WatchLists", "read_watch_list"]
