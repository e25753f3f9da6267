"""How present an organization is at a place of the article."""

from __future__ import annotations

import pytest

from extract.quotes.subjects.salience import Salience
from tests.marked_texts import make_index

TEXT = "Norvik Bank grew. It rained. Halvorsen Foods met the NSB. Then Norvik Bank fell, and it ended here."


def features(name: str, at: str) -> dict[str, float]:
    index = make_index(TEXT, organizations=["Norvik Bank", "Halvorsen Foods", "NSB"])
    [meant] = [one for one in index.organizations if one.canonical == name]
    return Salience(index, "Norvik Bank grows").features([meant], TEXT.index(at))[0]


def test_the_last_mention_counts() -> None:
    near, far = features("Norvik Bank", "it ended"), features("Norvik Bank", "met the")
    assert (near["same_sentence"], near["distance"], near["between"]) == (1, 0, 0)
    assert (far["same_sentence"], far["sentence_before"], far["between"]) == (0, 0, 1)


def test_a_name_that_was_not_mentioned_yet_is_far() -> None:
    found = features("Halvorsen Foods", "It rained")
    assert found["before"] == found["same_paragraph"] == 0
    assert found["distance"] > features("Norvik Bank", "It rained")["distance"]


def test_the_kind_of_name() -> None:
    bank, acronym = features("Norvik Bank", "it ended"), features("NSB", "it ended")
    assert (bank["first"], bank["in_title"], bank["noun"], bank["acronym"]) == (1, 1, 1, 0)
    assert (acronym["first"], acronym["in_title"], acronym["noun"], acronym["acronym"]) == (0, 0, 0, 1)


def test_the_share_of_all_mentions() -> None:
    assert features("Norvik Bank", "it ended")["share"] == pytest.approx(0.5)
