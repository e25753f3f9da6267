"""Contents that end in the middle of a phrase."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.pipeline.network.attribution import Attribution
from extract.quotes.passages.repairs.truncated import with_whole_clauses
from extract.spans import CharSpan
from tests.growth import assert_linear
from tests.marked_texts import make_attribution, span_of

NOTHING = Attribution(source=(), cue=(), content=(), confidence=0.5, source_confidence=0.0)


@pytest.mark.parametrize(
    ("text", "content", "whole"),
    [
        ("Roe said the ward was full on Monday.", "the ward was full on", "the ward was full on Monday"),
        ("Roe said they met the mayor and the head of U.S. forces, Ada Brunn.", "they met the mayor and the",
         "they met the mayor and the head of U.S. forces"),
        ("Roe said it lay just south of Almsund", "it lay just south of", "it lay just south of Almsund"),
        ("Roe said it was made in the U.S. The price fell.", "it was made in the", "it was made in the U.S"),
        ("Roe said it was a lot to take on.", "it was a lot to take on", "it was a lot to take on"),
        ("Roe said the plan came from “Plan B”.", "the plan came from", "the plan came from"),
        ("Roe said to the board it fell.", "to the", "to the"),
        ("Roe said the ward was full\non Monday.", "the ward was full", "the ward was full"),
        ("Roe said the wall is the " + "very " * 40 + "end.", "the wall is the", "the wall is the"),
    ],
)  # fmt: skip
def test_a_content_that_ends_in_an_open_phrase_runs_to_its_end(text: str, content: str, whole: str) -> None:
    [item] = with_whole_clauses(text, [make_attribution(text, content, cue="said", source="Roe")])
    assert item.content == (span_of(text, whole),)


def test_what_others_say_is_not_added() -> None:
    text = "The ward was full on Monday Roe said."
    item = make_attribution(text, "The ward was full on", cue="said", source="Roe")
    assert with_whole_clauses(text, [item]) == [item]


@given(st.text(alphabet="the and of a.,\n“ ", max_size=60), st.integers(0, 60), st.integers(0, 60))
def test_contents_only_grow_inside_the_text(text: str, start: int, end: int) -> None:
    start, end = sorted((min(start, len(text)), min(end, len(text))))
    if start == end:
        return
    span = CharSpan(start, end)
    [found] = with_whole_clauses(text, [replace(NOTHING, content=(span,))])
    assert found.content[0].start == start
    assert end <= found.content[0].end <= len(text)
    assert "\n" not in text[end : found.content[0].end]


@pytest.mark.slow
def test_takes_linear_time() -> None:
    def work(text: str) -> None:
        spans = [CharSpan(at, at + 14) for at in range(0, len(text) - 15, 15)]
        with_whole_clauses(text, [replace(NOTHING, content=(span,)) for span in spans])

    assert_linear(work, "it fell on the ", 40_000)
