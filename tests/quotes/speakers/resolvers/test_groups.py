"""Speakers who are several and named together elsewhere."""

from __future__ import annotations

import pytest

from extract.quotes.speakers.groups import GroupMentions
from extract.quotes.speakers.resolvers.groups import GroupDescription
from tests.marked_texts import make_index
from tests.quotes.speakers.turns import ORGANIZATIONS, PEOPLE, query


@pytest.mark.parametrize(
    ("text", "source", "names"),
    [
        ("Ada Brunn and Jan Holt met. The couple said no.", "The couple", "Ada Brunn and Jan Holt"),
        ("Ada Brunn and Jan Holt met. Both ministers said no.", "Both ministers", "Ada Brunn and Jan Holt"),
        (
            "Norvik Bank and Halvorsen Foods merged. The two companies said no.",
            "The two companies",
            "Norvik Bank and Halvorsen Foods",
        ),
        ("Ada Brunn and Jan Holt met. The ministers said no.", "The ministers", None),
        ("Ada Brunn met Jan Holt. Both ministers said no.", "Both ministers", None),
        ("Ada Brunn and Jan Holt met. Two boats said no.", "Two boats", None),
    ],
)
def test_a_description_of_several_is_who_was_named_together(
    text: str, source: str, names: str | None
) -> None:
    index = make_index(text, people=PEOPLE, organizations=ORGANIZATIONS)
    found = GroupDescription(GroupMentions(index))(query(index, source))
    assert (found.speaker.full_name if found else None) == names
