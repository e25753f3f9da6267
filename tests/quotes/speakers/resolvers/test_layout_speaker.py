"""Speakers whom the layout names."""

from __future__ import annotations

import pytest

from extract.quotes.speakers.antecedents import antecedents_of
from extract.quotes.speakers.profiles import Profiles
from extract.quotes.speakers.resolve import SpeakerResolver
from extract.quotes.speakers.resolvers.layout_speaker import LayoutSpeaker, UnnamedLabel
from tests.marked_texts import make_index, span_of
from tests.quotes.speakers.turns import ORGANIZATIONS, PEOPLE, passage, query


def test_a_speaker_that_the_layout_tells_needs_no_source() -> None:
    text = "Ada Brunn, head of the Harbour Council, met us.\n\nIt is safe."
    index = make_index(text, people=PEOPLE, organizations=ORGANIZATIONS)
    content = span_of(text, "It is safe")
    resolver = SpeakerResolver(index, antecedents_of(index))
    found = resolver.resolve(passage(content, speaker="Ada Brunn"), content, "direct").speaker
    assert (found.name, found.kind, found.mention) == ("Ada Brunn", "person", None)
    assert found.title is not None
    assert found.title.of(text) == "head of the Harbour Council"


@pytest.mark.parametrize(
    ("behind", "kind"), [("It rained.", "person"), ("NORVIK sells cakes.", "organization")]
)
def test_a_label_that_no_other_mention_makes_an_organization_is_a_person(behind: str, kind: str) -> None:
    text = f"NORVIK: I will not.\n\n{behind}"
    index = make_index(text, organizations=["NORVIK"])
    content = span_of(text, "I will not")
    turn = passage(content, source=span_of(text, "NORVIK"), speaker="NORVIK")
    found = SpeakerResolver(index, antecedents_of(index)).resolve(turn, content, "direct")
    assert found.speaker.kind == kind


def test_a_passage_that_the_layout_does_not_tell_is_left_to_others() -> None:
    index = make_index("Ada Brunn said no.", people=PEOPLE)
    profiles = Profiles(index, antecedents_of(index).organizations)
    assert LayoutSpeaker(index, profiles)(query(index, "Ada Brunn")) is None


@pytest.mark.parametrize(
    ("label", "reason"), [("Q:", "unnamed_source"), ("ANSWER", "unnamed_source"), ("Quiz", None)]
)
def test_a_label_without_a_name_names_nobody(label: str, reason: str | None) -> None:
    index = make_index(f"{label} It is a no.")
    found = UnnamedLabel(index)(query(index, label))
    assert (found.speaker.reason if found else None) == reason
