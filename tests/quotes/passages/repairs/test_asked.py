"""Cues of a question put to the source."""

from __future__ import annotations

from extract.quotes.passages.repairs.asked import with_lead_of_asked
from tests.marked_texts import make_attribution


def test_asked_takes_in_the_when_that_says_it_was_no_claim() -> None:
    text = "Holt shrugged when asked if he would go."
    item = with_lead_of_asked(text, make_attribution(text, "if he would go", cue="asked"))
    assert item.cue[0].of(text) == "when asked"


def test_who_asks_has_the_cue_alone() -> None:
    text = "Holt asked if he would go."
    item = make_attribution(text, "if he would go", cue="asked", source="Holt")
    assert with_lead_of_asked(text, item) == item
