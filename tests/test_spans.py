"""Spans by their places."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.spans import CharSpan, SpanIndex

SPANS = st.lists(
    st.tuples(st.integers(0, 30), st.integers(0, 9)).map(lambda pair: CharSpan(pair[0], pair[0] + pair[1]))
)


@given(SPANS, SPANS)
def test_it_finds_what_comparing_all_with_all_finds(owned: list[CharSpan], asked: list[CharSpan]) -> None:
    index = SpanIndex((span, number) for number, span in enumerate(owned))
    expected = [number for span in asked for number, other in enumerate(owned) if other.overlaps(span)]
    assert sorted(index.owners(asked)) == sorted(expected)
    assert index.meets(*asked) == bool(expected)


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [((0, 2), (5, 7), 3), ((5, 7), (0, 2), 3), ((0, 5), (5, 7), 0), ((0, 6), (5, 7), 0)],
)
def test_the_distance_of_two_spans_is_what_stands_between(
    one: tuple[int, int], other: tuple[int, int], apart: int
) -> None:
    assert CharSpan(*one).distance(CharSpan(*other)) == apart
