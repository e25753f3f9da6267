"""Whom an agency cites for its words: "the agency said, citing court papers, that it was late"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.layout.spans import CharSpan
from extract.lexicon.reporting_verbs import finite_forms, reporting_verbs
from extract.lexicon.tokens import NAME_PHRASE
from extract.lexicon.word_search import words_among
from extract.pipeline.network.attribution import Attribution
from extract.quotes.passages.repairs.parts import DESCRIBED, content_behind_cue

_CITING = frozenset(["citing", "quoting"])
_WHICH = frozenset(["which", "who"])
# "the harbour master, Jane Roe, the ship was overloaded"
_QUOTED = re.compile(rf"\s*(?P<who>(?:{DESCRIBED},?\s+)?{NAME_PHRASE}),\s+(?=\w)")
# "..., citing people close to the talks"
_CITED_AT_END = re.compile(r",\s+(?:citing|quoting)\s+(?:(?!\bthat\b)[^,.;:\"“”\n]){2,100}$")
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
        if _is_relative(text, item):
            continue
        item = replace(item, content=tuple(_without_cited(text, span) for span in item.content))
        if len(item.cue) == 1 and item.cue[0].of(text).lower() in _CITING:
            repaired = _of_reporter(text, item)
            if repaired is None:
                continue
            item = repaired
        out.append(item)
    return out


def _is_relative(text: str, item: Attribution) -> bool:
    """Whether an attribution is no more than "which cited people close to the talks"."""
    if len(item.cue) != 1 or item.cue[0].of(text).lower() != "cited" or len(item.content) != 1:
        return False
    words = item.content[0].of(text)
    whose = {span.of(text).lower() for span in item.source}
    return bool(whose & _WHICH) and not re.search(r"\bas\s|\bthat\b|[\"“]", words)


def _without_cited(text: str, span: CharSpan) -> CharSpan:
    found = _CITED_AT_END.search(text, span.start, span.end)
    return CharSpan(span.start, found.start()) if found and found.start() > span.start else span


def _of_reporter(text: str, item: Attribution) -> Attribution | None:
    """The attribution with the verb in front of "citing" for its cue; None where nothing is reported."""
    citing = item.cue[0]
    low = max(text.rfind("\n", 0, citing.start) + 1, citing.start - _MAX_CHARS_TO_VERB)
    verb = next(reversed(list(words_among(_SAID, text, low, citing.start))), None)
    if content_behind_cue(text, item) is None or _CLAUSE_END.search(text, citing.end, item.content[-1].end):
        return item
    quoted = _QUOTED.match(text, citing.end, item.content[-1].end)
    if citing.of(text).lower() == "quoting" and quoted is not None:
        content = CharSpan(quoted.end(), item.content[-1].end)
        return replace(item, source=(CharSpan(*quoted.span("who")),), content=(content,))
    if verb is None:
        return None
    found = _CITED.match(text, citing.end, item.content[-1].end)
    if found is None:
        kept = tuple(span for span in item.content if span.end <= verb.start())
        return replace(item, cue=(CharSpan(*verb.span()),), content=kept) if kept else None
    content = CharSpan(found.end(), item.content[-1].end)
    return replace(item, cue=(CharSpan(*verb.span()),), content=(content,))
