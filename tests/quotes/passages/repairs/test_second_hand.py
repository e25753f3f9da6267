"""Words at second hand: whose they are."""

from __future__ import annotations

import pytest

from extract.pipeline.network.attribution import Attribution
from extract.quotes.passages.repairs.second_hand import with_quoted_sources
from tests.growth import assert_linear
from tests.marked_texts import make_attribution


def read(text: str, item: Attribution) -> tuple[list[str], list[str]]:
    """Source and contents."""
    [found] = with_quoted_sources(text, [item])
    return [span.of(text) for span in found.source], [span.of(text) for span in found.content]


def test_words_in_front_are_those_of_the_person_quoted() -> None:
    text = "The pier was unsafe, Karl Holm quoted Mira Okonjo as saying."
    item = make_attribution(
        text, "The pier was unsafe", "Mira Okonjo as saying", cue="quoted", source="Karl Holm"
    )
    assert read(text, item) == (["Mira Okonjo"], ["The pier was unsafe"])


def test_the_day_behind_saying_is_no_content() -> None:
    text = "“The pier is unsafe,” the Almsund Herald quoted Mira Okonjo as saying on Sunday."
    content = ("“The pier is unsafe,”", "Mira Okonjo as saying on Sunday")
    item = make_attribution(text, *content, cue="quoted", source="the Almsund Herald")
    assert read(text, item) == (["Mira Okonjo"], ["“The pier is unsafe,”"])


def test_a_passive_at_the_end_of_a_sentence_is_of_the_clause_in_front() -> None:
    text = "It rained. The pier was unsafe, Mira Okonjo was quoted by the Herald as saying."
    item = make_attribution(text, "Mira Okonjo", cue="was quoted", source="the Herald")
    assert read(text, item) == (["Mira Okonjo"], ["The pier was unsafe"])


@pytest.mark.parametrize("verb", ["has been cited", "has been widely quoted", "was cited"])
def test_who_has_been_cited_is_the_source(verb: str) -> None:
    text = f"Mira Okonjo {verb} in local media as claiming that the pier was unsafe."
    item = make_attribution(text, "Mira Okonjo", "as claiming that the pier was unsafe", cue=verb)
    assert read(text, item) == (["Mira Okonjo"], ["the pier was unsafe"])


def test_where_saying_is_the_cue_the_one_quoted_says_it() -> None:
    text = "The Almsund Herald quoted the mayor, Mira Okonjo, as saying: “The pier is unsafe.”"
    item = make_attribution(text, "“The pier is unsafe.”", cue="saying", source="The Almsund Herald")
    assert read(text, item) == (["the mayor, Mira Okonjo"], ["“The pier is unsafe.”"])


@pytest.mark.parametrize("agency", [" by the state agency", " on Monday by the state agency", ""])
def test_who_was_quoted_is_the_source(agency: str) -> None:
    text = f"Mira Okonjo was quoted{agency} as saying that the pier was unsafe."
    item = make_attribution(text, "as saying that the pier was unsafe", cue="was quoted")
    assert read(text, item) == (["Mira Okonjo"], ["the pier was unsafe"])


def test_a_subject_with_a_long_relative_clause_is_left_as_it_was_found() -> None:
    text = "An aide who saw the report of the board in May was quoted by the paper as saying it rained."
    item = make_attribution(text, "as saying it rained", cue="was quoted", source="the paper")
    assert with_quoted_sources(text, [item]) == [item]


def test_what_stands_behind_stays_the_agencys_too() -> None:
    text = "The agency quoted Mira Okonjo as saying that the pier was unsafe."
    item = make_attribution(
        text, "Mira Okonjo as saying that the pier was unsafe", cue="quoted", source="The agency"
    )
    assert with_quoted_sources(text, [item]) == [item]


@pytest.mark.slow
def test_takes_linear_time() -> None:
    assert_linear(lambda text: with_quoted_sources(text, []), "was quoted the man quoted ", 40_000)
    assert_linear(lambda text: with_quoted_sources(text, []), "She was quoted as saying ", 40_000)
