"""Exports of newspaper databases: many articles in one file."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.article import Article, Failure
from extract.readers import read_articles
from extract.readers.article.document import day_in_header
from tests.readers.documents import (
    FACTIVA_CODES,
    FACTIVA_PAGE,
    FACTIVA_PLAIN,
    LEXISNEXIS,
    NEXIS,
    PROQUEST,
    RIS,
    lexisnexis_page,
    rtf,
    word_document,
)

EXPORTS = {
    "nexis.docx": word_document(NEXIS.splitlines()),
    "nexis.rtf": rtf(NEXIS.splitlines()),
    "nexis.txt": NEXIS.encode(),
    "lexisnexis.txt": LEXISNEXIS.encode(),
    "lexisnexis.crlf.txt": LEXISNEXIS.replace("\n", "\r\n").encode("cp1252"),
    "lexisnexis.docx": word_document(LEXISNEXIS.split("\n\n")),
    "lexisnexis.rtf": rtf(LEXISNEXIS.splitlines()),
    "lexisnexis.html": lexisnexis_page().encode(),
    "codes.rtf": rtf(FACTIVA_CODES.splitlines()),
    "plain.rtf": rtf(FACTIVA_PLAIN.splitlines()),
    "factiva.html": FACTIVA_PAGE.encode(),
    "proquest.txt": PROQUEST.encode(),
    "proquest.crlf.txt": PROQUEST.replace("\n", "\r\n").encode("utf-8-sig"),
    "proquest.ris": RIS.encode(),
    "proquest.crlf.ris": RIS.replace("\n", "\r\n").encode("utf-8-sig"),
}


def read(path: Path, data: bytes) -> list[Article | Failure]:
    path.write_bytes(data)
    return list(read_articles([path]))


@pytest.mark.parametrize("name", EXPORTS)
def test_every_article_of_an_export_has_what_its_header_says(tmp_path: Path, name: str) -> None:
    first, second = read(tmp_path / name, EXPORTS[name])
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert first.author is not None
    assert (first.author.casefold(), second.author) == ("ada quill", None)
    assert first.text.split("\n\n") == [
        "Dockers went back to work on Tuesday.",
        "“We got what we asked for,” said Märta Lindqvist.",
    ]
    assert (first.title, first.publisher) == ("Harbour strike ends", "The Quay Post")
    assert (first.published, first.published_from) == ("2031-04-06", "field")
    assert second.text == "Nordvik Shipping said that fares would not rise."
    assert (second.title, second.publisher) == ("Fares will not rise, Nordvik says", "Western Mail")
    assert second.published == "2031-04-07"


@pytest.mark.parametrize(
    ("name", "ids"),
    [
        ("nexis.docx", ["nexis.docx:1", "nexis.docx:2"]),
        ("codes.rtf", ["QUAY000020310406er4600001", "WMAIL00020310407er4700002"]),
        ("factiva.html", ["QUAY000020310406er4600001", "WMAIL00020310407er4700002"]),
        ("proquest.txt", ["1800000001", "1800000002"]),
        ("proquest.ris", ["1800000001", "1800000002"]),
    ],
)
def test_an_article_has_the_id_of_its_database_or_its_number(
    tmp_path: Path, name: str, ids: list[str]
) -> None:
    found = read(tmp_path / name, EXPORTS[name])
    assert [item.id for item in found if isinstance(item, Article)] == ids


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.docx", word_document(NEXIS.splitlines()[:-1])),
        ("a.txt", NEXIS[: NEXIS.rindex("Load-Date")].encode()),
        ("c.txt", LEXISNEXIS[: LEXISNEXIS.rindex("GRAPHIC")].encode()),
        ("a.rtf", rtf(FACTIVA_CODES.splitlines()[:-1])),
        ("b.rtf", rtf(FACTIVA_PLAIN.splitlines()[:-1])),
        ("b.txt", PROQUEST[: PROQUEST.rindex("Title:")].encode()),
        ("a.ris", RIS[: RIS.rindex("AN")].encode()),
    ],
)
def test_an_export_that_breaks_off_gives_all_up_to_there(tmp_path: Path, name: str, data: bytes) -> None:
    first, second = read(tmp_path / name, data)
    assert isinstance(first, Article)
    assert isinstance(second, Failure)
    assert (second.line, second.stage) == (2, "read")
    assert "export it again" in second.message


@pytest.mark.parametrize(
    ("name", "text", "gone"),
    [
        ("a.txt", NEXIS, "Body\nDockers"),
        ("a.txt", PROQUEST, "Full text: Dockers"),
        ("a.ris", RIS, "AB  - The strike is over.\nN2  - Dockers"),
    ],
)
def test_an_article_without_a_text_costs_itself(tmp_path: Path, name: str, text: str, gone: str) -> None:
    first, second = read(tmp_path / name, text.replace(gone, "\nXX  - Dockers").encode())
    assert isinstance(first, Failure)
    assert "with full text" in first.message
    assert isinstance(second, Article)


def test_a_text_that_mentions_the_marks_of_databases_is_one_article(tmp_path: Path) -> None:
    text = "Body\n\nEnd of the Document\nFull text: none.\nTD Bank said 42 words.\nHD television.\n____\n"
    [article] = read(tmp_path / "a.txt", text.encode())
    assert isinstance(article, Article)
    assert article.text == text


def test_field_codes_in_the_cells_of_a_table_are_read(tmp_path: Path) -> None:
    cells = {
        "HD": "Harbour strike ends",
        "BY": "By Ada Quill",
        "PD": "6 April 2031",
        "SN": "The Quay Post",
        "LP": "Dockers went back to work.",
        "TD": "It rained.\\par\nNo one said why.",
        "NS": "gstrik : Labor Disputes",
        "AN": "Document QUAY000020310406er4600001",
    }
    rows = (f"\\trowd\\intbl {{\\b {code}}}\\cell {value}\\cell\\row\n" for code, value in cells.items())
    [article] = read(tmp_path / "a.rtf", ("{\\rtf1\\ansi " + "".join(rows) + "}").encode())
    assert isinstance(article, Article)
    assert article.text == "Dockers went back to work.\n\nIt rained.\n\nNo one said why."
    assert (article.id, article.author) == ("QUAY000020310406er4600001", "Ada Quill")


def test_a_text_with_the_marks_of_an_export_but_no_article_is_one_itself(tmp_path: Path) -> None:
    [article] = read(tmp_path / "a.txt", ("_" * 40 + "\nPublication title: none\nIt rained.\n").encode())
    assert isinstance(article, Article)
    assert article.text.endswith("It rained.\n")


def test_fields_in_the_text_of_an_article_do_not_end_it(tmp_path: Path) -> None:
    text = PROQUEST.replace("Tuesday.\n", "Tuesday.\n\nSubject: the strike. That was the letter.\n", 1)
    first, _ = read(tmp_path / "a.txt", text.encode())
    assert isinstance(first, Article)
    assert "Subject: the strike. That was the letter.\n\n“We got" in first.text


def test_a_file_without_records_is_no_ris(tmp_path: Path) -> None:
    [found] = read(tmp_path / "a.ris", b"It rained.\n")
    assert isinstance(found, Failure)
    assert "not a RIS file, or it is damaged" in found.message


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("April 6, 2031", "2031-04-06"),
        ("Apr 6, 2031", "2031-04-06"),
        ("6 April 2031", "2031-04-06"),
        ("2031/04/06/", "2031-04-06"),
        ("2031 Apr 06", "2031-04-06"),
        ("2031-04-06", "2031-04-06"),
        ("April 2031", "2031-04"),
        ("Spring 2031", "2031"),
        ("2031/13/45", "2031"),
        ("yesterday", None),
        ("", None),
        (None, None),
    ],
)
def test_days_as_databases_write_them(value: str | None, day: str | None) -> None:
    assert day_in_header(value) == day
