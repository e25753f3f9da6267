"""Answers to queries."""

from __future__ import annotations

from extract.quotes.speakers.resolution import again, nobody, spoken_by, together
from tests.marked_texts import make_index, span_of
from tests.quotes.speakers.turns import query, spoke

TEXT = "Ada Brunn and Jan Holt met Norvik Bank. It said no. “Never,” she said."
INDEX = make_index(TEXT, people=["Ada Brunn", "Jan Holt"], organizations=["Norvik Bank"])


def test_several_are_members_and_have_no_name_of_their_own() -> None:
    found = together(query(INDEX, "It"), INDEX.people, 0.9)
    assert (found.speaker.name, found.name, found.speaker.kind) == (None, None, "group")
    assert [(member.name, member.kind) for member in found.speaker.members] == [
        ("Ada Brunn", "person"),
        ("Jan Holt", "person"),
    ]


def test_an_organization_and_nobody_are_mentioned_by_the_source() -> None:
    asked = query(INDEX, "It")
    bank = spoken_by(asked, INDEX.organizations[0], 0.93)
    assert (bank.speaker.name, bank.name, bank.confidence) == ("Norvik Bank", INDEX.organizations[0], 0.93)
    unknown = nobody(asked, "ambiguous_pronoun", 0.3)
    assert (unknown.speaker.name, unknown.speaker.reason) == (None, "ambiguous_pronoun")
    assert bank.speaker.mention == unknown.speaker.mention == span_of(TEXT, "It")


def test_a_speaker_once_more_has_the_mention_of_the_query() -> None:
    earlier = spoke(INDEX, "Ada Brunn", "Never")
    found = again(query(INDEX, "she"), earlier, 0.6)
    assert (found.speaker.name, found.name) == ("Ada Brunn", INDEX.people[0])
    assert (found.speaker.mention, found.content) == (span_of(TEXT, "she"), span_of(TEXT, "no"))
