"""Hearers at the head of a content: "told me it would rain"."""

from __future__ import annotations

import re

from extract.pipeline.network.attribution import Attribution
from extract.quotes.passages.repairs.parts import content_behind_cue, with_content
from extract.spans import CharSpan

_TELLS = re.compile(
    r"\b(?:tell|tells|told|telling|inform(?:s|ed)?|assure[sd]?|remind(?:s|ed)?|warn(?:s|ed)?)$"
)
# "told me it would rain"
_HEARER = re.compile(
    r"(?:me|us|him|her|them|you)\s+(?=(?:that|if|whether|it|he|she|they|we|I|you|there|the|an?|this|these|those|his|her"
    r"|their|our|my|its)\b)"
)


def without_hearer(text: str, item: Attribution) -> Attribution:
    """Without the pronoun for who is told something at the head of the content."""
    at = content_behind_cue(text, item)
    if at is None or not _TELLS.search(item.cue[0].of(text).lower()):
        return item
    hearer = _HEARER.match(text, item.content[at].start, item.content[at].end)
    if hearer is None:
        return item
    return with_content(item, at, CharSpan(hearer.end(), item.content[at].end))
