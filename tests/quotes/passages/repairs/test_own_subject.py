"""Subjects right in front of their cue."""

from __future__ import annotations

import pytest

from extract.quotes.passages.repairs.own_subject import with_own_subject
from tests.marked_texts import make_attribution
from tests.quotes.passages.repairs.attributions import parts


@pytest.mark.parametrize(
    ("source", "content"),
    [
        ("Harbour Corp,", "Velden sells oil at a floating price"),
        (None, "Harbour Corp, Velden sells oil at a floating price"),
    ],
)
def test_the_pronoun_right_before_the_cue_is_the_source(source: str | None, content: str) -> None:
    text = "Harbour Corp, Velden sells oil at a floating price, it said."
    item = make_attribution(text, content, cue="said", source=source)
    assert parts(text, with_own_subject(text, item)) == [
        (["it"], ["Harbour Corp, Velden sells oil at a floating price"])
    ]


def test_a_name_elsewhere_stays_the_source_beside_a_pronoun() -> None:
    text = "Ada Brunn came. Oil is dear, she said."
    item = make_attribution(text, "Oil is dear", cue="said", source="Ada Brunn")
    assert parts(text, with_own_subject(text, item)) == [(["Ada Brunn"], ["Oil is dear"])]
