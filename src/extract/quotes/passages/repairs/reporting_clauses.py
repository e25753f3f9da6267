"""Reporting clauses inside a content: "Roe told the police that it was late, her lawyer said"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from extract.layout.spans import CharSpan
from extract.lexicon.reporting_verbs import FORMS_WITH_HEARER, finite_forms, reporting_verbs
from extract.pipeline.network.attribution import Attribution

_HEARER = re.compile(r"\s+(?:[\w’'.-]+\s+){1,6}")  # " the harbour police "
_LAST_WORD = re.compile(r"[a-z]+$")  # "told" of "Roe told"
_VERBS = finite_forms(reporting_verbs(act="statement", takes="that")) | FORMS_WITH_HEARER


def with_hearer_inside(text: str, item: Attribution) -> Attribution:
    """The content whole again where the hearer of a verb inside it is missing: "Roe told" | "it was late"."""
    parts = sorted(item.content)
    if len(parts) < 2:
        return item
    out = parts[:1]
    for before, behind in pairwise(parts):
        if _lacks_hearer(text, before, behind, (*item.cue, *item.source)):
            out[-1] = CharSpan(out[-1].start, behind.end)
        else:
            out.append(behind)
    return replace(item, content=tuple(out))


def _lacks_hearer(text: str, before: CharSpan, behind: CharSpan, others: Sequence[CharSpan]) -> bool:
    verb = _LAST_WORD.search(text, before.start, before.end)
    if (
        verb is None
        or verb[0] not in FORMS_WITH_HEARER
        or not _HEARER.fullmatch(text, before.end, behind.start)
    ):
        return False
    gap = CharSpan(before.end, behind.start)
    return not any(gap.overlaps(other) for other in others)


def with_whole_clauses_of_others(text: str, items: Sequence[Attribution]) -> list[Attribution]:
    """One attribution for two with one source of which the first has only the subject in front of the cue of
    the second: of "Roe told Holt that it fell, her lawyer said" all up to the comma is the lawyer's."""
    out = list(items)
    for first in items:
        second = next((item for item in items if _is_clause_of(text, first, item)), None)
        if second is None:
            continue
        content = CharSpan(first.content[-1].start, second.content[0].end)
        out[out.index(first)] = replace(
            first, content=(*first.content[:-1], content), confidence=max(first.confidence, second.confidence)
        )
        out.remove(second)
    return out


def _is_clause_of(text: str, first: Attribution, second: Attribution) -> bool:
    if first is second or not second.cue or len(second.content) != 1 or not first.content or not first.cue:
        return False
    subject, cue, words = first.content[-1], second.cue[0], second.content[0]
    return (
        first.source == second.source
        and first.source != ()
        and cue.of(text) in _VERBS
        and subject.end < cue.start < words.start < min(first.cue[0].start, first.source[0].start)
        and not text[subject.end : cue.start].strip()
    )
