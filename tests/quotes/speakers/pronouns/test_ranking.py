"""How much speaks for a person as the one whom a pronoun means."""

from __future__ import annotations

import pytest

from extract.quotes.speakers.pronouns.mentions import MentionChains
from extract.quotes.speakers.pronouns.ranking import WEIGHTS, nobody_features, probabilities
from tests.marked_texts import make_index, span_of

TEXT = "Ada Brunn came. A nurse left. Then she spoke."


def test_probabilities_sum_to_one_and_follow_the_weights() -> None:
    shares = probabilities([{"none": 1.0}, {"gender_title": 1.0}, {"gender_title": -1.0}])
    assert sum(shares) == pytest.approx(1)
    assert shares[1] > shares[2]


def test_an_unnamed_person_just_mentioned_speaks_for_nobody() -> None:
    chains = MentionChains(make_index(TEXT, people=["Ada Brunn"]))
    pronoun = chains.describe(span_of(TEXT, "she"), pronoun=True)
    nurse = chains.describe(span_of(TEXT, "A nurse"), pronoun=False)
    brunn = chains.describe(span_of(TEXT, "Ada Brunn"), pronoun=False)
    assert nobody_features(pronoun, unnamed=nurse, since=brunn)["none_unnamed_last"] == 1.0
    assert nobody_features(pronoun, unnamed=None, since=brunn)["none_unnamed_last"] == 0.0
    assert WEIGHTS["none_unnamed_last"] > 0
