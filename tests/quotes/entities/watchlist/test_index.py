"""Similar names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz import fuzz

from extract.quotes.entities.watchlist.index import MIN_FUZZY_CHARS, FuzzyNames

KEYS = [
    "norvik savings bank",
    "bank of norvik",
    "local union 12",
    "air iran",
    "katrin halvorsen",
    "halvorsen",
]


def similar(name: str, score: float = 90, *, whole: bool = False) -> tuple[str, ...]:
    return FuzzyNames(KEYS, score).keys(name.split(), whole=whole)


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("norvik saving bank", ("norvik savings bank",)),
        ("norvik savings banc", ("norvik savings bank",)),
        ("norvik", ()),
        ("savings bank norvik", ()),
        ("local union 13", ()),
        ("lokal union 12", ("local union 12",)),
        ("air iraq", ()),
        ("halvorsenn", ()),
    ],
)
def test_a_name_is_similar_as_a_whole_and_in_its_numbers(name: str, found: tuple[str, ...]) -> None:
    assert similar(name) == found


def test_people_need_two_names() -> None:
    keys = ["halvorsenson", "katrin halvorsenson"]
    names = FuzzyNames(keys, 80)
    assert names.keys(["halvorsensen"], whole=False) == ("halvorsenson",)
    assert names.keys(["halvorsensen"], whole=True) == ()
    assert names.keys(["katrina", "halvorsenson"], whole=True) == ("katrin halvorsenson",)


@given(
    st.lists(st.text("abc ", min_size=8, max_size=20)),
    st.text("abc ", min_size=10, max_size=20),
    st.sampled_from([60, 80, 90, 97.5, 100]),
)
def test_what_is_left_out_without_comparison_would_not_reach_the_score(
    keys: list[str], name: str, score: float
) -> None:
    long = {key for key in keys if len(key) >= MIN_FUZZY_CHARS}
    wanted = sorted(key for key in long if fuzz.ratio(key, " ".join(name.split())) >= score)
    if len(" ".join(name.split())) >= MIN_FUZZY_CHARS:
        assert FuzzyNames(keys, score).keys(name.split(), whole=False) == tuple(wanted)
