"""Choices of options, read by the command line and the library.

The module imports nothing at run time, so that the help of the command line loads quickly.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extract.quotes.quote import Act
    from extract.quotes.subjects.others import About
    from extract.readers.article.escapes import Escape

# Kinds of quotes, and those that are kept unless others are asked for.
ACTS: tuple[Act, ...] = ("statement", "attitude", "other")
DEFAULT_ACTS: tuple[Act, ...] = ("statement", "attitude")

# What a content may be about.
ABOUT: tuple[About, ...] = ("organizations", "people", "places", "nationalities")

# What texts of JSON Lines and tables have to be freed from.
ESCAPES: tuple[Escape, ...] = ("html", "backslash")

# The fields of an article, and how the options are called that name their key or column: `--date-field`.
FIELD_OPTIONS: Mapping[str, str] = {
    "text": "text",
    "id": "id",
    "title": "title",
    "published": "date",
    "publisher": "publisher",
    "author": "author",
}

# Where the work of a run is done, and how long one article of up to 50,000 characters may take there.
ENGINES = ("local", "dask")
TIME_LIMIT_SECONDS = 120.0

# What tables of scores are grouped by.
GROUPINGS = ("type", "act", "speaker", "kind", "mention", "basis", "article", "source")
