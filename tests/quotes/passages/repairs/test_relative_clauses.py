"""Contents of what "who" says."""

from __future__ import annotations

import pytest

from extract.quotes.passages.repairs.relative_clauses import without_main_clause
from tests.marked_texts import make_attribution


@pytest.mark.parametrize(
    ("text", "content", "found"),
    [
        ("Brunn, who says it is late, closed the pier.", "it is late, closed the pier", "it is late"),
        ("Brunn, who says it is late, with her son.", "it is late, with her son", "it is late"),
        (
            "Brunn, who says it is cold, dark and late.",
            "it is cold, dark and late",
            "it is cold, dark and late",
        ),
    ],
)
def test_it_ends_where_the_main_clause_goes_on(text: str, content: str, found: str) -> None:
    item = make_attribution(text, content, cue="says", source="who")
    assert without_main_clause(text, item).content[0].of(text) == found
