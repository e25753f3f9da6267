"""Log-linear models that choose one of several candidates, or nobody (Denis and Baldridge, 2008)."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from importlib.resources import files
from types import MappingProxyType
from typing import Any


def read_weights(package: str, file: str) -> Mapping[str, float]:
    """The weights of a model, by the names of its features, in the order of the file."""
    return MappingProxyType(_read(package, file))


def read_models(package: str, file: str) -> Mapping[str, Mapping[str, float]]:
    """The weights of several models in one file, by their names."""
    return MappingProxyType(_read(package, file))


def _read(package: str, file: str) -> Any:
    return json.loads(files(package).joinpath(file).read_text("utf-8"))


def probabilities(rows: Sequence[Mapping[str, float]], weights: Mapping[str, float]) -> list[float]:
    """Of each row of features, that it is the one; they sum to 1."""
    scores = [sum(weights[name] * value for name, value in row.items()) for row in rows]
    top = max(scores)
    shares = [math.exp(score - top) for score in scores]
    total = sum(shares)
    return [share / total for share in shares]
