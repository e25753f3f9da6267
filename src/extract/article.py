"""An article as read."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One article: `text` as decoded, never edited afterwards; every offset counts its code points.

    id: unique within a run. path: the file it was read from, "-" for standard input.
    published: EDTF (`2017-04-06`, `2017-04`), as its provenance states it; None when unknown.
    """

    id: str
    text: str
    path: str
    title: str | None = None
    published: str | None = None
    publisher: str | None = None
