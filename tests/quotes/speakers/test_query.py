"""Queries for the speaker of a quote."""

from __future__ import annotations

import pytest

from tests.marked_texts import make_index, span_of
from tests.quotes.speakers.turns import query


def test_the_source_is_taken_apart_once() -> None:
    text = "The three senior officials of the Harbour Board, who met in town, said no."
    source = text.removesuffix(", said no.")
    asked = query(make_index(text), source)
    assert asked.mention == span_of(text, source)
    assert asked.phrase.of(text) == "The three senior officials of the Harbour Board"
    assert asked.head_words == ("The", "three", "senior", "officials")
    assert (asked.head, asked.complement, asked.definite) == ("officials", "the Harbour Board", True)
    assert asked.pronoun is None


@pytest.mark.parametrize(
    ("source", "pronoun"), [("She", "she"), ("Personally I", "i"), ("A man I", "i"), ("a judge", None)]
)
def test_a_pronoun_stands_alone_but_for_the_first_person(source: str, pronoun: str | None) -> None:
    assert query(make_index(f"{source} said no."), source).pronoun == pronoun


@pytest.mark.parametrize("source", [None, "–"])
def test_without_words_there_is_no_source(source: str | None) -> None:
    asked = query(make_index("“no” – that was it."), source)
    assert (asked.mention, asked.words, asked.head, asked.definite) == (None, (), "", False)


@pytest.mark.parametrize("source", ["This plan", "that plan", "The plan"])
def test_a_demonstrative_is_definite(source: str) -> None:
    assert query(make_index(f"{source} said no."), source).definite
    assert not query(make_index("A plan said no."), "A plan").definite
