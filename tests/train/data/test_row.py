"""What the labels of a training set mean in ours."""

from __future__ import annotations

from extract.train.data.row import scheme


def test_labels_of_a_set_stand_for_ours() -> None:
    found = scheme({"complete": ["PERSON", "GPE"], "partial": ["TIME", "DISEASE"]})
    assert found.fine == {"PERSON": ("PERSON",), "GPE": ("LOC",), "TIME": ("DATE",)}


def test_what_a_set_leaves_out_an_unlabelled_word_may_be() -> None:
    found = scheme({"complete": ["PERSON", "GPE"], "partial": ["ORG"]})
    assert "PERSON" not in found.open
    assert "LOC" not in found.open
    assert {"ORG", "MISC", "DATE"} <= set(found.open)


def test_an_ambiguous_label_may_be_any_of_several() -> None:
    found = scheme({"complete": ["MISC"], "partial": [], "ambiguous": {"MISC": ["NORP", "EVENT", "PRODUCT"]}})
    assert set(found.fine["MISC"]) == {"NORP", "MISC", "PRODUCT"}
