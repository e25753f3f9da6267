"""Whom a pronoun or a description refers back to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pytest

from extract.quotes.article_index import ArticleIndex
from extract.quotes.entities.names import Name
from extract.quotes.speakers.antecedents import Antecedents, Reference
from extract.quotes.speakers.gender import Gender
from extract.spans import CharSpan
from tests.scenes import make_index, span_of


@dataclass(frozen=True)
class Spoke:
    """An earlier speaker."""

    name: Name | None
    content: CharSpan


def spoke(index: ArticleIndex, canonical: str, content: str) -> Spoke:
    names = (*index.people, *index.organizations)
    return Spoke(next(name for name in names if name.canonical == canonical), span_of(index.text, content))


def called(reference: Reference | None) -> str | None:
    return None if reference is None else reference.name.canonical


def who(
    text: str, word: str, people: Sequence[str], gender: Gender, past: Sequence[tuple[str, str]] = ()
) -> str | None:
    index = make_index(text, people=people)
    earlier = [spoke(index, name, content) for name, content in past]
    return called(Antecedents(index).person(span_of(text, word), earlier, gender))


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
    assert called(Antecedents(index).person(span_of(text, "she"), [], "female")) == "Ada Brunn"


def test_who_is_only_named_in_the_words_of_others_does_not_speak_next() -> None:
    text = "The council met. “Its head, Mr Jan Holt, has denied it,” he said."
    quoted = "Its head, Mr Jan Holt, has denied it"
    index = make_index(text, people=["Mr Jan Holt"], quoted=[quoted])
    assert called(Antecedents(index).person(span_of(text, "he"), [], "male")) is None
    told = text.replace("The council met.", "Mr Jan Holt met the council.")
    index = make_index(told, people=["Mr Jan Holt"], quoted=[quoted])
    assert called(Antecedents(index).person(span_of(told, "he"), [], "male")) == "Jan Holt"


def test_a_pronoun_does_not_reach_back_for_ever() -> None:
    text = "Ada Brunn spoke. " + "It rained. " * 20 + "Then she left."
    assert who(text, "she", ["Ada Brunn"], "female") is None


def test_one_candidate_is_surer_than_two() -> None:
    alone = make_index(one := "Ada Brunn left. Then she spoke.", people=["Ada Brunn"])
    both = make_index(
        two := "Ada Brunn met Mira Okonjo. Then she spoke.", people=["Ada Brunn", "Mira Okonjo"]
    )
    sure = Antecedents(alone).person(span_of(one, "she"), [], "female")
    unsure = Antecedents(both).person(span_of(two, "she"), [], "female")
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
    found = Antecedents(index).person(span_of(text, "He"), [], "male")
    assert called(found) != person


def test_what_the_pronouns_say_of_someone_goes_before_a_first_name() -> None:
    text = "Robin Lie smiled at her guests. She spoke. Then she left."
    assert who(text, "she", ["Robin Lie"], "female") == "Robin Lie"


def test_a_pronoun_that_means_another_tells_nothing_of_who_was_named_before_it() -> None:
    text = "Mrs Brunn met Holt. She smiled at Holt. Yesterday he spoke."
    assert who(text, "he", ["Mrs Brunn", "Holt"], "male") == "Holt"


def description(
    text: str, mention: str, people: Sequence[str], past: Sequence[tuple[str, str]] = ()
) -> str | None:
    index = make_index(text, people=people)
    earlier = [spoke(index, name, content) for name, content in past]
    words = mention.split()[1:]
    found = Antecedents(index).descriptions.meant(
        span_of(text, mention), earlier, words[-1], words[:-1], {}, owned=False
    )
    return called(found)


def test_a_description_that_says_of_what_means_nobody_whose_title_does_not() -> None:
    text = "President Ada Brunn met Jan Holt. Then the president of the union left."
    index = make_index(text, people=["Ada Brunn", "Jan Holt"])
    mention = span_of(text, "the president of the union")
    found = Antecedents(index).descriptions.meant(mention, [], "president", ["union"], {}, owned=True)
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
    antecedents = Antecedents(index)

    def meant(mention: str, head: str) -> str | None:
        return called(antecedents.descriptions.meant(span_of(text, mention), [], head, [], {}, owned=False))

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


def organization(
    text: str, mention: str, organizations: Sequence[str], head: str | None = None
) -> str | None:
    index = make_index(text, organizations=organizations)
    return called(Antecedents(index).organization(span_of(text, mention), [], head))


def test_it_means_the_organization_named_last() -> None:
    text = "Norvik Bank bought Halvorsen Foods last year. It grew."
    assert organization(text, "It", ["Norvik Bank"]) == "Norvik Bank"


def test_a_noun_means_the_organization_that_has_it_in_its_name() -> None:
    text = "Norvik Bank sued Halvorsen Foods. Then the bank won."
    assert organization(text, "the bank", ["Norvik Bank", "Halvorsen Foods"], "bank") == "Norvik Bank"


def test_a_noun_does_not_mean_what_is_plainly_something_else() -> None:
    text = "Norvik bought it. The Ostburg Ministry agreed. Then the bank won."
    assert organization(text, "the bank", ["Norvik", "Ostburg Ministry"], "bank") == "Norvik"


def test_an_organization_far_back_is_not_meant() -> None:
    text = "Norvik Bank grew. " + "It rained. " * 8 + "Then the agency won."
    assert organization(text, "the agency", ["Norvik Bank"], "agency") is None


def test_a_firm_is_no_center() -> None:
    text = "Halvorsen grew. The Center for Digital Play met. Now the firm is rich."
    bodies = ["Halvorsen", "Center for Digital Play"]
    assert organization(text, "the firm", bodies, "firm") == "Halvorsen"


def test_an_organization_that_cannot_be_meant_is_not() -> None:
    text = "Halvorsen grew. Norvik met. Now the company is rich."
    index = make_index(text, organizations=["Halvorsen", "Norvik"])
    apart = [name for name in index.organizations if name.canonical == "Norvik"]
    found = Antecedents(index).organization(span_of(text, "the company"), [], "company", apart=apart)
    assert called(found) == "Halvorsen"


def test_a_description_is_the_organization_that_explains_it() -> None:
    text = "The regulator, the Office for Networks, said so. The union, Norvik said, is ill."
    index = make_index(text, organizations=["Office for Networks", "Norvik"])
    antecedents = Antecedents(index)
    apposed = antecedents.apposed(span_of(text, "The regulator"))
    assert apposed is not None
    assert apposed.canonical == "Office for Networks"
    assert antecedents.apposed(span_of(text, "The union")) is None
