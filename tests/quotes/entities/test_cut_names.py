"""Names of organizations that end in a small word."""

from __future__ import annotations

import pytest

from extract.quotes.entities.cut_names import whole_names
from tests.marked_texts import span_of


@pytest.mark.parametrize(
    ("text", "labelled", "name"),
    [
        ("Holm left Norvik and Co last week.", "Norvik and", "Norvik and Co"),
        ("The Office of the Harbour Master closed.", "Office of the", "Office of the Harbour Master"),
        ("Seen at Norvik Foods, the wine and spirits concern.", "Norvik Foods", "Norvik Foods"),
        ("The Holm wine and spirits concern grew.", "Holm wine and", "Holm wine"),
    ],
)
def test_a_name_ends_in_no_small_word(text: str, labelled: str, name: str) -> None:
    [span] = whole_names(text, [span_of(text, labelled)])
    assert span.of(text) == name


def test_the_two_parts_of_a_cut_name_are_one() -> None:
    text = "The Office of the Board of Trade met."
    spans = whole_names(text, [span_of(text, "Office of the"), span_of(text, "Board of Trade")])
    assert [span.of(text) for span in spans] == ["Office of the Board of Trade"]
