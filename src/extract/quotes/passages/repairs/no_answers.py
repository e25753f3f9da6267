"""Answers that were not given: "did not respond to requests for comment" reports no words."""

from __future__ import annotations

import re

from extract.layout.spans import CharSpan
from extract.pipeline.network.attribution import Attribution

# "to several requests for comment", "calls seeking comment", "for comment"
_REQUEST = re.compile(
    r"(?:to\s+)?(?:[\w’'-]+\s+){0,4}(?:requests?|questions?|calls?|e-?mails?|messages?|inquir(?:y|ies)|enquir(?:y|ies)"
    r"|letters?|queries|query)(?:\s+(?:for|seeking|asking|from|about|by|on|left)\b[^.;:]*)?|(?:for|on)\s+(?:\w+\s+)?comments?"
)
_ANSWERS = re.compile(
    r"\b(?:respon(?:d|ds|ded|ding)|repl(?:y|ies|ied|ying)|return(?:s|ed|ing)?|answer(?:s|ed|ing)?)$"
)


def is_no_answer(text: str, item: Attribution) -> bool:
    """Whether an attribution tells no more than that somebody answered requests, or did not."""
    if len(item.cue) != 1 or not _ANSWERS.search(item.cue[0].of(text).lower()):
        return False
    whole = CharSpan(item.content[0].start, item.content[-1].end).of(text)
    return len(item.content) == 1 and _REQUEST.fullmatch(whole.strip(" .,")) is not None
