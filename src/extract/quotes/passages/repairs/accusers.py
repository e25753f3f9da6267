"""Words that a speaker answers: of "Roe denied accusations by the union that it fell" those of the union."""

from __future__ import annotations

import re
from dataclasses import replace

from extract.layout.spans import CharSpan
from extract.lexicon.reporting_verbs import forms_of, reporting_verbs
from extract.lexicon.word_search import has_word
from extract.pipeline.network.attribution import Attribution
from extract.quotes import certainty

_ANSWERS = forms_of(reporting_verbs("deny", "reject", "dismiss", "dispute", "refute", "rebut"))
_NOUN = (
    r"(?P<noun>accusations?|allegations?|claims?|charges?|suggestions?|assertions?|complaints?|comments?|remarks?"
    r"|statements?|warnings?)"
)
_WHO = r"(?P<who>[^,.;:\"“”\n]{2,80}?)"
# "denied accusations by the union that it fell"
_BY = re.compile(
    rf"\s+(?:the\s+|any\s+|those\s+)?(?:\w+\s+)?{_NOUN}\s+(?:by|from|of|made\s+by)\s+{_WHO}\s+that\s+(?=\w)"
)
# "rejected the union's claims that it fell"
_OWNED = re.compile(rf"\s+{_WHO}(?:['’]s|(?<=s)['’])\s+(?:\w+\s+)?{_NOUN}\s+that\s+(?=\w)")


def with_accuser(text: str, item: Attribution) -> Attribution:
    """The clause behind "accusations by NAME that", with NAME as the source of what the speaker denies."""
    if len(item.cue) != 1 or not item.content or not has_word(_ANSWERS, item.cue[0].of(text).lower()):
        return item
    cue, end = item.cue[0], item.content[-1].end
    found = _BY.match(text, cue.end, end) or _OWNED.match(text, cue.end, end)
    if found is None or any(span.end < cue.start for span in item.content):
        return item
    return replace(
        item,
        source=(CharSpan(*found.span("who")),),
        cue=(CharSpan(*found.span("noun")),),
        content=(CharSpan(found.end(), end),),
        source_confidence=certainty.REPAIRED_SOURCE,
    )
