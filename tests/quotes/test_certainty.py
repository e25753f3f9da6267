"""The figures of the rules."""

from __future__ import annotations

import re

from extract.quotes import certainty
from tests.repository import ROOT

FIGURES = {name: value for name, value in vars(certainty).items() if name.isupper()}


def test_every_figure_is_a_share() -> None:
    assert len(FIGURES) > 20
    assert all(0 < value < 1 for value in FIGURES.values())


def test_a_name_is_surer_than_a_reference_and_that_is_surer_than_nothing() -> None:
    assert (
        max(value for name, value in FIGURES.items() if not name.startswith(("LAYOUT", "PRONOUN")))
        == certainty.NAMED_PERSON
    )
    assert (
        min(value for name, value in FIGURES.items() if name != "LEAD_OF_MOST_PROMINENT")
        == certainty.UNRESOLVED
    )


def test_the_page_on_confidence_has_the_same_figures() -> None:
    page = (ROOT / "docs" / "confidence.md").read_text(encoding="utf-8")
    found = re.search(
        r"a full name ([\d.]+), an organization ([\d.]+), a description ([\d.]+), a pronoun",
        page,
    )
    assert found is not None
    assert [float(figure) for figure in found.groups()] == [
        certainty.NAMED_PERSON,
        certainty.NAMED_ORGANIZATION,
        certainty.DESCRIPTION,
    ]
