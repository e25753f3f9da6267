"""Several together: "the couple", "both", "the two ministers"."""

from __future__ import annotations

import pytest

from extract.quotes.speakers.groups import GroupMentions, number_of
from tests.marked_texts import make_index, span_of

PEOPLE = ("Ada Brunn", "Jan Holt", "Bo Ek")


def people(text: str, mention: str) -> list[str]:
    index = make_index(text, people=PEOPLE)
    group = GroupMentions(index).people(span_of(text, mention), mention.lower().split())
    return [name.canonical for name in group.names] if group else []


@pytest.mark.parametrize(
    ("text", "mention", "names"),
    [
        ("Mr Jan Holt and Ms Ada Brunn met. Both said no.", "Both", ["Jan Holt", "Ada Brunn"]),
        ("Jan Holt, the mayor, and Ada Brunn met. They said no.", "They", ["Jan Holt", "Ada Brunn"]),
        (
            "Ada Brunn, Jan Holt and Bo Ek met. The three said no.",
            "The three",
            ["Ada Brunn", "Jan Holt", "Bo Ek"],
        ),
        ("Ada Brunn, Jan Holt and Bo Ek met. The two said no.", "The two", []),
        ("Ada Brunn met Jan Holt. They said no.", "They", []),
        (
            "Ada Brunn cried. Her husband, Jan Holt, did not. The couple said no.",
            "The couple",
            ["Ada Brunn", "Jan Holt"],
        ),
        ("The two senators Ada Brunn and Jan Holt met. The companies fell.", "The companies", []),
    ],
)
def test_who_is_named_together_speaks_together(text: str, mention: str, names: list[str]) -> None:
    assert people(text, mention) == names


def test_they_does_not_reach_far_back() -> None:
    text = "Ada Brunn and Jan Holt met. " + "It rained. " * 5 + "They said no."
    assert people(text, "They") == []


def test_numbers_are_read() -> None:
    assert [number_of(words.split()) for words in ("both systems", "the three men", "the men")] == [
        2,
        3,
        None,
    ]
