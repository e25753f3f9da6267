"""Speakers whom the clause before a colon names."""

from __future__ import annotations

import pytest

from tests.quotes.speakers.turns import speaker


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The message from Ada Brunn was simple: “No way.”", "Ada Brunn"),
        ("Ada Brunn’s verdict was short: “No way.”", "Ada Brunn"),
        ("For Ada Brunn, who lost her shop, the answer is simple: “No way.”", "Ada Brunn"),
        ("Norvik Bank’s answer was brief: “No way.”", "Norvik Bank"),
        ("Ada Brunn runs the shop. Her answer was brief: “No way.”", "Ada Brunn"),
        ("A letter to Ada Brunn was brief: “No way.”", None),
        ("Ada Brunn and Jan Holt have one motto: “No way.”", None),
    ],
)
def test_the_one_whom_it_names_speaks(text: str, name: str | None) -> None:
    assert speaker(text, (None, "No way")).name == name


def test_his_motto_is_that_of_the_one_person_of_the_clause() -> None:
    text = "Carved in the desk of Jan Holt is his motto: “No way.”"
    assert speaker(text, ("his", "No way")).name == "Jan Holt"
