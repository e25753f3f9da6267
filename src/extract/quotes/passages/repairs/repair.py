"""Repairs of attributions, where the words beside a cue prove that the network cut them wrongly."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from extract.layout.quotation_marks.quotations import Quotations
from extract.layout.spans import CharSpan
from extract.pipeline.network.attribution import Attribution
from extract.quotes.passages.repairs.accusers import with_accuser
from extract.quotes.passages.repairs.asked import with_lead_of_asked
from extract.quotes.passages.repairs.beside_quotations import with_cues_beside_quotations
from extract.quotes.passages.repairs.citations import without_citations
from extract.quotes.passages.repairs.hearer import without_hearer
from extract.quotes.passages.repairs.inversion import with_inverted_subject
from extract.quotes.passages.repairs.next_subject import with_next_subjects
from extract.quotes.passages.repairs.no_answers import is_no_answer
from extract.quotes.passages.repairs.own_subject import with_own_subject
from extract.quotes.passages.repairs.parenthesis import with_source_in_parenthesis
from extract.quotes.passages.repairs.relative_clauses import without_main_clause
from extract.quotes.passages.repairs.reporting_clauses import (
    with_hearer_inside,
    with_whole_clauses_of_others,
)
from extract.quotes.passages.repairs.second_hand import with_quoted_sources
from extract.quotes.passages.repairs.truncated import with_whole_clauses
from extract.quotes.passages.repairs.views import one_for_each_view

Repair = Callable[[Attribution], Attribution]


def repaired(text: str, attributions: Sequence[Attribution], quotations: Quotations) -> list[Attribution]:
    """The attributions, each with the source and contents that the words beside its cue prove.

    First what reports nothing goes, and clauses come together; then the cue beside a quotation that has none;
    then what concerns one attribution alone, in the order of `_repairs`; then what one takes from another;
    last whom an agency quotes, and contents that end in the middle of a phrase.
    """
    reporting = [item for item in attributions if not is_no_answer(text, item)]
    reporting = with_whole_clauses_of_others(text, without_citations(text, reporting))
    found = with_cues_beside_quotations(text, reporting, quotations)
    items = [part for item in found for part in one_for_each_view(text, item)]
    out = with_next_subjects(text, _one_by_one(items, _repairs(text, quotations)))
    out = with_quoted_sources(text, sorted(out, key=lambda item: item.content))
    return with_whole_clauses(text, out)


def _repairs(text: str, quotations: Quotations) -> tuple[Repair, ...]:
    return (
        partial(with_lead_of_asked, text),
        partial(without_hearer, text),
        partial(with_accuser, text),
        partial(with_hearer_inside, text),
        partial(without_main_clause, text),
        partial(with_source_in_parenthesis, text),
        partial(with_own_subject, text),
        partial(with_inverted_subject, text, quotations),
    )


def _one_by_one(items: Sequence[Attribution], repairs: Sequence[Repair]) -> list[Attribution]:
    """Every attribution repaired; what one of them gains is lost to the others."""
    out = list(items)
    for repair in repairs:
        out = [repair(item) for item in out]
    gained = [_gained(now, was) for now, was in zip(out, items, strict=True)]
    taken = sorted(span for spans in gained for span in spans)
    kept = [
        replace(now, content=tuple(s for s in now.content if s in own or not _overlaps_any(s, taken)))
        for now, own in zip(out, gained, strict=True)
    ]
    return [item for item in kept if item.content]


def _gained(now: Attribution, was: Attribution) -> list[CharSpan]:
    before = was.content + was.source
    return [span for span in now.content if not any(span.overlaps(other) for other in before)]


def _overlaps_any(span: CharSpan, others: Sequence[CharSpan]) -> bool:
    place = bisect_right(others, span.start, key=lambda other: other.end)
    return place < len(others) and others[place].start < span.end
