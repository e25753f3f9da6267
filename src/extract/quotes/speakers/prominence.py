"""Prominence: discourse salience of a name at a place of the article (Lappin and Leass, 1994)."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Iterable
from itertools import islice

from extract.layout.spans import CharSpan
from extract.quotes import certainty
from extract.quotes.article_index import ArticleIndex
from extract.quotes.entities.names import Name
from extract.quotes.speakers.history import SpeakerHistory
from extract.quotes.speakers.resolution import Reference

MAX_SENTENCES_BACK = 12  # beyond these a name fades no more
_SURE_LEAD = 1.5  # over the second candidate: from here on a reference counts as sure
_FADING = 0.9  # with each sentence back
_SUBJECT_WEIGHT = 0.8  # of a mention at the head of its sentence
_QUOTED_LOSS = 1.8  # of a mention in the mouth of another


def prominence(index: ArticleIndex, name: Name, mention: CharSpan, history: SpeakerHistory) -> float:
    """How prominent a name is before `mention`; minus infinity where it has not been mentioned yet.

    Recency by sentence, the speaker of the passage first, names in others' mouths last.
    """
    count = bisect_right(name.mentions, mention.start, key=lambda m: m.span.end)
    if not count:
        return -math.inf
    here = index.sentence_number(mention.start)
    best = -math.inf
    for m in name.mentions[max(0, count - 4) : count]:
        number = index.sentence_number(m.span.start)
        score = -_FADING * min(here - number, MAX_SENTENCES_BACK)
        score += _SUBJECT_WEIGHT if index.opens_sentence(m.span) else 0.0
        score -= _QUOTED_LOSS if index.is_quoted(m.span) else 0.0
        best = max(best, score)
    paragraph = index.paragraph_number(mention.start)
    for rank, earlier in enumerate(islice(history.latest(), 2)):
        if earlier.name is name:
            gap = paragraph - index.paragraph_number(earlier.content.end)
            spoke = (2.6 - 0.5 * min(gap, 4)) * (0.6 if rank else 1.0)
            best = max(best, 0.0 if gap > 3 else -_FADING) + spoke
            break
    return best + 0.25 * math.log(count)


def most_prominent(scores: Iterable[tuple[float, Name]]) -> Reference | None:
    """The name with the highest score, surer the farther the second is behind; None where none is above
    minus infinity."""
    ranked = sorted((item for item in scores if item[0] > -math.inf), key=lambda item: -item[0])
    if not ranked:
        return None
    lead = ranked[0][0] - ranked[1][0] if len(ranked) > 1 else _SURE_LEAD
    share = min(1.0, max(0.0, lead) / _SURE_LEAD)
    confidence = certainty.MOST_PROMINENT + certainty.LEAD_OF_MOST_PROMINENT * share
    return Reference(ranked[0][1], round(confidence, 3))
