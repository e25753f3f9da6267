"""How far probabilities can be trusted: expected calibration error, ranking, precision and recall."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from sklearn.metrics import roc_auc_score

Floats = npt.NDArray[np.float64]
BINS = 10
_DRAWS = 500


@dataclass(frozen=True, slots=True)
class Point:
    """What is left at a threshold. recall: of all that there are to find, found or not."""

    threshold: float
    kept: int
    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def equal_mass(probability: Floats) -> list[npt.NDArray[np.int64]]:
    """Places of the items in BINS bins of as many items each, by ascending probability."""
    return [part for part in np.array_split(np.argsort(probability, kind="stable"), BINS) if len(part)]


def equal_width(probability: Floats) -> list[npt.NDArray[np.int64]]:
    """Places of the items in BINS bins of a tenth each; empty ones are left out."""
    number = np.minimum((probability * BINS).astype(np.int64), BINS - 1)
    return [places for at in range(BINS) if len(places := np.flatnonzero(number == at))]


def calibration_error(probability: Floats, right: Floats, bins: Sequence[npt.NDArray[np.int64]]) -> float:
    """Expected calibration error: how far mean probability and share right are apart, mean over items."""
    gaps = [len(at) * abs(probability[at].mean() - right[at].mean()) for at in bins]
    return float(sum(gaps) / len(probability))


def error_by_chance(probability: Floats) -> float:
    """The error, in equal-mass bins, to expect of exactly true probabilities on so many items."""
    random = np.random.default_rng(0)
    bins = equal_mass(probability)
    draws = (random.random((_DRAWS, len(probability))) < probability).astype(np.float64)
    return float(np.mean([calibration_error(probability, draw, bins) for draw in draws]))


def area(probability: Floats, right: Floats) -> float:
    """Area under the ROC curve: how often a right item has more than a wrong one; a half is mere chance."""
    return float(roc_auc_score(right, probability)) if 0 < right.mean() < 1 else float("nan")


def curve(probability: Floats, right: Floats, wanted: int, thresholds: Sequence[float]) -> list[Point]:
    """Precision and recall of what is at or above each threshold. wanted: how many there are to find."""
    points = []
    for threshold in thresholds:
        kept = probability >= threshold
        found = float(right[kept].sum())
        precision = found / int(kept.sum()) if kept.any() else 1.0
        points.append(Point(threshold, int(kept.sum()), precision, found / wanted if wanted else 0.0))
    return points
