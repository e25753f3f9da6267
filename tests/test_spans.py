"""Spans by their places."""

from __future__ import annotations

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
