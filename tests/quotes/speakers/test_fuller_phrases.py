"""Fuller phrases of a description."""

from __future__ import annotations

from extract.quotes.speakers.fuller_phrases import FullerPhrases
from tests.marked_texts import make_index, span_of


def test_a_group_gets_its_fullest_earlier_phrase() -> None:
    text = "The three foreign ministers met. Later the ministers said no."
    index = make_index(text)
    found = FullerPhrases(index).of(span_of(text, "the ministers"), "ministers")
    assert found == "three foreign ministers"


def test_an_organization_gets_its_fullest_earlier_phrase_in_small_letters_too() -> None:
    text = "The dairy workers' union met, and the union said no."
    found = FullerPhrases(make_index(text)).of(span_of(text, "the union"), "union")
    assert found == "dairy workers' union"


def test_a_phrase_over_small_words_is_no_fuller_one() -> None:
    text = "The letter to the ministers came. Then the ministers said no."
    assert FullerPhrases(make_index(text)).of(span_of(text, "the ministers", 1), "ministers") is None
