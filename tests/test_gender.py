"""Genders of people, by what the text says of them."""

from __future__ import annotations

import pytest

from extract.gender import gender_of
from tests.scenes import make_scene


@pytest.mark.parametrize(
    ("text", "gender"),
    [
        ("Mr Brunn spoke.", "male"),
        ("Spokeswoman Brunn spoke.", "female"),
        ("Brunn, a businessman, spoke.", "male"),
        ("Brunn spoke. She left.", "female"),
        ("Brunn spoke for his bank. He left.", "male"),
        ("Brunn spoke.", None),
        ("Brunn met Holt. She left.", None),
        ("Mr Brunn spoke of her. She left.", "male"),
    ],
)
def test_gender_shows_in_titles_and_in_the_pronouns_that_follow(text: str, gender: str | None) -> None:
    scene = make_scene(text, people=["Brunn", "Holt"])
    assert gender_of(scene, scene.people[0]) == gender
