"""The search for words of a set in a text."""

from __future__ import annotations

from extract.lexicon.word_search import has_word, words_among

TEXT = "Holt said so. Brunn re-emphasised what SHE had said."


def test_words_are_found_in_order_and_in_any_case() -> None:
    found = [word[0] for word in words_among({"said", "she", "re-emphasised"}, TEXT)]
    assert found == ["said", "re-emphasised", "SHE", "said"]


def test_parts_of_words_are_no_words() -> None:
    assert not has_word({"aid", "emphasised"}, TEXT)


def test_only_the_given_stretch_is_searched() -> None:
    assert [word.start() for word in words_among({"said"}, TEXT, start=10)] == [TEXT.rindex("said")]
    assert not has_word({"said"}, TEXT, 10, 40)
