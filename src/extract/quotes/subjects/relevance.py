"""Relevance: how likely a quote is about an organization of its article.

Two log-linear models, of organizations that the content names and of those that it may only refer to.
benchmarks/relevance_fit.py fits their weights.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

from extract.quotes.speakers.log_linear import read_models

WEIGHTS_FILE = "relevance.json"
# What a content has, with what an organization is: "it" speaks for the subject of the sentence before.
_HAS = ("it", "they", "we", "descriptions", "nothing")
_IS = (
    "rank",
    "own",
    "speaker",
    "share",
    "last_named",
    "same_sentence",
    "subject",
    "described",
    "first",
)


MODELS = read_models("extract.quotes.subjects", WEIGHTS_FILE)


def model_of(features: Mapping[str, float]) -> str:
    """The model that judges an organization: "named" or "referred"."""
    return "named" if features["named"] else "referred"


def crossed(features: Mapping[str, float]) -> dict[str, float]:
    """The features, and the products of what the content has with what the organization is."""
    out = dict(features)
    for has in _HAS:
        if weight := min(1.0, features[has]):
            out.update((f"{has}*{what}", weight * features[what]) for what in _IS)
    return out


def relevance(features: Mapping[str, float]) -> float:
    """The probability that a quote is about an organization. features: crossed."""
    weights = MODELS[model_of(features)]
    score = weights["bias"] + sum(weights.get(name, 0.0) * value for name, value in features.items() if value)
    return 1.0 / (1.0 + math.exp(-score))


def is_relevant(features: Mapping[str, float]) -> bool:
    """Whether the probability is at least the threshold that counts best. features: crossed."""
    return relevance(features) >= MODELS[model_of(features)]["threshold"]
