"""Hearers at the head of a content: "told me it would rain"."""

from __future__ import annotations

import re

from extract.layout.spans import CharSpan
from extract.lexicon.reporting_verbs import FORMS_WITH_HEARER
from extract.pipeline.network.attribution import Attribution
from extract.quotes.passages.repairs.parts import content_behind_cue, with_content

# "told me it would rain"
_HEARER = re.compile(
    r"(?:me|us|him|her|them|you)\s+(?=(?:that|if|whether|it|he|she|they|we|I|you|there|the|an?|this|these|those|his|her"
    r"|their|our|my|its)\b)"
)


def without_hearer(text: str, item: Attribution) -> Attribution:
    """Without the pronoun for who is told something at the head of the content."""
    at = content_behind_cue(text, item)
    if at is None or item.cue[0].of(text).lower().split()[-1] not in FORMS_WITH_HEARER:
        return item
    hearer = _HEARER.match(text, item.content[at].start, item.content[at].end)
    if hearer is None:
        return item
    return with_content(item, at, CharSpan(hearer.end(), item.content[at].end))
