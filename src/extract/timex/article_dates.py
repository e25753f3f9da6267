"""Find the time expressions of an article alone, without a model, spaCy or quotes, for `extract dates`."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from extract.article import Article
from extract.layout.blocks import find_layout
from extract.timex import find_timexes
from extract.timex.anchor import Anchor, find_anchor
from extract.timex.timex import Timex


@dataclass(frozen=True, slots=True)
class ArticleDates:
    """The time expressions of `article` in reading order, none overlapping, and their anchor."""

    article: Article
    anchor: Anchor
    timexes: Sequence[Timex]

    def as_json(self) -> dict[str, Any]:
        """The object `{"id", "dates"}`; a date has start, end (code points), text, type, value, edtf."""
        return {
            "id": self.article.id,
            "dates": [timex_as_json(timex, self.article.text) for timex in self.timexes],
        }

    def line(self) -> str:
        """The same object as one line of JSON Lines, with its line feed."""
        return json.dumps(self.as_json(), ensure_ascii=False, separators=(",", ":")) + "\n"


def find_dates(article: Article) -> ArticleDates:
    """Find and resolve every time expression of `article` against its dateline or date of publication."""
    layout = find_layout(article.text, article.title)
    anchor = find_anchor(article.text, layout.dateline, published=article.published)
    return ArticleDates(article, anchor, find_timexes(article.text, anchor.date))


def timex_as_json(timex: Timex, text: str) -> dict[str, Any]:
    """The JSON object of `timex` with its words, as `extract dates` and `doc._.extract_timexes` give it."""
    return {
        "start": timex.span.start,
        "end": timex.span.end,
        "text": timex.span.of(text),
        "type": timex.type,
        "value": timex.value,
        "edtf": timex.edtf,
    }
