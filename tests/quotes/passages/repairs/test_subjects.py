"""Attributions mended by the words beside their cues."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extract.layout.paragraphs import paragraph_spans
from extract.layout.quotation_marks.quotations import find_quotations
from extract.pipeline.network.attribution import Attribution
from extract.quotes.passages.repairs.subjects import mend
from tests.growth import assert_linear
from tests.scenes import make_attribution, span_of


def mended(text: str, *attributions: Attribution) -> list[tuple[list[str], list[str]]]:
    """Source and contents of each."""
    marks = find_quotations(text, paragraph_spans(text))
    return [
        ([span.of(text) for span in item.source], [span.of(text) for span in item.content])
        for item in mend(text, attributions, marks)
    ]


@pytest.mark.parametrize(
    ("text", "content", "found"),
    [
        ("The board told me it would rain.", "me it would rain", "it would rain"),
        ("The board told her that it would rain.", "her that it would rain", "that it would rain"),
        ("The board told her mother was ill.", "her mother was ill", "her mother was ill"),
    ],
)
def test_who_is_told_is_no_content(text: str, content: str, found: str) -> None:
    item = make_attribution(text, content, cue="told", source="The board")
    assert mended(text, item) == [(["The board"], [found])]


def test_who_says_it_in_a_parenthesis_is_the_source() -> None:
    text = "The Harbour League, said its leader Ada Brunn, will go to court."
    item = make_attribution(
        text, "its leader Ada Brunn, will go to court", cue="said", source="The Harbour League,"
    )
    assert mended(text, item) == [(["its leader Ada Brunn"], ["The Harbour League", "will go to court"])]


@pytest.mark.parametrize(
    ("source", "content"),
    [
        ("Harbour Corp,", "Velden sells oil at a floating price"),
        (None, "Harbour Corp, Velden sells oil at a floating price"),
    ],
)
def test_the_pronoun_right_before_the_cue_is_the_source(source: str | None, content: str) -> None:
    text = "Harbour Corp, Velden sells oil at a floating price, it said."
    item = make_attribution(text, content, cue="said", source=source)
    assert mended(text, item) == [(["it"], ["Harbour Corp, Velden sells oil at a floating price"])]


def test_a_name_elsewhere_stays_the_source_beside_a_pronoun() -> None:
    text = "Ada Brunn came. Oil is dear, she said."
    item = make_attribution(text, "Oil is dear", cue="said", source="Ada Brunn")
    assert mended(text, item) == [(["Ada Brunn"], ["Oil is dear"])]


def test_also_where_its_apposition_was_taken_for_content() -> None:
    text = "Prices, warned Jan Holt, the head of the bank, could rise again."
    item = make_attribution(text, "the head of the bank", "could rise again", cue="warned")
    item = replace(item, source=(span_of(text, "Prices"), span_of(text, "Jan Holt")))
    assert mended(text, item) == [(["Jan Holt, the head of the bank"], ["Prices", "could rise again"])]


def test_without_commas_around_it_there_is_no_parenthesis() -> None:
    text = "The Harbour League said its leader Ada Brunn, will go to court."
    item = make_attribution(
        text, "its leader Ada Brunn, will go to court", cue="said", source="The Harbour League"
    )
    assert mended(text, item) == [(["The Harbour League"], ["its leader Ada Brunn, will go to court"])]


def test_who_stands_between_two_halves_of_a_quotation_is_the_source_of_both() -> None:
    text = "“No,” the boss said.\n\n“Mr Holt,” said she, “has no mandate.”"
    one = make_attribution(text, "“No,”", "“Mr Holt,”", cue="said", source="the boss")
    other = make_attribution(text, "she, “has no mandate.”")
    other = replace(other, cue=(span_of(text, "said", 1),))
    assert mended(text, one, other) == [
        (["the boss"], ["“No,”"]),
        (["she"], ["“Mr Holt,”", "“has no mandate.”"]),
    ]


def test_the_subject_of_the_next_cue_is_no_content() -> None:
    text = "An institute says that prices fell, and its director, Ada Brunn, thinks that they will rise."
    one = make_attribution(
        text, "that prices fell, and its director, Ada Brunn,", cue="says", source="An institute"
    )
    other = make_attribution(text, "that they will rise", cue="thinks", source="An institute")
    assert mended(text, one, other) == [
        (["An institute"], ["that prices fell"]),
        (["its director, Ada Brunn"], ["that they will rise"]),
    ]


@pytest.mark.parametrize("cue", ["adding", "added"])
def test_what_a_comma_parts_from_the_next_cue_is_not_its_subject(cue: str) -> None:
    text = f"The firm said that it met Jan Holt and Ada Brunn, {cue} that talks went on."
    one = make_attribution(text, "that it met Jan Holt and Ada Brunn", cue="said", source="The firm")
    other = make_attribution(text, "that talks went on", cue=cue, source="The firm")
    assert [source for source, _ in mended(text, one, other)] == [["The firm"], ["The firm"]]


@pytest.mark.slow
def test_takes_linear_time() -> None:
    def work(text: str) -> object:
        paragraphs = paragraph_spans(text)
        item = make_attribution(text, text.strip(), cue=None)
        return mend(text, [item], find_quotations(text, paragraphs))

    assert_linear(work, "said she, “no,” said Ada ", 20_000)


def test_asked_takes_in_the_when_that_says_it_was_no_claim() -> None:
    text = "Holt shrugged when asked if he would go."
    [item] = mend(text, [make_attribution(text, "if he would go", cue="asked")], find_quotations(text, []))
    assert item.cue[0].of(text) == "when asked"


def test_views_of_two_in_one_sentence_are_two() -> None:
    text = "To Ada Brunn, the pier is “a gem”; to Jan Holt it is “a ruin”."
    item = make_attribution(
        text, "the pier is “a gem”; to Jan Holt it is “a ruin”", cue="To", source="Ada Brunn"
    )
    assert mended(text, item) == [
        (["Ada Brunn"], ["the pier is “a gem”"]),
        (["Jan Holt"], ["it is “a ruin”"]),
    ]
