"""Which cue a span belongs to."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from extract.pipeline.network.labels import ROLES
from extract.pipeline.network.link_scorer import LinkWeights, _bucket

SOURCE, CUE, CONTENT = range(len(ROLES))


def make_weights(size: int = 2) -> LinkWeights:
    return LinkWeights(
        role=np.zeros((3, size), dtype=np.float32),
        none=np.zeros(size, dtype=np.float32),
        distance=np.zeros((32, 3), dtype=np.float32),
        size=size,
    )


def random_weights(seed: int = 0, size: int = 4) -> LinkWeights:
    rng = np.random.default_rng(seed)
    return LinkWeights(
        role=rng.normal(size=(3, size)).astype(np.float32),
        none=rng.normal(size=size).astype(np.float32),
        distance=rng.normal(size=(32, 3)).astype(np.float32),
        size=size,
    )


def test_a_span_belongs_to_the_cue_whose_vector_is_like_its_own() -> None:
    first, last, head = np.eye(6, 2)[[0, 5, 5, 5]] * 9, np.zeros((4, 2)), np.zeros((4, 2))
    head[1], head[3] = (0, 1), (1, 0)
    vectors = np.hstack([first, last, head]).astype(np.float32)
    found = make_weights().probabilities(vectors, np.array([[0, 0, CONTENT]]), np.array([1, 3]))
    assert found.shape == (1, 3)
    assert found[0].argmax() == 1


def test_without_evidence_every_cue_and_none_are_equally_likely() -> None:
    found = make_weights().probabilities(np.zeros((5, 6)), np.array([[0, 1, SOURCE]]), np.array([2, 4]))
    assert np.allclose(found, 1 / 3)


def test_distance_counts_by_role_and_direction() -> None:
    weights = make_weights()
    weights.distance[_bucket(np.array([2])), CONTENT] = 5.0
    spans = np.array([[2, 2, CONTENT], [2, 2, SOURCE]])
    content, source = weights.probabilities(np.zeros((5, 6)), spans, np.array([0, 4]))
    assert content.argmax() == 1
    assert np.allclose(source, 1 / 3)


def test_with_no_cue_a_span_surely_belongs_to_none() -> None:
    found = random_weights().probabilities(
        np.ones((3, 12)), np.array([[0, 2, CONTENT]]), np.zeros(0, dtype=np.int64)
    )
    assert found.tolist() == [[1.0]]


def test_probabilities_sum_to_1_in_half_precision_too() -> None:
    vectors = np.random.default_rng(1).normal(size=(9, 12)) * 30
    spans = np.array([[0, 3, CONTENT], [5, 5, SOURCE], [7, 8, CUE]])
    found = random_weights().probabilities(vectors.astype(np.float16), spans, np.array([4, 6, 7]))
    assert found.dtype == np.float32
    assert np.allclose(found.sum(axis=1), 1, atol=1e-5)


@pytest.mark.parametrize(
    ("distance", "bucket"),
    [(0, 16), (1, 16), (-1, 0), (2, 18), (-2, 2), (3, 19), (4, 20), (200, 31), (-200, 15), (10**6, 31)],
)
def test_buckets_tell_direction_and_grow_with_the_distance(distance: int, bucket: int) -> None:
    assert _bucket(np.array([distance])).tolist() == [bucket]


def test_weights_come_back_from_disk(tmp_path: Path) -> None:
    weights = random_weights()
    weights.save(tmp_path / "links.npz")
    loaded = LinkWeights.load(tmp_path / "links.npz")
    assert loaded.size == weights.size
    for name in ("role", "none", "distance"):
        assert np.array_equal(getattr(loaded, name), getattr(weights, name))


def test_a_file_that_would_run_code_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "links.npz"
    np.savez(path, role=np.array([print], dtype=object), none=0, distance=0, size=1)
    with pytest.raises(ValueError, match="pickle"):
        LinkWeights.load(path)
