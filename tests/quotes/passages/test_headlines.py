"""Headlines: what they report, and where their attributions end."""

from __future__ import annotations

import pytest

from extract.layout.blocks import find_layout
from extract.pipeline.network.attribution import Attribution
from extract.quotes.passages.headlines import apart_from_headlines
from tests.marked_texts import make_attribution

BODY = "\n\nThe pier at Eastmoor must close in May, Mayor Jan Holt said on Monday.\n"


def read(text: str, *items: Attribution) -> list[tuple[list[str], list[str]]]:
    """Source and contents of each attribution."""
    found = apart_from_headlines(text, items, find_layout(text))
    return [([s.of(text) for s in item.source], [s.of(text) for s in item.content]) for item in found]


@pytest.mark.parametrize(
    ("title", "source", "content"),
    [
        ("Ferry strike is off, says sailors' union", "sailors' union", "Ferry strike is off"),
        ("Ferry strike is off, union warns", "union", "Ferry strike is off"),
        ("Ferry strike is off, Ada Brunn says", "Ada Brunn", "Ferry strike is off"),
        ("'It was chaos': ferry survivors", "ferry survivors", "It was chaos"),
        ("Ferry strike is off – sailors' union", "sailors' union", "Ferry strike is off"),
    ],
)
def test_a_headline_is_read_by_its_form(title: str, source: str, content: str) -> None:
    assert read(title + BODY) == [([source], [content])]


@pytest.mark.parametrize(
    "title",
    [
        "Ferry strike is off",
        "Ferry strike – a short history",
        "Ferry strike: the winter of rage",
        "Ferry is off, at last",
    ],
)
def test_other_headlines_report_nothing(title: str) -> None:
    assert read(title + BODY) == []


def test_what_crosses_its_end_goes_to_the_words_behind_it() -> None:
    text = "Mayor says pier unsafe" + BODY
    crossing = f"pier unsafe{BODY.split(',')[0]}"
    item = make_attribution(text, crossing, cue="says", source="Mayor")
    assert read(text, item) == [
        (["Mayor"], ["pier unsafe"]),
        (["Mayor Jan Holt"], ["The pier at Eastmoor must close in May"]),
    ]


def test_a_line_that_leads_to_the_words_behind_it_is_left() -> None:
    text = "Ada Brunn was blunt on Monday and said:\n\n“The pier at Eastmoor must close in May.”\n"
    item = make_attribution(
        text, "“The pier at Eastmoor must close in May.”", cue="said:", source="Ada Brunn"
    )
    assert read(text, item) == [(["Ada Brunn"], ["“The pier at Eastmoor must close in May.”"])]
