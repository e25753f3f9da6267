"""Whether a quote is about an organization, by the models."""

from __future__ import annotations

import pytest

from extract.quotes.subjects.relevance import MODELS, crossed, is_relevant, model_of, relevance

_NAMES = """it they we descriptions nothing rank own speaker share last_named same_sentence subject described
    first"""
PLAIN = dict.fromkeys(_NAMES.split(), 0.0)


def test_a_name_in_the_content_has_a_model_of_its_own() -> None:
    assert model_of(PLAIN | {"named": 1.0}) == "named"
    assert model_of(PLAIN | {"named": 0.0}) == "referred"


def test_products_stand_beside_the_features() -> None:
    found = crossed(PLAIN | {"named": 0.0, "it": 2.0, "own": 1.0, "rank": 3.0})
    assert (found["it*own"], found["it*rank"], found["it"]) == (1.0, 3.0, 2.0)
    assert "we*own" not in found


def test_the_probability_is_that_of_a_log_linear_model() -> None:
    features = PLAIN | {"named": 0.0}
    bias = MODELS["referred"]["bias"]
    assert relevance(features) == pytest.approx(1 / (1 + 2.718281828459045**-bias))
    assert is_relevant(features) == (relevance(features) >= MODELS["referred"]["threshold"])


@pytest.mark.parametrize("kind", ["named", "referred"])
def test_what_the_rules_find_speaks_for_an_organization(kind: str) -> None:
    named = float(kind == "named")
    plain = crossed(PLAIN | {"named": named})
    assert relevance(plain | {"described": 1.0}) > relevance(plain)
