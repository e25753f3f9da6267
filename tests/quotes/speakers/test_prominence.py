"""How prominent a name is at a place."""

from __future__ import annotations

import math

from extract.quotes.speakers.prominence import most_prominent, prominence
from tests.marked_texts import make_index, span_of
from tests.quotes.speakers.turns import history

TEXT = "Ada Brunn met us. Then, as it rained all over the town, came Jan Holt. She left. Bo Ek came."
INDEX = make_index(TEXT, people=["Ada Brunn", "Jan Holt", "Bo Ek"])
BRUNN, HOLT, EK = INDEX.people
SHE = span_of(TEXT, "She")


def test_a_name_that_comes_later_is_not_prominent_at_all() -> None:
    assert prominence(INDEX, EK, SHE, history(INDEX)) == -math.inf
    assert most_prominent([(-math.inf, EK)]) is None


def test_a_speaker_is_more_prominent_than_who_was_just_named() -> None:
    silent, spoken = history(INDEX), history(INDEX, ("Jan Holt", "it rained"))
    assert prominence(INDEX, HOLT, SHE, spoken) > prominence(INDEX, HOLT, SHE, silent)
    assert prominence(INDEX, HOLT, SHE, spoken) > prominence(INDEX, BRUNN, SHE, spoken)


def test_a_lead_over_the_second_makes_a_reference_surer() -> None:
    near, far = most_prominent([(1.0, BRUNN), (0.9, HOLT)]), most_prominent([(1.0, BRUNN), (-3.0, HOLT)])
    assert near is not None
    assert far is not None
    assert near.name is far.name is BRUNN
    assert near.confidence < far.confidence
