"""Whom an agency cites for its words: "the agency said, citing court papers, that it was late"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.layout.spans import CharSpan
from extract.lexicon.reporting_verbs import finite_forms, reporting_verbs
from extract.lexicon.word_search import words_among
from extract.pipeline.network.attribution import Attribution
from extract.quotes.passages.repairs.parts import content_behind_cue

_CITING = frozenset(["citing", "quoting"])
_SAID = finite_forms(reporting_verbs(act="statement", takes="that"))
_MAX_CHARS_TO_VERB = 60  # back from "citing" to "said on Monday,"
# "court papers, that it was late"
_CITED = re.compile(r"\s*(?P<who>[^\"“”.;:\n]{2,120}?),?\s+that\s+(?=\w)")
_CLAUSE_END = re.compile(r"[\"“”]")


def without_citations(text: str, items: Sequence[Attribution]) -> list[Attribution]:
    """The attributions, "citing" no cue of its own: what follows it is whom the reporter had it from, and
    words behind that, led by "that", are the reporter's."""
    out = []
    for item in items:
        if len(item.cue) == 1 and item.cue[0].of(text).lower() in _CITING:
            repaired = _of_reporter(text, item)
            if repaired is None:
                continue
            item = repaired
        out.append(item)
    return out


def _of_reporter(text: str, item: Attribution) -> Attribution | None:
    """The attribution with the verb in front of "citing" for its cue; None where nothing is reported."""
    citing = item.cue[0]
    low = max(text.rfind("\n", 0, citing.start) + 1, citing.start - _MAX_CHARS_TO_VERB)
    verb = next(reversed(list(words_among(_SAID, text, low, citing.start))), None)
    if content_behind_cue(text, item) is None or _CLAUSE_END.search(text, citing.end, item.content[-1].end):
        return item
    if verb is None:
        return None
    found = _CITED.match(text, citing.end, item.content[-1].end)
    if found is None:
        kept = tuple(span for span in item.content if span.end <= verb.start())
        return replace(item, cue=(CharSpan(*verb.span()),), content=kept) if kept else None
    content = CharSpan(found.end(), item.content[-1].end)
    return replace(item, cue=(CharSpan(*verb.span()),), content=(content,))
