"""Bylines to the names of authors."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.layout.author_names import author_of, author_of_names


@pytest.mark.parametrize(
    ("byline", "author"),
    [
        ("By ADA QUILL", "ADA QUILL"),
        ("Byline: By Ada Quill", "Ada Quill"),
        ("Written by Ada Quill", "Ada Quill"),
        ("Ada Quill; Bo Berg", "Ada Quill; Bo Berg"),
        ("By Ada Quill, Bo Berg and Cid Dahl", "Ada Quill; Bo Berg; Cid Dahl"),
        ("By ADA QUILL; Compiled by BO BERG", "ADA QUILL; BO BERG"),
        ("By Ada Quill in Norrhamn and Bo Berg in Osby", "Ada Quill; Bo Berg"),
        ("Ada Quill, Staff Writer", "Ada Quill"),
        ("Ada Quill Chief Political Correspondent", "Ada Quill"),
        ("By Western Press Writer Ada Quill", "Ada Quill"),
        ("By ADA QUILL, Special to The Quay Post", "ADA QUILL"),
        ("By ADA QUILL; Bo Berg contributed reporting from Osby.", "ADA QUILL"),
        ("Posted by Ada Quill | March 3, 2031", "Ada Quill"),
        ("By Ada Quill and Bo Berg | Norrhamn", "Ada Quill; Bo Berg"),
        ("aquill@example.org (Ada Quill)", "Ada Quill"),
        ("Ada Quill @adaquill https://example.org/ada", "Ada Quill"),
        ("Ada Quill <ada@example.org>, Bo Berg", "Ada Quill; Bo Berg"),
        ("Quill, Ada", "Ada Quill"),
        ("Ole Dahl, Jr.", "Ole Dahl Jr."),
        ("Märta d’Aube-van der Berg", "Märta d’Aube-van der Berg"),
        ("王小明", "王小明"),
        ("The Western Press", "The Western Press"),
        ("Office of the Harbour Master", "Office of the Harbour Master"),
    ],
)
def test_names_are_taken_from_a_byline_as_they_are_written(byline: str, author: str) -> None:
    assert author_of(byline) == author


@pytest.mark.parametrize(
    "byline",
    [
        None,
        "",
        "By",
        "and",
        "Staff",
        "admin",
        "By Our Own Correspondent",
        "Editorial Board",
        "Web Desk",
        "Facebook; Twitter",
        "https://example.org/author/ada-quill",
        "April 3, 2031",
        "He said that the strike was over.",
        "Share this article!",
        "word " * 1000,
    ],
)
def test_what_names_nobody_is_no_author(byline: str | None) -> None:
    assert author_of(byline) is None


def test_names_of_databases_are_turned() -> None:
    assert author_of_names(["Quill, Ada", "Berg, Bo J", "Anonymous", " "]) == "Ada Quill; Bo J Berg"
    assert author_of_names(["Dahl, Ole, Jr.", "van der Berg, Bo"]) == "Ole Dahl Jr.; Bo van der Berg"
    assert author_of_names(["Team a " * 100_000, "Quill, Ada"]) == "Ada Quill"


@given(st.text(alphabet="By Ada,;|.()@’é\n", max_size=60))
def test_an_author_holds_only_words_of_the_byline(byline: str) -> None:
    author = author_of(byline)
    assert author is None or all(word in byline for word in author.replace(";", " ").split())
