"""The text that the encoder reads: without quotation marks that have no partner."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.layout.paragraphs import paragraph_spans
from extract.layout.quotation_marks.quotations import find_quotations
from extract.pipeline.network.encoder_text import (
    other_script_brackets,
    reduce_text,
    stray_marks,
    unread_spans,
)
from extract.pipeline.network.word_pieces import cut
from extract.spans import CharSpan
from tests.small_tokenizer import small_tokenizer

ARTICLE = "Ilse Moen said “no” on Monday.\n\n“We will mend the ferry,” she said. “In May.”\n\nNobody asked."


def read(text: str) -> str:
    return reduce_text(text, stray(text)).text


def stray(text: str) -> list[CharSpan]:
    paragraphs = paragraph_spans(text)
    return stray_marks(find_quotations(text, paragraphs), paragraphs)


def skipped(text: str) -> list[CharSpan]:
    paragraphs = paragraph_spans(text)
    return unread_spans(text, find_quotations(text, paragraphs), paragraphs)


@pytest.mark.parametrize("text", [ARTICLE, "", "The crews’ ferry.", "“We go.\n\n“We stay,” she said."])
def test_a_text_without_stray_marks_is_read_as_it_is(text: str) -> None:
    assert read(text) == text


@pytest.mark.parametrize("mark", ['"', "“", "”"])
def test_a_stray_mark_inside_a_word_is_not_read(mark: str) -> None:
    at = ARTICLE.index("erry")
    assert read(ARTICLE[:at] + mark + ARTICLE[at:]) == ARTICLE


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Moen called it “a shame.\n\nNobody asked.", "Moen called it a shame.\n\nNobody asked."),
        ("Moen said: “We go.\n\n“We stay,” she said.", "Moen said: “We go.\n\n“We stay,” she said."),
        ("“We go, all of us.\n\nNobody asked.", "“We go, all of us.\n\nNobody asked."),
    ],
)
def test_a_mark_that_the_paragraph_cuts_off_is_read_at_its_head_or_where_it_goes_on(
    text: str, expected: str
) -> None:
    assert read(text) == expected


def test_words_keep_the_offsets_of_the_full_text() -> None:
    text = "no “ she sa”id"
    marks = [CharSpan(3, 4), CharSpan(11, 12)]
    copy = reduce_text(text, marks)
    [pieces] = cut(small_tokenizer(), [copy.text])
    moved = pieces.rebased(copy.offsets)
    words = [text[start:end] for start, end in zip(moved.starts, moved.ends, strict=True)]
    assert words == ["no", "she", "sa”id"]


@given(st.text(alphabet="ab“”\"'’ .,\n"))
def test_offsets_lead_back_to_the_same_code_points(text: str) -> None:
    copy = reduce_text(text, stray(text))
    assert "".join(text[at] for at in copy.offsets) == copy.text
    assert np.all(np.diff(copy.offsets) > 0)


@pytest.mark.parametrize(
    ("text", "brackets"),
    [
        ("Minister Lin Mei-hua (林美華) said no.", [" (林美華)"]),
        ("Oleh Bondar（Олег Бондар）said no.", ["（Олег Бондар）"]),
        ("Lin (林美華, Lin Meihua) said no.", []),
        ("Halvorsen Foods (NYSE: HFI) fell by half (½), which (π) is odd.", []),
    ],
)
def test_a_name_in_another_script_in_brackets_is_not_read(text: str, brackets: list[str]) -> None:
    assert [span.of(text) for span in other_script_brackets(text)] == brackets


def test_what_is_not_read_is_told_in_order_and_once() -> None:
    text = "Lin (林”美華) said it was” late."
    found = skipped(text)
    assert [span.of(text) for span in found] == [" (林”美華)", "”"]
    assert reduce_text(text, found).text == "Lin said it was late."


def test_a_span_goes_over_the_name_in_brackets() -> None:
    text = "Lin Mei-hua (林美華) said"
    copy = reduce_text(text, skipped(text))
    [pieces] = cut(small_tokenizer(), [copy.text])
    moved = pieces.rebased(copy.offsets)
    assert [text[start:end] for start, end in zip(moved.starts, moved.ends, strict=True)][-1] == "said"
