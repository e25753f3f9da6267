"""Attributions between dashes inside a quotation."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.layout.quotation_marks.quotations import find_quotations
from extract.pipeline.network.attribution import Attribution
from extract.quotes.passages.repairs.dash_attributions import find_dash_attributions, with_dash_attributions
from extract.spans import CharSpan


@pytest.mark.parametrize(
    ("text", "cue", "source"),
    [
        ("“The bridge is shut, – the engineer said. – It will open in May”.", "said", "the engineer"),
        ("“The bridge is shut, – said Ilyin. – It will open in May”.", "said", "Ilyin"),
        ("“The bridge is shut, the engineer said, – It will open in May”.", "said", "the engineer"),
        ("“The bridge is shut, — added Ilyin, a guest of the fair, — and so is the road”", "added", "Ilyin"),
    ],
)
def test_words_between_dashes_that_tell_who_speaks_are_an_attribution(
    text: str, cue: str, source: str
) -> None:
    [inserted] = find_dash_attributions(text, CharSpan(1, text.index("”")))
    assert inserted.cue.of(text) == cue
    assert inserted.source is not None
    assert inserted.source.of(text) == source


@pytest.mark.parametrize(
    "text",
    [
        "“The bridge – the old one, I mean – is shut”",
        "“We go north - or south - in May”",
        "“The bridge is shut”",
    ],
)
def test_other_words_between_dashes_are_content(text: str) -> None:
    assert find_dash_attributions(text, CharSpan(1, len(text) - 1)) == []


def test_it_takes_the_place_of_what_was_found_in_the_quotation() -> None:
    text = "“The bridge is shut, – said Ilyin. – It will open in May”. The mayor said nothing."
    found = Attribution(
        source=(), cue=(), content=(CharSpan(1, 56),), confidence=0.5, source_confidence=0.0
    )  # fmt: skip
    [item] = with_dash_attributions(text, [found], find_quotations(text, [CharSpan(0, len(text))]))
    assert [span.of(text) for span in item.content] == ["The bridge is shut", "It will open in May"]
    assert [span.of(text) for span in item.source] == ["Ilyin"]


@given(st.text(alphabet="ab said,.–- “”\n"))
def test_pieces_ascend_and_do_not_overlap(text: str) -> None:
    quotations = find_quotations(text, [CharSpan(0, len(text))])
    for item in with_dash_attributions(text, [], quotations):
        assert all(one.end <= other.start for one, other in pairwise(item.content))
