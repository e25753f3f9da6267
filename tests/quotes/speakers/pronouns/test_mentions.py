"""Where people are mentioned, and how."""

from __future__ import annotations

import pytest

from extract.quotes.speakers.pronouns.mentions import MentionChains, PersonMention
from tests.marked_texts import make_index, span_of

TEXT = "Ada Brunn spoke of Mira Okonjo. “He lied. He ran,” she said. Then Brunn’s friend left."


@pytest.fixture
def chains() -> MentionChains:
    return MentionChains(make_index(TEXT, people=["Ada Brunn", "Mira Okonjo", "Brunn"]))


def mention(chains: MentionChains, words: str, number: int = 0) -> PersonMention:
    return chains.describe(span_of(TEXT, words, number), pronoun=words in ("he", "she", "He"))


def test_a_name_before_its_verb_is_a_subject_and_behind_a_preposition_none(chains: MentionChains) -> None:
    assert mention(chains, "Ada Brunn").subject
    assert not mention(chains, "Mira Okonjo").subject


def test_the_first_person_of_a_sentence(chains: MentionChains) -> None:
    assert mention(chains, "Ada Brunn").first
    assert not mention(chains, "Mira Okonjo").first


def test_a_possessive_is_no_subject(chains: MentionChains) -> None:
    found = mention(chains, "Brunn", 1)
    assert (found.possessive, found.subject) == (True, False)


def test_what_stands_inside_quotation_marks_is_in_them(chains: MentionChains) -> None:
    assert mention(chains, "He").in_marks
    assert not mention(chains, "she").in_marks


def test_the_subject_of_a_verb_of_saying_is_a_source(chains: MentionChains) -> None:
    assert mention(chains, "she").source
    assert not mention(chains, "Ada Brunn").source


def test_sentences_wholly_inside_marks_are_no_narration(chains: MentionChains) -> None:
    assert mention(chains, "she").narrated - mention(chains, "Ada Brunn").narrated == 1


def test_a_pronoun_that_is_resolved_is_a_mention_of_its_person() -> None:
    index = make_index(TEXT, people=["Ada Brunn", "Mira Okonjo", "Brunn"])
    chains, brunn = MentionChains(index), index.people[0]
    chains.add(brunn, span_of(TEXT, "she"), pronoun=True)
    assert [p.span.of(TEXT) for p in chains.before(brunn, len(TEXT))] == ["Ada Brunn", "she", "Brunn"]
    assert [p.span.of(TEXT) for p in chains.before(brunn, TEXT.index("Then"))] == ["Ada Brunn", "she"]


def test_a_name_behind_its_description_is_a_subject() -> None:
    index = make_index("A trader, Ada Brunn, told us so.", people=["Ada Brunn"])
    [found] = MentionChains(index).before(index.people[0], len(index.text))
    assert found.subject
