"""Reporting clauses inside a content."""

from __future__ import annotations

import pytest

from extract.quotes.passages.repairs.reporting_clauses import (
    with_hearer_inside,
    with_whole_clauses_of_others,
)
from tests.marked_texts import make_attribution
from tests.quotes.passages.repairs.attributions import parts


@pytest.mark.parametrize(
    ("text", "content", "found"),
    [
        (
            "Brunn told the harbour police that it sank, her lawyer said.",
            ("Brunn told", "that it sank"),
            ["Brunn told the harbour police that it sank"],
        ),
        (
            "Brunn assured Ada Moen it sank, Holt said.",
            ("Brunn assured", "it sank"),
            ["Brunn assured Ada Moen it sank"],
        ),
        ("Brunn left the town, it sank, Holt said.", ("Brunn left", "it sank"), ["Brunn left", "it sank"]),
    ],
)
def test_a_content_keeps_who_is_told_in_it(text: str, content: tuple[str, ...], found: list[str]) -> None:
    item = make_attribution(text, *content, cue="said", source=text.split(", ")[-1].removesuffix(" said."))
    [(_, contents)] = parts(text, with_hearer_inside(text, item))
    assert contents == found


def test_two_attributions_of_one_clause_are_one() -> None:
    text = "Ada Brunn told Jan Holt that it sank, a lawyer said."
    outer = make_attribution(text, "Ada Brunn", cue="said", source="a lawyer")
    inner = make_attribution(text, "that it sank", cue="told", source="a lawyer")
    found = with_whole_clauses_of_others(text, [outer, inner])
    assert parts(text, *found) == [(["a lawyer"], ["Ada Brunn told Jan Holt that it sank"])]


def test_attributions_of_two_sources_stay_two() -> None:
    text = "Ada Brunn told Jan Holt that it sank, a lawyer said."
    outer = make_attribution(text, "Ada Brunn", cue="said", source="a lawyer")
    inner = make_attribution(text, "that it sank", cue="told", source="Ada Brunn")
    assert with_whole_clauses_of_others(text, [outer, inner]) == [outer, inner]
