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
