"""Decoding BIO tags into spans of words."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, product

import numpy as np
import numpy.typing as npt
from hypothesis import given
from hypothesis import strategies as st

from extract.pipeline.network.viterbi import WordSpan, decode

FloatArray = npt.NDArray[np.float32]

LABELS = 2
TAGS = 1 + 2 * LABELS
O, B1, I1, B2, I2 = range(TAGS)  # noqa: E741
NOT_SURE = 0.98


def log_scores(rows: Sequence[Sequence[float]], ceiling: float = 1.0) -> FloatArray:
    """Log-probabilities in proportion to `rows`; no tag gets more than `ceiling`."""
    weights = np.array(rows, dtype=np.float64).reshape(-1, TAGS)
    p = weights / weights.sum(axis=1, keepdims=True)
    over = np.flatnonzero(p.max(axis=1) > ceiling)
    p[over] = np.where(p[over] > ceiling, ceiling, (1 - ceiling) / (TAGS - 1))
    scores: FloatArray = np.log(p).astype(np.float32)
    return scores


def likely(*tags: int, sure: float = 0.9) -> FloatArray:
    others = (1 - sure) / (TAGS - 1)
    return log_scores([[sure if at == tag else others for at in range(TAGS)] for tag in tags])


def is_valid(tags: Sequence[int]) -> bool:
    before = [O, *tags[:-1]]
    return all(tag in (O, B1, B2) or last in (tag, tag - 1) for last, tag in zip(before, tags, strict=True))


def tags_of(spans: list[WordSpan], n: int) -> list[int]:
    tags = [O] * n
    for span in spans:
        tags[span.first : span.last + 1] = [2 + 2 * span.label] * (span.last + 1 - span.first)
        tags[span.first] = 1 + 2 * span.label
    return tags


def total(scores: FloatArray, tags: Sequence[int]) -> float:
    return float(scores[np.arange(len(tags)), list(tags)].astype(np.float64).sum())


rows = st.lists(st.lists(st.integers(1, 1000), min_size=TAGS, max_size=TAGS), min_size=1, max_size=5)
# Powers of ten: some words are then surely outside, others surely something else.
steep_rows = st.lists(
    st.lists(st.integers(0, 5).map(lambda n: 10.0**n), min_size=TAGS, max_size=TAGS), max_size=30
)


def test_b_and_i_of_one_label_make_one_span() -> None:
    [span] = decode(likely(O, B1, I1, I1, O))
    assert (span.first, span.last, span.label) == (1, 3, 0)


def test_a_second_b_begins_a_second_span() -> None:
    found = [(span.first, span.last, span.label) for span in decode(likely(B1, B1, I1, B2))]
    assert found == [(0, 0, 0), (1, 2, 0), (3, 3, 1)]


def test_score_is_the_mean_probability_of_the_tags() -> None:
    [span] = decode(likely(B2, I2, O, sure=0.75))
    assert abs(span.score - 0.75) < 1e-6


def test_an_i_without_its_b_takes_the_most_likely_way_out() -> None:
    maybe_b: list[list[float]] = [
        [60, 30, 1, 1, 8],
        [1, 1, 97, 0.5, 0.5],
    ]  # the B before it was only just passed over
    [span] = decode(log_scores(maybe_b))
    assert (span.first, span.last, span.label) == (0, 1, 0)


def test_an_i_of_another_label_does_not_go_on() -> None:
    scores = log_scores([[1, 96, 1, 1, 1], [1, 1, 40, 1, 57], [96, 1, 1, 1, 1]])
    [span] = decode(scores)
    assert (span.first, span.last, span.label) == (0, 1, 0)


def test_nothing_in_nothing_out() -> None:
    assert decode(np.zeros((0, TAGS), dtype=np.float32)) == []


def test_words_that_are_all_outside_have_no_spans() -> None:
    assert decode(likely(O, O, O, sure=0.999)) == []


@given(steep_rows)
def test_spans_ascend_and_none_overlap(weights: list[list[float]]) -> None:
    scores = log_scores(weights)
    spans = decode(scores)
    assert all(0 <= span.first <= span.last < len(scores) for span in spans)
    assert all(left.last < right.first for left, right in pairwise(spans))
    assert all(0 <= span.label < LABELS and 0 < span.score <= 1 for span in spans)


def best_total(scores: FloatArray) -> float:
    sequences = product(range(TAGS), repeat=len(scores))
    return max(total(scores, tags) for tags in sequences if is_valid(tags))


@given(rows)
def test_the_sequence_is_the_best_of_all_valid_ones_where_no_word_is_sure(weights: list[list[int]]) -> None:
    scores = log_scores(weights, ceiling=NOT_SURE)
    found = tags_of(decode(scores), len(scores))
    assert abs(total(scores, found) - best_total(scores)) < 1e-4


def test_words_that_are_sure_of_tags_that_do_not_fit_give_way() -> None:
    scores = log_scores(
        [
            [0.9, 0.025, 0.025, 0.025, 0.025],
            [1e-5, 0.9995, 1e-5, 4e-4, 1e-5],  # sure to begin a first, but what follows is surely a second
            [0.0023, 0.005, 0.1633, 1e-5, 0.8294],
            [1e-4, 1e-5, 0.001, 1e-5, 0.999],
            [1e-5, 1e-5, 1e-4, 1e-4, 0.9998],
        ]
    )
    found = tags_of(decode(scores), len(scores))
    assert abs(total(scores, found) - best_total(scores)) < 1e-4


@given(steep_rows.filter(bool))
def test_the_likeliest_tags_stand_where_they_are_valid(weights: list[list[float]]) -> None:
    scores = log_scores(weights)
    tags = scores.argmax(axis=1).tolist()
    if is_valid(tags):
        assert tags_of(decode(scores), len(scores)) == tags


@given(steep_rows.filter(bool))
def test_words_behind_one_that_is_surely_outside_do_not_change_what_stands_before(
    weights: list[list[float]],
) -> None:
    sure = [10.0**9, 1.0, 1.0, 1.0, 1.0]
    alone = decode(log_scores([*weights, sure]))
    followed = decode(log_scores([*weights, sure, *weights]))
    assert followed[: len(alone)] == alone
