"""Speakers whom a pronoun stands for."""

from __future__ import annotations

import pytest

from extract.quotes.speakers.antecedents import antecedents_of
from extract.quotes.speakers.profiles import Profiles
from extract.quotes.speakers.resolvers.pronouns import (
    PersonPronoun,
    PluralPronoun,
    SpeechPronoun,
    ThingPronoun,
    vague_pronoun,
)
from tests.marked_texts import make_index, span_of
from tests.quotes.speakers.turns import PEOPLE, history, query, resolve, speaker


def test_a_pronoun_is_its_person() -> None:
    text = "Ada Brunn came. “No,” she said."
    found = speaker(text, ("she", "No"))
    assert (found.name, found.kind) == ("Ada Brunn", "person")
    assert found.mention == span_of(text, "she")


def test_a_pronoun_that_fits_nobody_has_a_reason() -> None:
    found = speaker("“No,” he said.", ("he", "No"))
    assert (found.name, found.reason) == (None, "ambiguous_pronoun")


def test_a_pronoun_behind_an_unnamed_speaker_is_that_speaker() -> None:
    text = "Jan Holt came. “No,” a senior official said. “Never,” he added."
    found = speaker(text, ("a senior official", "No"), ("he", "Never"))
    assert (found.name, found.kind) == ("a senior official", "person")


def test_a_spokeswoman_is_no_he() -> None:
    text = "A spokeswoman said it rains. He said no."
    assert speaker(text, ("A spokeswoman", "it rains"), ("He", "no")).reason == "ambiguous_pronoun"


def test_it_behind_a_body_without_a_name_is_that_body() -> None:
    text = "The union said it would strike. It said no."
    found = speaker(text, ("The union", "it would strike"), ("It", "no"))
    assert (found.name, found.kind) == ("union", "organization")


def test_it_is_the_organization_named_before() -> None:
    found = speaker("Norvik Bank grew. It said no.", ("It", "no"), quoted=False)
    assert (found.name, found.kind) == ("Norvik Bank", "organization")


def test_he_goes_on_with_whom_a_description_meant() -> None:
    text = (
        "Mayor Jan Holt came to the pier of the old harbour. It rained. Boats lay in mud. The sea was low. "
        "Bo Ek is a survivor of the flood. Ek danced in the rain. Ek gave a drum to the council and sang.\n\n"
        "The mayor said it was cold.\n\nHe also said no."
    )
    index = make_index(text, people=["Jan Holt", "Bo Ek", "Ek"])
    turns = [("The mayor", "it was cold"), ("He", "no.")]
    assert [found.speaker.name for found in resolve(index, turns, quoted=False)] == ["Jan Holt"] * 2


def test_they_are_the_group_that_spoke_last() -> None:
    text = "Two officials said yes. They said no."
    found = speaker(text, ("Two officials", "yes"), ("They", "no"), quoted=False)
    assert (found.name, found.kind) == ("Two officials", "group")


def test_they_without_a_group_have_a_reason() -> None:
    assert speaker("They said no.", ("They", "no"), quoted=False).reason == "ambiguous_pronoun"


def test_both_are_the_two_named_together() -> None:
    text = "Mr Jan Holt and Ms Mira Okonjo met. Both said they would pay."
    found = speaker(text, ("Both", "they would pay"), quoted=False)
    assert (found.full_name, found.kind) == ("Jan Holt and Mira Okonjo", "group")


@pytest.mark.parametrize("source", ["Some", "One", "I", "Many"])
def test_vague_words_are_unnamed_sources(source: str) -> None:
    found = speaker(f"{source} said no.", (source, "no"), quoted=False)
    assert (found.name, found.reason) == (None, "unnamed_source")


def test_they_are_the_two_who_spoke_together() -> None:
    text = "Ada Brunn and Jan Holt said yes. " + "It rained. " * 4 + "They said no."
    found = speaker(text, ("Ada Brunn and Jan Holt", "yes"), ("They", "no"), quoted=False)
    assert (found.full_name, found.kind) == ("Ada Brunn and Jan Holt", "group")


def test_i_in_the_words_of_somebody_is_that_one() -> None:
    index = make_index("Ada Brunn said: “Then I said no.”", people=PEOPLE)
    spoken = history(index, ("Ada Brunn", "Then I said no."))
    found = SpeechPronoun(spoken)(query(index, "I"))
    assert found is not None
    assert (found.speaker.name, found.speaker.mention) == ("Ada Brunn", span_of(index.text, "I"))
    assert SpeechPronoun(history(index))(query(index, "I")) is None


@pytest.mark.parametrize("source", ["Ada Brunn", "the harbour"])
def test_what_is_no_pronoun_is_left_to_others(source: str) -> None:
    index = make_index(f"Yesterday {source} said no.", people=PEOPLE)
    antecedents = antecedents_of(index)
    profiles = Profiles(index, antecedents.organizations)
    asked = query(index, source)
    for resolver in (
        PersonPronoun(index, antecedents.pronouns, antecedents.history, profiles),
        ThingPronoun(index, antecedents.organizations, antecedents.history),
        PluralPronoun(index, antecedents.groups, antecedents.history),
        SpeechPronoun(antecedents.history),
        vague_pronoun,
    ):
        assert resolver(asked) is None
