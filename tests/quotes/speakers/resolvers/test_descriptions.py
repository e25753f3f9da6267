"""Speakers whom a definite description stands for."""

from __future__ import annotations

import pytest

from extract.quotes.speakers.antecedents import antecedents_of
from extract.quotes.speakers.profiles import Profiles
from extract.quotes.speakers.resolvers.descriptions import OrganizationDescription, PersonDescription
from tests.marked_texts import make_index
from tests.quotes.speakers.turns import ORGANIZATIONS, PEOPLE, query, speaker


def test_the_bank_is_the_bank_named_before() -> None:
    text = "Norvik Bank met Halvorsen Foods. The bank said no."
    found = speaker(text, ("The bank", "no"), quoted=False)
    assert (found.name, found.kind) == ("Norvik Bank", "organization")


@pytest.mark.parametrize("source", ["The competition watchdog", "The rival bank", "The trade ministry"])
def test_a_modifier_that_the_article_ties_to_no_organization_forbids_the_link(source: str) -> None:
    text = f"Norvik Bank said it would appeal. {source} said no."
    found = speaker(text, ("Norvik Bank", "it would appeal"), (source, "no"), quoted=False)
    assert found.name == source.removeprefix("The ")


def test_an_organization_that_the_article_calls_a_developer_is_the_developer() -> None:
    text = "Halvorsen Foods, a developer based in Hull, met Ada Brunn. The developer said no."
    found = speaker(text, ("The developer", "no"), quoted=False)
    assert (found.name, found.kind) == ("Halvorsen Foods", "organization")


def test_a_bank_is_a_company() -> None:
    text = "Norvik Bank grew. The company said no."
    assert speaker(text, ("The company", "no"), quoted=False).name == "Norvik Bank"


def test_the_minister_is_the_one_called_so() -> None:
    text = "Finance Minister Ada Brunn met Jan Holt. The minister said no."
    assert speaker(text, ("The minister", "no"), quoted=False).name == "Ada Brunn"


def test_the_ministry_is_no_bank() -> None:
    text = "Norvik Bank fell. The ministry said it would pay."
    assert speaker(text, ("The ministry", "it would pay"), quoted=False).name == "ministry"


def test_the_judge_is_none_of_several_who_have_another_role() -> None:
    text = (
        "Jan Holt, a diver, sued Ada Brunn, a surgeon, and Mira Okonjo, a nurse. “No,” said Brunn. "
        "Okonjo left. Jan Holt wept. The judge told them that “it was late”."
    )
    found = speaker(text, ("Brunn", "No"), ("The judge", "it was late"))
    assert (found.name, found.reason) == ("judge", "unnamed_source")


def test_the_broker_is_the_only_one_who_spoke() -> None:
    text = "“No,” said Ada Brunn, who lives in Selby. It rained. “It was late,” the broker added."
    found = speaker(text, ("Ada Brunn, who lives in Selby", "No"), ("the broker", "It was late"))
    assert found.name == "Ada Brunn"


def test_the_official_may_be() -> None:
    text = "“No,” said Ada Brunn, a deputy minister. “It was late,” the official added."
    found = speaker(text, ("Ada Brunn, a deputy minister", "No"), ("the official", "It was late"))
    assert found.name == "Ada Brunn"


@pytest.mark.parametrize("source", ["A minister", "The ministers", "The minister’s bank"])
def test_only_one_who_is_known_is_a_person_described(source: str) -> None:
    index = make_index(f"Finance Minister Ada Brunn came. {source} said no.", people=PEOPLE)
    antecedents = antecedents_of(index)
    profiles = Profiles(index, antecedents.organizations)
    person = PersonDescription(
        index, antecedents.descriptions, antecedents.pronouns, antecedents.organizations, profiles
    )
    assert person(query(index, source)) is None


@pytest.mark.parametrize("source", ["A bank", "The banks", "The bank of the river", "The banker"])
def test_only_a_short_definite_phrase_is_an_organization_described(source: str) -> None:
    index = make_index(f"Norvik Bank grew. {source} said no.", organizations=ORGANIZATIONS)
    antecedents = antecedents_of(index)
    organization = OrganizationDescription(
        antecedents.organizations, Profiles(index, antecedents.organizations)
    )
    assert organization(query(index, source)) is None
