"""Titles in front of a comma."""

from __future__ import annotations

import pytest

from extract.quotes.speakers.comma_titles import before_comma
from tests.marked_texts import make_index, span_of


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("“No,” the judge, Bo Ek, said.", "judge"),
        ('"No," a former colleague, Bo Ek, said.', "former colleague"),
        ("In a call with analysts the firm’s finance director, Bo Ek, said no.", "finance director"),
        ("Voters in Eastmoor ousted their mayor, Bo Ek, on Sunday.", "mayor"),
        ("Police questioned a former nurse, Bo Ek.", "former nurse"),
        (
            "Ada Brunn told the head of the harbour board, Bo Ek, that it was late.",
            "head of the harbour board",
        ),
        ("It warned the Harbour Union’s policy lead, Bo Ek, of a fine.", "Harbour Union’s policy lead"),
        ("It sued the mayor, Bo Ek left and the rest stayed.", None),
        ("They blamed the storm, Bo Ek, and the sea.", None),
        ("She also thanked his wife, Bo Ek, and left.", None),
    ],
)
def test_the_phrase_that_a_name_explains_is_its_title(text: str, title: str | None) -> None:
    index = make_index(text, people=["Bo Ek"])
    found = before_comma(index, span_of(text, "Bo Ek"))
    assert (found.of(text) if found else None) == title
