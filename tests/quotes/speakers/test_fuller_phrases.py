"""Fuller phrases of a description."""

from __future__ import annotations

from extract.quotes.speakers.fuller_phrases import FullerPhrases
from tests.marked_texts import make_index, span_of


def test_a_group_gets_its_fullest_earlier_phrase() -> None:
    text = "The three foreign ministers met. Later the ministers said no."
    index = make_index(text)
    found = FullerPhrases(index).of(span_of(text, "the ministers"), "ministers", proper=False)
    assert found == "three foreign ministers"


def test_an_organization_gets_one_with_a_name_in_it() -> None:
    text = "The new Norvik government met, and the old government left. Later the government said no."
    index = make_index(text)
    found = FullerPhrases(index).of(span_of(text, "the government"), "government", proper=True)
    assert found == "new Norvik government"


def test_a_phrase_over_small_words_is_no_fuller_one() -> None:
    text = "The letter to the ministers came. Then the ministers said no."
    assert (
        FullerPhrases(make_index(text)).of(span_of(text, "the ministers", 1), "ministers", proper=False)
        is None
    )
