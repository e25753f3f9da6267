"""Attributions in a parenthesis."""

from __future__ import annotations

from dataclasses import replace

from extract.quotes.passages.repairs.parenthesis import with_source_in_parenthesis
from tests.marked_texts import make_attribution, span_of
from tests.quotes.passages.repairs.attributions import parts


def test_who_says_it_in_a_parenthesis_is_the_source() -> None:
    text = "The Harbour League, said its leader Ada Brunn, will go to court."
    item = make_attribution(
        text, "its leader Ada Brunn, will go to court", cue="said", source="The Harbour League,"
    )
    assert parts(text, with_source_in_parenthesis(text, item)) == [
        (["its leader Ada Brunn"], ["The Harbour League", "will go to court"])
    ]


def test_also_where_its_apposition_was_taken_for_content() -> None:
    text = "Prices, warned Jan Holt, the head of the bank, could rise again."
    item = make_attribution(text, "the head of the bank", "could rise again", cue="warned")
    item = replace(item, source=(span_of(text, "Prices"), span_of(text, "Jan Holt")))
    assert parts(text, with_source_in_parenthesis(text, item)) == [
        (["Jan Holt, the head of the bank"], ["Prices", "could rise again"])
    ]


def test_without_commas_around_it_there_is_no_parenthesis() -> None:
    text = "The Harbour League said its leader Ada Brunn, will go to court."
    item = make_attribution(
        text, "its leader Ada Brunn, will go to court", cue="said", source="The Harbour League"
    )
    assert parts(text, with_source_in_parenthesis(text, item)) == [
        (["The Harbour League"], ["its leader Ada Brunn, will go to court"])
    ]
