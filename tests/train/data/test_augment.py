"""Training articles in other house styles: where the spans go."""

from __future__ import annotations

import random
from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.train.data.augment import HEADLINES, LINES, MARKS, STOPS, Edit, Rewrite, apply, restyle

STYLES = [style for styles in (MARKS, STOPS, HEADLINES, LINES) for _, style in styles]
MARKS_AND_SPACE = "\"“”'‘’«»–.,\n \t"
NEWS = st.text(alphabet="abAB é?\n.,“”\"‘’'–()", max_size=60)


def letters(text: str) -> str:
    return "".join(char for char in text if char not in MARKS_AND_SPACE)


@st.composite
def _edited(draw: st.DrawFn) -> tuple[str, list[Edit]]:
    text = draw(st.text(alphabet="abc é\n", max_size=20))
    bounds = sorted(draw(st.sets(st.integers(0, len(text)), max_size=8)))
    pairs = list(zip(bounds[::2], bounds[1::2], strict=False))
    return text, [(start, end, draw(st.text(alphabet="xy", max_size=4))) for start, end in pairs]


def test_what_is_not_edited_keeps_its_words() -> None:
    rewrite = apply('"No," she said.', [(0, 1, "“"), (4, 5, "”, –")])
    assert rewrite.text == "“No,”, – she said."
    start, end = rewrite.move(6, 9)
    assert rewrite.text[start:end] == "she"


def test_no_edits_change_nothing() -> None:
    assert apply("No.", []) == Rewrite("No.", (0, 1, 2, 3))


@given(_edited())
def test_offsets_are_one_for_each_place_and_never_go_back(case: tuple[str, list[Edit]]) -> None:
    text, edits = case
    rewrite = apply(text, edits)
    assert len(rewrite.offsets) == len(text) + 1
    assert rewrite.offsets[-1] == len(rewrite.text)
    assert all(left <= right for left, right in pairwise(rewrite.offsets))


@given(_edited())
def test_characters_between_the_edits_move_with_their_offsets(case: tuple[str, list[Edit]]) -> None:
    text, edits = case
    rewrite = apply(text, edits)
    for at, char in enumerate(text):
        if not any(start <= at < end for start, end, _ in edits):
            assert rewrite.text[rewrite.offsets[at]] == char


@pytest.mark.parametrize("style", STYLES)
@given(text=NEWS)
def test_every_style_edits_in_order_and_only_marks_and_white_space(
    style: Callable[[str], list[Edit]], text: str
) -> None:
    edits = style(text)
    assert all(left[1] <= right[0] for left, right in pairwise(edits))
    assert letters(apply(text, edits).text) == letters(text)


@given(NEWS, st.integers(0, 10_000), st.data())
def test_restyled_spans_keep_their_letters(text: str, seed: int, data: st.DataObject) -> None:
    rewrite = restyle(text, random.Random(seed))
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    low, high = rewrite.move(start, end)
    assert 0 <= low <= high <= len(rewrite.text)
    assert letters(rewrite.text[low:high]) == letters(text[start:end])


def test_the_same_seed_gives_the_same_style() -> None:
    text = 'A title.\n\n"No," she said. "It isn\'t so."\n\nIt rained.'
    texts = [restyle(text, random.Random(seed)).text for seed in range(200)]
    assert texts == [restyle(text, random.Random(seed)).text for seed in range(200)]
    assert len(set(texts)) > 8
    assert texts.count(text) > 20


def styled(text: str, number: int, styles: tuple[tuple[float, Callable[[str], list[Edit]]], ...]) -> str:
    return apply(text, styles[number][1](text)).text


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (0, '"It isn\'t so," she said.'),
        (1, "“It isn’t so,” she said."),
        (2, "‘It isn’t so,’ she said."),
        (3, "'It isn't so,' she said."),
        (4, "«It isn’t so,» she said."),
    ],
)
def test_marks_of_the_house(number: int, expected: str) -> None:
    for text in ("“It isn’t so,” she said.", '"It isn\'t so," she said.'):
        assert styled(text, number, MARKS) == expected


def test_dashes_of_agencies() -> None:
    assert styled("“No,” she said. “Why?” he asked.", 0, STOPS) == "“No”, – she said. “Why?”, – he asked."


def test_stops_behind_a_space() -> None:
    assert styled("No, she said.", 1, STOPS) == "No , she said ."


def test_a_headline_loses_its_full_stop() -> None:
    text = "The bank will not be sold.\n\nIt is safe."
    assert styled(text, 0, HEADLINES) == "The bank will not be sold\n\nIt is safe."
    assert styled("The bank will not be sold. It is safe.", 0, HEADLINES) == (
        "The bank will not be sold. It is safe."
    )


def test_lines_closer_or_gone() -> None:
    assert styled("No.\n\nYes.", 0, LINES) == "No.\nYes."
    assert styled("No.\n\nYes.", 1, LINES) == "No. Yes."
