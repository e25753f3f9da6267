"""Whom a description of a person refers back to."""

from __future__ import annotations

from collections.abc import Sequence

from extract.quotes.article_index import ArticleIndex
from extract.quotes.speakers.descriptions import PersonDescriptions
from extract.quotes.speakers.gender import Genders
from tests.marked_texts import make_index, span_of
from tests.quotes.speakers.turns import called, history, spoke


def descriptions(index: ArticleIndex, *past: tuple[str, str]) -> PersonDescriptions:
    """Of an article in which these (name, content) were resolved before."""
    return PersonDescriptions(index, Genders(index), history(index, *past))


def description(
    text: str, mention: str, people: Sequence[str], past: Sequence[tuple[str, str]] = ()
) -> str | None:
    index = make_index(text, people=people)
    words = mention.split()[1:]
    known = descriptions(index, *past)
    return called(known.meant(span_of(text, mention), words[-1], words[:-1], owned=False))


def test_a_description_that_says_of_what_means_nobody_whose_title_does_not() -> None:
    text = "President Ada Brunn met Jan Holt. Then the president of the union left."
    index = make_index(text, people=["Ada Brunn", "Jan Holt"])
    mention = span_of(text, "the president of the union")
    found = descriptions(index).meant(mention, "president", ["union"], owned=True)
    assert found is None


def test_a_description_means_the_one_called_so() -> None:
    text = "Finance Minister Ada Brunn met Jan Holt. Then the minister left."
    assert description(text, "the minister", ["Ada Brunn", "Jan Holt"]) == "Ada Brunn"


def test_its_modifiers_tell_two_ministers_apart() -> None:
    text = "Finance Minister Ada Brunn met Health Minister Jan Holt. Then the finance minister left."
    assert description(text, "the finance minister", ["Ada Brunn", "Jan Holt"]) == "Ada Brunn"


def test_a_kindred_title_will_do() -> None:
    text = "Ambassador Ada Brunn met Jan Holt. Then the diplomat left."
    assert description(text, "the diplomat", ["Ada Brunn", "Jan Holt"]) == "Ada Brunn"


def test_a_description_nobody_is_called_by_means_the_speaker_of_the_passage() -> None:
    text = "Ada Brunn met Jan Holt. “No,” Holt said. Then the politician left."
    assert (
        description(text, "the politician", ["Ada Brunn", "Jan Holt", "Holt"], [("Jan Holt", "No")])
        == "Jan Holt"
    )


def test_an_age_is_that_of_the_one_whose_age_is_told() -> None:
    text = "Ada Brunn, 45, met Jan Holt, 61. “No,” Holt said. Then the 45-year-old left."
    assert (
        description(text, "the 45-year-old", ["Ada Brunn", "Jan Holt", "Holt"], [("Jan Holt", "No")])
        == "Ada Brunn"
    )


def test_a_name_at_the_end_of_a_phrase_is_called_so() -> None:
    text = "They mourned their nine-month-old child, Ada. Jan Holt came. Then the baby was buried."
    assert description(text, "the baby", ["Ada", "Jan Holt"]) == "Ada"


def test_family_and_origin_are_those_of_the_speaker_or_the_only_one_named() -> None:
    text = "Ada Brunn, a coach, was glad. The Italian spoke. The mum-of-three spoke. The grandmother spoke."
    index = make_index(text, people=["Ada Brunn"], places=["Italian"])
    known = descriptions(index)

    def meant(mention: str, head: str) -> str | None:
        return called(known.meant(span_of(text, mention), head, [], owned=False))

    assert meant("The Italian", "italian") == "Ada Brunn"
    assert meant("The mum-of-three", "mum-of-three") == "Ada Brunn"
    assert meant("The grandmother", "grandmother") == "Ada Brunn"


def test_the_prime_minister_is_no_other_minister() -> None:
    text = "Education Minister Ada Brunn spoke. “No,” Brunn said. Then the prime minister left."
    assert description(text, "the prime minister", ["Ada Brunn", "Brunn"], [("Ada Brunn", "No")]) is None


def test_the_president_is_no_vice_president() -> None:
    text = "President Ada Brunn met Vice President Jan Holt. Then the president left."
    assert description(text, "the president", ["Ada Brunn", "Jan Holt"]) == "Ada Brunn"


def test_and_nobody_where_nobody_spoke() -> None:
    assert description("Ada Brunn met us. Then the politician left.", "the politician", ["Ada Brunn"]) is None


def test_a_description_of_the_other_gender_is_not_the_speaker() -> None:
    text = "Mr Holt met us. “No,” he said. Then the spokeswoman left."
    assert description(text, "the spokeswoman", ["Mr Holt"], [("Holt", "No")]) is None


def test_a_description_means_whom_it_meant_before() -> None:
    text = (
        "Ada Brunn met Jan Holt. “No,” she said. The politician left. “Yes,” Holt said. The politician sat."
    )
    index = make_index(text, people=["Ada Brunn", "Brunn", "Jan Holt", "Holt"])
    past = history(index, ("Ada Brunn", "No"))
    known = PersonDescriptions(index, Genders(index), past)
    assert called(known.meant(span_of(text, "The politician"), "politician", [], owned=False)) == "Ada Brunn"
    past.add(spoke(index, "Jan Holt", "Yes"))
    again = known.meant(span_of(text, "The politician", 1), "politician", [], owned=False)
    assert called(again) == "Ada Brunn"
