"""The tags of the labels that the model decides on."""

from __future__ import annotations

from extract.pipeline.network.labels import ENTITY_LABELS, ROLES, bio


def test_outside_comes_first_then_b_and_i_of_each_label() -> None:
    assert bio(("cue", "content")) == ("O", "B-cue", "I-cue", "B-content", "I-content")


def test_every_label_has_two_tags_of_its_own() -> None:
    for labels in (ENTITY_LABELS, ROLES):
        tags = bio(labels)
        assert len(set(tags)) == len(tags) == 1 + 2 * len(labels)
