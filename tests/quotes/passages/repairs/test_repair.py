"""Attributions repaired one after the other."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extract.layout.paragraphs import paragraph_spans
from extract.layout.quotation_marks.quotations import find_quotations
from extract.quotes.passages.repairs.repair import repaired
from tests.growth import assert_linear
from tests.marked_texts import make_attribution, span_of
from tests.quotes.passages.repairs.attributions import parts


def test_what_one_attribution_gains_is_lost_to_the_others() -> None:
    text = "“No,” the boss said.\n\n“Mr Holt,” said she, “has no mandate.”"
    one = make_attribution(text, "“No,”", "“Mr Holt,”", cue="said", source="the boss")
    other = make_attribution(text, "she, “has no mandate.”")
    other = replace(other, cue=(span_of(text, "said", 1),))
    assert parts(text, *repaired(text, [one, other], find_quotations(text, paragraph_spans(text)))) == [
        (["the boss"], ["“No,”"]),
        (["she"], ["“Mr Holt,”", "“has no mandate.”"]),
    ]


@pytest.mark.slow
def test_takes_linear_time() -> None:
    def work(text: str) -> object:
        paragraphs = paragraph_spans(text)
        item = make_attribution(text, text.strip(), cue=None)
        return repaired(text, [item], find_quotations(text, paragraphs))

    assert_linear(work, "said she, “no,” said Ada ", 20_000)


def test_repairs_build_on_one_another() -> None:
    text = "The board was asked if it knew. It told us the plan, the chair said, is lost on"
    asked = make_attribution(text, "if it knew", cue="asked", source="The board")
    told = make_attribution(text, "us the plan", cue="told", source="It")
    [first, second] = repaired(text, [told, asked], find_quotations(text, []))
    assert first.cue[0].of(text) == "was asked"
    assert [span.of(text) for span in second.content] == ["the plan"]
