"""How well a description suits an organization."""

from __future__ import annotations

import pytest

from extract.layout.spans import CharSpan
from extract.quotes.subjects.description_fit import DescriptionFits, Fit
from extract.quotes.subjects.references import BodyReference
from tests.marked_texts import make_index

TEXT = "Vestra plc, a lift maker in Hull, met the Harbour Council and Norvik Airlines."


def fit(name: str, noun: str, *modifiers: str) -> Fit:
    index = make_index(TEXT, organizations=["Vestra plc", "Harbour Council", "Norvik Airlines"])
    [meant] = [one for one in index.organizations if one.canonical == name]
    reference = BodyReference(span=CharSpan(0, 1), kind="definite", noun=noun, modifiers=modifiers)
    return DescriptionFits(index).of(meant, reference)


@pytest.mark.parametrize(
    ("name", "noun", "level"),
    [
        ("Harbour Council", "council", 4),
        ("Vestra plc", "maker", 3),
        ("Norvik Airlines", "carrier", 2),
        ("Vestra plc", "firm", 1),
        ("Vestra plc", "campaign", 0),
        ("Norvik Airlines", "union", -1),
        ("Vestra plc", "ministry", -2),
    ],
)
def test_levels(name: str, noun: str, level: float) -> None:
    assert fit(name, noun).level == level


def test_modifiers_that_the_article_ties_to_a_name_count_for_it_and_others_against() -> None:
    assert fit("Vestra plc", "maker", "lift") == Fit(3, known=True, unknown=False)
    assert fit("Vestra plc", "maker", "rival") == Fit(3, known=False, unknown=True)
    assert fit("Vestra plc", "maker", "new") == Fit(3, known=False, unknown=False)
    assert fit("Vestra plc", "maker", "lift").score == 4
