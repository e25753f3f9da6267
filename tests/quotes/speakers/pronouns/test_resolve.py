"""Whom a pronoun refers back to."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from extract.quotes.article_index import ArticleIndex
from extract.quotes.entities.names import Gender
from extract.quotes.speakers.gender import Genders
from extract.quotes.speakers.pronouns.resolve import PersonPronouns
from tests.marked_texts import make_index, span_of
from tests.quotes.speakers.turns import called, history


def pronouns(index: ArticleIndex, *past: tuple[str, str]) -> PersonPronouns:
    """Of an article in which these (name, content) were resolved before."""
    return PersonPronouns(index, Genders(index), history(index, *past))


def who(
    text: str, word: str, people: Sequence[str], gender: Gender, past: Sequence[tuple[str, str]] = ()
) -> str | None:
    index = make_index(text, people=people)
    return called(pronouns(index, *past).meant(span_of(text, word), gender))


def test_a_pronoun_means_the_one_named_last() -> None:
    assert who(
        "Ada Brunn left. Mira Okonjo came. Then she spoke.", "she", ["Ada Brunn", "Mira Okonjo"], "female"
    ) == ("Mira Okonjo")


def test_a_pronoun_does_not_mean_one_of_the_other_gender() -> None:
    text = "Mrs Brunn left. Mr Holt came. Then she spoke."
    assert who(text, "she", ["Mrs Brunn", "Mr Holt"], "female") == "Brunn"


def test_nobody_fits_where_only_the_other_gender_is_named() -> None:
    assert who("Mr Holt came. Then she spoke.", "she", ["Mr Holt"], "female") is None


def test_nobody_is_meant_before_anybody_is_named() -> None:
    assert who("Then she spoke. Ada Brunn left.", "she", ["Ada Brunn"], "female") is None


def test_the_speaker_of_the_passage_goes_before_one_just_named() -> None:
    text = "“No,” Ada Brunn said of Mira Okonjo. “Never,” she added."
    assert who(text, "she", ["Ada Brunn", "Mira Okonjo"], "female", [("Ada Brunn", "No")]) == "Ada Brunn"


def test_names_in_the_mouth_of_others_come_last() -> None:
    text = "Ada Brunn spoke. “Mira Okonjo lied. It is a shame,” she said."
    index = make_index(text, people=["Ada Brunn", "Mira Okonjo"], quoted=["Mira Okonjo lied. It is a shame"])
    assert called(pronouns(index).meant(span_of(text, "she"), "female")) == "Ada Brunn"


def test_who_is_only_named_in_the_words_of_others_does_not_speak_next() -> None:
    text = "The council met. “Its head, Mr Jan Holt, has denied it,” he said."
    quoted = "Its head, Mr Jan Holt, has denied it"
    index = make_index(text, people=["Mr Jan Holt"], quoted=[quoted])
    assert called(pronouns(index).meant(span_of(text, "he"), "male")) is None
    told = text.replace("The council met.", "Mr Jan Holt met the council.")
    index = make_index(told, people=["Mr Jan Holt"], quoted=[quoted])
    assert called(pronouns(index).meant(span_of(told, "he"), "male")) == "Jan Holt"


def test_a_pronoun_does_not_reach_back_for_ever() -> None:
    text = "Ada Brunn spoke. " + "It rained. " * 20 + "Then she left."
    assert who(text, "she", ["Ada Brunn"], "female") is None


def test_one_candidate_is_surer_than_two() -> None:
    alone = make_index(one := "Ada Brunn left. Then she spoke.", people=["Ada Brunn"])
    both = make_index(
        two := "Ada Brunn met Mira Okonjo. Then she spoke.", people=["Ada Brunn", "Mira Okonjo"]
    )
    sure = pronouns(alone).meant(span_of(one, "she"), "female")
    unsure = pronouns(both).meant(span_of(two, "she"), "female")
    assert sure is not None
    assert unsure is not None
    assert unsure.confidence < sure.confidence <= 0.95


def test_who_speaks_of_another_says_he_and_not_of_himself() -> None:
    text = "Jan Holt came. “He is late,” Per Moen said."
    earlier = [("Per Moen", "He is late")]
    assert who(text, "He", ["Jan Holt", "Per Moen"], "male", earlier) == "Jan Holt"


def test_a_pronoun_that_may_well_mean_someone_without_a_name_is_left_open() -> None:
    text = "Ada Brunn lives in Ostervik. A nurse went to court. Yesterday she won."
    assert who(text, "she", ["Ada Brunn"], "female") is None


def test_first_names_tell_two_people_apart() -> None:
    text = "Anna Brunn met Peter Holt. Then she spoke."
    assert who(text, "she", ["Anna Brunn", "Peter Holt"], "female") == "Anna Brunn"


def test_a_pronoun_goes_on_with_the_one_before_it() -> None:
    text = "Ada Brunn spoke. She smiled at Mira Okonjo. She thanked Tove Lie. At noon she left."
    assert who(text, "she", ["Ada Brunn", "Mira Okonjo", "Tove Lie"], "female") == "Ada Brunn"


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Anna Brunn met Peter Holt on Monday. She wrote it down. He said no.", "Anna Brunn"),
        ("Moen smiled at her guests. She spoke. She waved. She sat down. He said no.", "Moen"),
        ("Anna Brunn spoke. He said no.", "Anna Brunn"),
        ("Moen spoke to a friend of his sister Brunn. He said no.", "Brunn"),
        ("Robin Lie, a businesswoman, spoke. He said no.", "Robin Lie"),
    ],
)
def test_he_is_nobody_whom_the_text_shows_to_be_a_woman(text: str, person: str) -> None:
    index = make_index(text, people=["Anna Brunn", "Peter Holt", "Moen", "Brunn", "Robin Lie"])
    found = pronouns(index).meant(span_of(text, "He"), "male")
    assert called(found) != person


def test_what_the_pronouns_say_of_someone_goes_before_a_first_name() -> None:
    text = "Robin Lie smiled at her guests. She spoke. Then she left."
    assert who(text, "she", ["Robin Lie"], "female") == "Robin Lie"


def test_a_pronoun_that_means_another_tells_nothing_of_who_was_named_before_it() -> None:
    text = "Mrs Brunn met Holt. She smiled at Holt. Yesterday he spoke."
    assert who(text, "he", ["Mrs Brunn", "Holt"], "male") == "Holt"
