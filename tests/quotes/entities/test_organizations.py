"""The names of organizations inside what is labelled as one."""

from __future__ import annotations

import pytest

from extract.layout.spans import CharSpan
from extract.quotes.entities.organizations import organization_mentions


@pytest.mark.parametrize(
    ("labelled", "name"),
    [
        ("Norvik Bank greengrocer", "Norvik Bank"),
        ("the Norvik Bank motorist", "Norvik Bank"),
        ("Norvik publisher", "Norvik publisher"),
        ("Norvik Bank", "Norvik Bank"),
    ],
)
def test_a_role_behind_the_name_is_no_part_of_it(labelled: str, name: str) -> None:
    (mention,) = organization_mentions(labelled, CharSpan(0, len(labelled)))
    assert mention.span.of(labelled) == name
