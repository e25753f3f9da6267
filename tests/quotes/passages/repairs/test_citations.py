"""Whom a reporter cites."""

from __future__ import annotations

import pytest

from extract.quotes.passages.repairs.citations import without_citations
from tests.marked_texts import make_attribution


@pytest.mark.parametrize(
    ("text", "content", "found"),
    [
        (
            "The Herald said on Monday, citing court papers, that the pier sank.",
            "court papers, that the pier sank",
            ("said", "the pier sank"),
        ),
        ("The pier sank, the Herald reported, citing people at the port.", "people at the port", None),
        (
            "The Herald said, quoting the pilot, Jan Holt, the pier sank.",
            "the pilot, Jan Holt, the pier sank",
            ("quoting", "the pier sank"),
        ),
        (
            "The Herald left, quoting Holt: “It sank.”",
            "Holt: “It sank.”",
            ("quoting", "Holt: “It sank.”"),
        ),
    ],
)
def test_who_is_cited_is_no_content(text: str, content: str, found: tuple[str, str] | None) -> None:
    cue = "quoting" if "quoting" in text else "citing"
    items = without_citations(
        text,
        [make_attribution(text, content, cue=cue, source="The Herald" if text[4] == "H" else "the Herald")],
    )
    assert [(item.cue[0].of(text), item.content[0].of(text)) for item in items] == ([found] if found else [])


def test_who_is_cited_at_the_end_of_a_content_is_cut_off() -> None:
    text = "The Herald reported that the pier sank, citing people at the port."
    content = "that the pier sank, citing people at the port"
    [item] = without_citations(text, [make_attribution(text, content, cue="reported", source="The Herald")])
    assert item.content[0].of(text) == "that the pier sank"


def test_which_cited_somebody_reports_nothing() -> None:
    text = "The Herald, which cited people at the port, was wrong."
    assert (
        without_citations(text, [make_attribution(text, "people at the port", cue="cited", source="which")])
        == []
    )
