"""What it costs to read a quotation mark as opening, as closing, or as neither."""

from __future__ import annotations

import pytest

from extract.layout.quotation_marks.mark_costs import QuotationMark, read_marks
from extract.spans import CharSpan


def marks_of(text: str) -> list[QuotationMark]:
    return read_marks(text, CharSpan(0, len(text)))


def only(text: str) -> QuotationMark:
    [mark] = marks_of(text)
    return mark


@pytest.mark.parametrize("text", ['"Go', "He said “Go", 'said: "go', "(“go", "— “Go", "« Go"])
def test_a_mark_before_a_word_opens(text: str) -> None:
    mark = only(text)
    assert mark.opens < 0.5 < mark.closes


@pytest.mark.parametrize("text", ['go," he', "go.” He", "go”. He", "go”; he", "go » he"])
def test_a_mark_behind_a_word_closes(text: str) -> None:
    mark = only(text)
    assert mark.closes <= 0.4 < mark.opens


@pytest.mark.parametrize("text", ['fer"ry', "the “ ferry", 'the " ferry'])
def test_a_misplaced_mark_is_best_left_alone(text: str) -> None:
    mark = only(text)
    assert mark.alone < 2.0
    assert mark.alone < mark.opens + 2.0


@pytest.mark.parametrize(
    "text", ["the crews’ ferry", "the crews' ferry", "nothin' new", "a '64 ferry", '12" pipe']
)
def test_apostrophes_and_inches_cost_little_alone(text: str) -> None:
    mark = only(text)
    assert mark.doubtful
    assert mark.alone < 0.5


@pytest.mark.parametrize(
    "text",
    ["a 6'2\" man", "rock 'n' roll", "rock ’n’ roll", "the '90s", "get 'em", "’tis late", "don't", "O’Neill"],
)
def test_what_is_surely_no_quotation_mark_is_left_out(text: str) -> None:
    assert marks_of(text) == []


def test_a_single_and_a_double_mark_close_together() -> None:
    assert [mark.text for mark in marks_of("``He said `no.''' Then")] == ["``", "`", "'", "''"]


@pytest.mark.parametrize(
    ("text", "family"),
    [("„Go", "double"), ("‚Go", "single"), ("‹Go", "guillemet"), ("「Go", "corner"), ("``Go", "double")],
)
def test_family(text: str, family: str) -> None:
    assert only(text).family == family


def test_a_quotation_may_be_cut_off_from_the_head_of_its_paragraph_first() -> None:
    head, inside = only("“Go"), only("He said “go")
    assert head.runs < inside.runs < head.alone
