"""Exports of LexisNexis before Nexis Uni."""

from __future__ import annotations

import pytest

from extract.errors import ArticleError
from extract.readers.article.document import Document
from extract.readers.databases.lexisnexis import lexisnexis_text
from tests.readers.documents import LEXISNEXIS


def article(head: str, *, body: str = "It rained in Osby.", number: str = "1 of 20 DOCUMENTS") -> Document:
    """The one article below such a head."""
    found = lexisnexis_text(f"\n{number:>50}\n\n\n{head}\n\n{body}\n\nLANGUAGE: ENGLISH\n")
    assert found is not None
    [document] = found
    assert isinstance(document, Document), document
    return document


@pytest.mark.parametrize(
    "number",
    [
        "1 of 20 DOCUMENTS",
        "501 of 1200 DOCUMENTS",
        "1 of 1 DOCUMENT",
        "Document 1 of 20",
        "FOCUS - 3 of 20 DOCUMENTS",
        "2ND STORY of Level 1 printed in FULL format.",
    ],
)
def test_an_article_begins_below_its_number(number: str) -> None:
    found = article("   The Echo\n\n   April 6, 2031\n\nRain\n\nLENGTH: 4 words", number=number)
    assert (found.text, found.title, found.publisher) == ("It rained in Osby.", "Rain", "The Echo")


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("April 6, 2031 Tuesday", "2031-04-06"),
        ("April 6, 2031, Tuesday", "2031-04-06"),
        ("April 6, 2031, Tuesday, Late Edition - Final", "2031-04-06"),
        ("April 6, 2031 Tuesday 10:22 AM EST", "2031-04-06"),
        ("Tuesday, April 6, 2031", "2031-04-06"),
        ("Tuesday 6 April 2031", "2031-04-06"),
        ("APRIL 6, 2031, TUESDAY, FINAL EDITION", "2031-04-06"),
        ("April 6-7, 2031", "2031-04-06"),
        ("April 2031", "2031-04"),
    ],
)
def test_the_day_stands_in_the_line_below_the_outlet(line: str, day: str) -> None:
    found = article(f"        The Echo\n\n        {line}\n\nRain\n\nLENGTH: 4 words")
    assert (found.published, found.publisher) == (day, "The Echo")


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        ("Rain in Osby and on the coast,\nwith floods", "Rain in Osby and on the coast, with floods"),
        ("Rain\n\nA week of it", "Rain A week of it"),
        ("HEADLINE: Rain;\nA week of it", "Rain; A week of it"),
        ("Correction Appended\n\nRain", "Rain"),
        ("SERIES: First of two parts\n\nHEADLINE: Rain", "Rain"),
        ("", None),
    ],
)  # fmt: skip
def test_the_title_is_every_line_of_it(lines: str, title: str | None) -> None:
    assert article(f"   The Echo\n\n   April 6, 2031\n\n{lines}\n\nLENGTH: 4 words").title == title


def test_lines_broken_to_fit_the_page_are_whole_paragraphs_again() -> None:
    body = (
        "Dockers at the port of Norrhamn went back to work on Tuesday after a week away,\n"
        "and it rained.\n"
        "   “No one pays more than before,” said Märta Lindqvist, who leads the dockers’\n"
        "union.\n\n"
        "Q. Who won?\nA. We did."
    )
    assert article("   The Echo\n\n   April 6, 2031\n\nLENGTH: 4 words", body=body).text.split("\n\n") == [
        "Dockers at the port of Norrhamn went back to work on Tuesday after a week away, and it rained.",
        "“No one pays more than before,” said Märta Lindqvist, who leads the dockers’ union.",
        "Q. Who won?",
        "A. We did.",
    ]  # fmt: skip


def test_the_text_may_follow_the_number_of_words_without_a_blank_line() -> None:
    found = article("The Echo\nApril 6, 2031\nLENGTH: 4 words\nNo.", body="Yes.")
    assert found.text == "No.\n\nYes."


@pytest.mark.parametrize("body", ["BODY:\n\nIt rained.\n\nBODY: No.", "BODY: It rained.\n\nBODY: No."])
def test_the_text_stands_below_its_name(body: str) -> None:
    head = "The Echo\n\nApril 6, 2031\n\nLENGTH: 4 words\n\nDISTRIBUTION: Osby"
    assert article(head, body=body).text == "It rained.\n\nBODY: No."


def test_rights_above_the_outlet_and_below_the_text_are_neither() -> None:
    head = (
        "  Copyright 2031 Echo Ltd\n  All Rights Reserved\n\n  The Echo\n\n  April 6, 2031\n\nLENGTH: 4 words"
    )
    found = article(head, body="It rained.\n\n   Copyright 2031 Echo Ltd")
    assert (found.publisher, found.text) == ("The Echo", "It rained.")


def test_a_paragraph_that_begins_like_a_field_ends_no_text() -> None:
    body = "It rained.\n\nUPDATE: The harbour is closed.\n\nCITY: a novel, is out.\n\nNo one was hurt."
    below = "SUBJECT: RAIN (90%); HARBOURS\n(80%)\n\nCOMPANY: ECHO LTD\n\n   Copyright 2031 Echo Ltd\n\n"
    found = article("The Echo\n\nApril 6, 2031\n\nLENGTH: 4 words", body=f"{body}\n\n{below}")
    assert found.text == body


def test_an_outlet_that_is_not_named_is_who_holds_the_rights() -> None:
    rights = (
        "  Copyright 2031 Western Press\n  All Rights Reserved\n\nThese materials may not be published again"
    )
    head = f"{rights}\nwithout the written consent of Western Press.\n\n  April 6, 2031, Tuesday, AM cycle"
    found = article(f"{head}\n\nLENGTH: 4 words")
    assert (found.publisher, found.published) == ("Western Press", "2031-04-06")


@pytest.mark.parametrize(
    "text",
    [
        "The court saw\n\n1 of 20 DOCUMENTS\n\nand no more.",
        "1 of 20 DOCUMENTS\n\nLENGTH: a matter of taste.\n\nIt rained.",
        "Document 1 of 20\n\nIt rained.",
        "LENGTH: 4 words\n\nLOAD-DATE: April 6, 2031\n\nIt rained.",
    ],
)
def test_a_text_with_some_of_its_marks_is_no_export(text: str) -> None:
    assert lexisnexis_text(text) is None


def test_an_article_without_fields_costs_itself() -> None:
    first, second = (
        lexisnexis_text("1 of 2 DOCUMENTS\n\nNot available.\n\n" + LEXISNEXIS[LEXISNEXIS.index("2 of 2") :])
        or ()
    )
    assert isinstance(first, ArticleError)
    assert isinstance(second, Document)


def test_an_article_without_a_text_costs_itself() -> None:
    [found] = (
        lexisnexis_text("1 of 2 DOCUMENTS\n\nThe Echo\n\nRain\n\nLENGTH: 4 words\n\nLANGUAGE: ENGLISH") or ()
    )
    assert isinstance(found, ArticleError)
    assert "with full text" in str(found)
