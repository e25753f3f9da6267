"""Introductions: the sentence beside a quotation that names its speaker without a verb of saying."""

from __future__ import annotations

import pytest

from extract.lexicon.reactions import brings_in_another
from extract.quotes.article_index import ArticleIndex
from extract.quotes.speakers.antecedents import antecedents_of
from extract.quotes.speakers.introductions import Introductions
from tests.marked_texts import make_index, span_of

PEOPLE = ("Ada Brunn", "Jan Holt")
QUOTED = "The piles are rotten"


def introductions(index: ArticleIndex) -> Introductions:
    antecedents = antecedents_of(index)
    return Introductions(index, antecedents.pronouns, antecedents.history)


def in_front(text: str, *, known: bool = True) -> str | None:
    index = make_index(text, people=PEOPLE, quoted=[QUOTED])
    found = introductions(index).in_front(span_of(text, QUOTED), known=known)
    return found.canonical if found else None


def behind(text: str) -> str | None:
    index = make_index(text, people=PEOPLE, quoted=[QUOTED])
    found = introductions(index).behind(span_of(text, QUOTED))
    return found.canonical if found else None


@pytest.mark.parametrize(
    "sentence",
    [
        "Jan Holt disagreed.",
        "But Jan Holt, a diver, was blunt.",
        "The union’s spokesman, Jan Holt, had a different view.",
        "Her rival, Jan Holt, was less sure.",
        "Asked about the pier, Mr. Jan Holt laughed.",
        "Harbour Master Jan Holt put it simply:",
        "Jan Holt slowly shook his head.",
    ],
)
def test_whoever_reacts_in_the_sentence_before_a_quotation_speaks(sentence: str) -> None:
    assert in_front(f"Ada Brunn sighed.\n\n{sentence} “The piles are rotten.”") == "Jan Holt"


@pytest.mark.parametrize(
    "sentence",
    [
        "Jan Holt’s office was blunt.",
        "With Jan Holt the board disagreed.",
        "Jan Holt bought the pier in 1990.",
        "Jan Holt disagreed. It rained.",
        "Jan Holt disagreed with",
    ],
)
def test_not_who_does_something_else_or_is_not_the_subject(sentence: str) -> None:
    assert in_front(f"{sentence} “The piles are rotten.”") is None


def test_the_sentence_may_end_the_paragraph_before() -> None:
    text = "Ada Brunn left. Jan Holt disagreed.\n\n“The piles are rotten.”"
    assert in_front(text) == "Jan Holt"
    assert in_front("Jan Holt bought the pier.\n\n“The piles are rotten.”", known=False) is None


def test_where_nobody_was_quoted_before_the_only_person_of_the_sentence_is_enough() -> None:
    assert (
        in_front("Jan Holt has run the pier since 1990. “The piles are rotten.”", known=False) == "Jan Holt"
    )
    text = "Jan Holt has run the pier with Ada Brunn since 1990. “The piles are rotten.”"
    assert in_front(text, known=False) is None


def test_a_quotation_alone_is_of_whom_the_next_paragraph_brings_in() -> None:
    assert behind("“The piles are rotten.”\n\nJan Holt, a diver, looked at the sea.") == "Jan Holt"


def test_not_of_whom_the_article_named_before_or_who_is_no_subject() -> None:
    assert behind("Jan Holt dives.\n\n“The piles are rotten.”\n\nJan Holt looked at the sea.") is None
    assert behind("“The piles are rotten.”\n\nOn the pier of Jan Holt nobody looked up.") is None
    assert behind("It rained. “The piles are rotten.”\n\nJan Holt, a diver, looked at the sea.") is None


@pytest.mark.parametrize(
    ("between", "source", "other"),
    [
        (" Ada Brunn said. Jan Holt disagreed. “", "Ada Brunn", True),
        (" she said. Jan Holt disagreed. “", "she", True),
        (" Ada Brunn said. Brunn laughed. “", "Ada Brunn", False),
        (" she said. Brunn laughed. “", "she", False),
        (" she said. She shrugged. “", "she", False),
        (" Ada Brunn said. Jan Holt was there. “", "Ada Brunn", False),
    ],
)
def test_a_reaction_between_two_quotations_brings_in_another(between: str, source: str, other: bool) -> None:
    assert brings_in_another(between, source) is other
