"""People without a name."""

from __future__ import annotations

import pytest

from extract.quotes.speakers.unnamed import last_unnamed, unnamed_people
from tests.marked_texts import make_index


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A young nurse left.", ["A young nurse"]),
        ("He met his wife in Ostervik.", ["his wife"]),
        ("Brunn’s wife left.", ["Brunn’s wife"]),
        ("Brunn is a nurse.", []),
        ("Brunn, a nurse, left.", []),
        ("His wife Ada Brunn left.", []),
        ("A long walk ended.", []),
        ("The nurse left.", []),
    ],
)
def test_a_phrase_brings_in_someone_without_a_name(text: str, found: list[str]) -> None:
    index = make_index(text, people=["Ada Brunn", "Brunn"])
    assert [item.span.of(text) for item in unnamed_people(index)] == found


def test_the_last_one_who_may_be_of_that_gender() -> None:
    text = "A nurse met his wife. Then she left."
    unnamed = unnamed_people(make_index(text))
    female = last_unnamed(unnamed, len(text), "female")
    male = last_unnamed(unnamed, len(text), "male")
    assert female is not None
    assert male is not None
    assert (female.of(text), male.of(text)) == ("his wife", "A nurse")
    assert last_unnamed(unnamed, 3, "male") is None
