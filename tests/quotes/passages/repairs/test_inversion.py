"""Subjects behind their cue, between the halves of a quotation."""

from __future__ import annotations

from extract.layout.paragraphs import paragraph_spans
from extract.layout.quotation_marks.quotations import find_quotations
from extract.quotes.passages.repairs.inversion import with_inverted_subject
from tests.marked_texts import make_attribution
from tests.quotes.passages.repairs.attributions import parts


def test_who_stands_between_two_halves_of_a_quotation_is_the_source_of_both() -> None:
    text = "“Mr Holt,” said she, “has no mandate.”"
    item = make_attribution(text, "she, “has no mandate.”", cue="said")
    found = with_inverted_subject(text, find_quotations(text, paragraph_spans(text)), item)
    assert parts(text, found) == [(["she"], ["“Mr Holt,”", "“has no mandate.”"])]


def test_a_cue_that_reports_no_statement_has_no_subject_behind_it() -> None:
    text = "“Mr Holt,” declined to say she, “has no mandate.”"
    item = make_attribution(text, "she, “has no mandate.”", cue="declined to say")
    found = with_inverted_subject(text, find_quotations(text, paragraph_spans(text)), item)
    assert found == item
