from __future__ import annotations

import pytest

from extract.quotes.speakers.log_linear import probabilities


def test_probabilities_sum_to_one_and_follow_the_weights() -> None:
    rows = [{"nobody": 1.0}, {"near": 1.0, "called": 1.0}, {"near": -1.0}]
    shares = probabilities(rows, {"nobody": 0.0, "near": 1.0, "called": 0.5})
    assert sum(shares) == pytest.approx(1)
    assert shares[1] > shares[0] > shares[2]
