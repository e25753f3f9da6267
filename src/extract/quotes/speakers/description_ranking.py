"""Ranking of people as those whom a definite description may mean: "the customs broker".

A log-linear model that chooses among the people of the article and nobody of them. It is asked where no rule
of `descriptions` answers. benchmarks/description_fit.py fits its weights on hand-made records.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Sequence

from extract.layout.spans import CharSpan
from extract.quotes.article_index import ArticleIndex
from extract.quotes.entities.names import Name
from extract.quotes.speakers.history import SpeakerHistory
from extract.quotes.speakers.log_linear import read_weights
from extract.quotes.speakers.resolution import Resolution

WEIGHTS_FILE = "description_ranking.json"
WEIGHTS = read_weights("extract.quotes.speakers", WEIGHTS_FILE)
_MAX_MODIFIERS = 3


def person_features(
    index: ArticleIndex,
    name: Name,
    mention: CharSpan,
    history: SpeakerHistory,
    *,
    called: bool,
    modifiers: int,
    another: bool,
    other_role: bool,
) -> dict[str, float]:
    """What speaks for and against a person.

    called: the article calls the person so. modifiers: how many other words of the description it calls them.
    another: it gives the person an office that is not this one. other_role: it calls them
    something else.
    """
    count = bisect_right(name.mentions, mention.start, key=lambda found: found.span.end)
    told = [found.span for found in name.mentions[:count] if not index.is_quoted(found.span)]
    last = history.last
    return {
        "mentions": math.log1p(len(name.mentions)),
        "subject": float(bool(told) and index.opens_sentence(told[-1])),
        "spoke_last": float(last is not None and last.name is name),
        "quotes": math.log1p(history.count(name)),
        "called": float(called),
        "modifiers": float(min(_MAX_MODIFIERS, modifiers)),
        "another": float(another),
        "other_role": float(other_role),
        "later": float(not count),
        "full_name": float(len(name.mentions[0].words) > 1),
    }


def nobody_features(
    index: ArticleIndex, people: Sequence[Name], mention: CharSpan, head: str, history: SpeakerHistory
) -> dict[str, float]:
    """What speaks for it that nobody of the article's people is meant. people: all of them."""
    last = history.last
    return {
        "nobody": 1.0,
        "people": math.log1p(sum(name.mentions[0].span.start < mention.start for name in people)),
        "unnamed_last": float(last is not None and last.name is None),
        "unnamed_before": float(any(_is_unnamed(index, head, quote) for quote in history.latest())),
    }


def _is_unnamed(index: ArticleIndex, head: str, quote: Resolution) -> bool:
    """Whether the speaker of a quote is someone without a name who is called so."""
    mention = quote.speaker.mention
    return quote.name is None and mention is not None and head in mention.of(index.text).lower().split()
