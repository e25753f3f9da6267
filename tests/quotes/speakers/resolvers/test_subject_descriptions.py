"""Speakers whom a description stands for that is new in the article."""

from __future__ import annotations

import pytest

from tests.quotes.speakers.turns import speaker


@pytest.mark.parametrize(
    ("text", "source", "name"),
    [
        ("Ada Brunn drew the bridge. The Danish designer said no.", "The Danish designer", "Ada Brunn"),
        ("Ada Brunn met Jan Holt. The designer said no.", "The designer", "designer"),
        ("Ada Brunn met a designer. The designer said no.", "The designer", "designer"),
        ("Ada Brunn drew it. The designers said no.", "The designers", "designers"),
        ("Ada Brunn drew it. The businessman said no.", "The businessman", "businessman"),
        ("The governor said no. Ada Brunn came. Governor Jan Holt left.", "The governor", "Jan Holt"),
    ],
)
def test_it_is_the_one_person_whom_the_text_around_is_about(text: str, source: str, name: str) -> None:
    assert speaker(text, (source, "no"), quoted=False).name == name


def test_it_is_the_one_who_spoke_last() -> None:
    text = "Ada Brunn, an heiress, said yes to Jan Holt. The gambling tycoon said no."
    found = speaker(text, ("Ada Brunn, an heiress,", "yes"), ("The gambling tycoon", "no"), quoted=False)
    assert found.name == "Ada Brunn"
