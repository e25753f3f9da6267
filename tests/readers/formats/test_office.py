"""Word documents, RTF and Excel tables to articles."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from extract.article import Article, Failure
from extract.readers import Fields, read_articles
from tests.readers.archives import zipped
from tests.readers.documents import locked, rtf, saved, word_document, workbook


def read(path: Path, data: bytes, **fields: Any) -> list[Article | Failure]:
    path.write_bytes(data)
    return list(read_articles([path], fields=Fields(**fields)))


def one(path: Path, data: bytes) -> Article:
    [article] = read(path, data)
    assert isinstance(article, Article), article
    return article


def failure(path: Path, data: bytes) -> Failure:
    [found] = read(path, data)
    assert isinstance(found, Failure)
    assert (found.stage, found.kind) == ("read", "ArticleError")
    return found


def repacked(data: bytes, **changed: bytes) -> bytes:
    """The container `data` with other contents of the parts whose names end so."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for end, content in changed.items():
        parts.update({name: content for name in parts if name.endswith(f"{end}.xml")})
    return zipped(parts)


def test_paragraphs_of_a_document_are_joined_by_blank_lines(tmp_path: Path) -> None:
    article = one(tmp_path / "a.docx", word_document(["It rained.", "", "“No,” he said. 😀"]))
    assert article == Article(
        id="a.docx", text="It rained.\n\n“No,” he said. 😀", path=(tmp_path / "a.docx").as_posix()
    )


def test_text_of_tables_links_and_tracked_changes_is_read_as_word_shows_it(tmp_path: Path) -> None:
    document = Document()
    document.add_table(1, 2).cell(0, 0).text = "Port"
    runs = (
        "<w:r><w:t>Fares</w:t><w:tab/><w:t>will </w:t></w:r>"
        "<w:del><w:r><w:delText>rise</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>not</w:t></w:r></w:ins><w:hyperlink><w:r><w:t> rise</w:t></w:r></w:hyperlink>"
        "<w:moveFrom><w:r><w:t>twice</w:t></w:r></w:moveFrom><w:r><w:br/><w:t>now.</w:t></w:r>"
    )
    document.element.body.insert(1, parse_xml(f"<w:p {nsdecls('w')}>{runs}</w:p>"))
    assert one(tmp_path / "a.docx", saved(document)).text == "Port\n\nFares\twill not rise\nnow."


def test_hidden_text_of_a_document_is_not_read(tmp_path: Path) -> None:
    document = Document()
    hidden, off = "<w:rPr><w:vanish/></w:rPr>", '<w:rPr><w:vanish w:val="0"/></w:rPr>'
    runs = f"<w:r>{hidden}<w:t>Draft.</w:t></w:r><w:r>{off}<w:t>It rained.</w:t></w:r>"
    document.element.body.insert(0, parse_xml(f"<w:p {nsdecls('w')}>{runs}</w:p>"))
    assert one(tmp_path / "a.docx", saved(document)).text == "It rained."


def test_deleted_and_hidden_text_of_rtf_is_not_read(tmp_path: Path) -> None:
    data = (
        b"{\\rtf1 It {\\deleted\\revauthdel1 snowed}{\\revised rained} in {\\v Draft.}Osby{\\v1 Draft}.\\par}"
    )
    assert one(tmp_path / "a.rtf", data).text == "It rained in Osby."


def test_rtf_that_is_hidden_in_part_keeps_what_is_shown(tmp_path: Path) -> None:
    data = b"{\\rtf1\\ansi It rained.\\par\\v Draft.\\v0  No one said why.\\par}"
    assert one(tmp_path / "a.rtf", data).text.endswith("No one said why.")
    assert one(tmp_path / "b.rtf", b"{\\rtf1 {\\v Draft.\\v0 It rained.}\\par}").text.endswith("It rained.")


def test_a_document_takes_metadata_from_beside_it(tmp_path: Path) -> None:
    (tmp_path / "a.meta.json").write_text('{"title": "Rain", "published": "2031-04-06"}')
    article = one(tmp_path / "a.docx", word_document(["It rained."]))
    assert (article.title, article.published, article.published_from) == ("Rain", "2031-04-06", "sidecar")


def test_a_document_in_an_archive_is_read(tmp_path: Path) -> None:
    members = {
        "a.docx": word_document(["It rained."]),
        "b.xlsx": workbook(Sheet=[["text"], ["No."]]),
        "c.rtf": rtf(["Yes."]),
    }
    found = read(tmp_path / "in.zip", zipped(members))
    assert [item.id for item in found if isinstance(item, Article)] == [
        "in.zip!a.docx",
        "in.zip!b.xlsx:2",
        "in.zip!c.rtf",
    ]


def test_rtf_is_read_with_its_marks_links_and_characters_of_every_plane(tmp_path: Path) -> None:
    link = '{\\field{\\*\\fldinst{HYPERLINK "https://example.org"}}{\\fldrslt{the port}}}'
    data = rtf(["{It} rained 😀", "LINK", "\\“No,” he said."]).replace(b"LINK", link.encode())
    assert one(tmp_path / "a.rtf", data).text == "{It} rained 😀\n\nthe port\n\n\\“No,” he said."


def test_rtf_in_an_old_encoding_is_read(tmp_path: Path) -> None:
    data = b"{\\rtf1\\ansi\\ansicpg1252 \\'93No,\\'94 he said.\\par\nCaf\\'e9\\emdash\\~closed.\\par}"
    assert one(tmp_path / "a.rtf", data).text == "“No,” he said.\n\nCafé—\xa0closed."


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("a.docx", locked(), "protected by a password; open it in Word, remove the password"),
        ("a.xlsx", locked(), "protected by a password; open it in Excel, remove the password"),
        ("a.docx", locked()[:1024], "an old Office document; open it in Word and save it as .docx"),
        ("a.xlsx", locked()[:1024], "an old Office document; open it in Excel and save it as .xlsx"),
        ("a.docx", b"%PDF-1.7", "this is a PDF document, not a .docx file; rename it"),
        ("a.docx", rtf(["No."]), "this is an RTF document, not a .docx file"),
        ("a.xlsx", b"SQLite format 3\0" + bytes(200), "this is an SQLite database, not a .xlsx file"),
        ("a.docx", workbook(A=[["text"]]), "it is damaged (it is not a Word file, content type"),
        ("a.docx", b"It rained.", "not a .docx file, or it is damaged"),
        ("a.xlsx", b"", "not a .xlsx file, or it is damaged"),
        ("a.docx", word_document(["It rained."])[:2000], "not a .docx file, or it is damaged"),
        ("a.xlsx", workbook(A=[["text"], ["No."]])[:2000], "not a .xlsx file, or it is damaged"),
        ("a.docx", zipped({"a.txt": b"No."}), "not a .docx file, or it is damaged"),
        ("a.xlsx", word_document(["No."]), "not a .xlsx file, or it is damaged"),
        ("a.docx", word_document([""]), "no text in it"),
        ("a.docx", repacked(word_document(["No."]), document=b"<w:p"), "not a .docx file, or it is damaged"),
        ("a.rtf", b"It rained.", "not an RTF document"),
        ("a.rtf", rtf(["It rained."])[:-1], "breaks off before its end"),
        ("a.rtf", rtf([]), "there is no text in it"),
    ],
)
def test_what_cannot_be_read_is_a_failure_that_says_what_to_do(
    tmp_path: Path, name: str, data: bytes, message: str
) -> None:
    assert message in failure(tmp_path / name, data).message


@pytest.mark.parametrize("name", ["a.docx", "a.xlsx"])
def test_a_bomb_is_refused_before_it_is_opened(tmp_path: Path, name: str) -> None:
    found = failure(tmp_path / name, zipped({"word/document.xml": b" " * 25_000_000}))
    assert "decompression bomb" in found.message


def test_parts_beyond_the_limit_are_a_failure(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(word_document(["It rained."]))
    [found] = read_articles([path], max_article_size=path.stat().st_size)
    assert isinstance(found, Failure)
    assert "it contains" in found.message


def test_entities_of_a_document_are_not_expanded(tmp_path: Path) -> None:
    bomb = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 20}">' for n in range(1, 8))
    part = f'<!DOCTYPE x [<!ENTITY e0 "rain">{bomb}]><w:document {nsdecls("w")}><w:body><w:p><w:r><w:t>&e7;'
    part += "</w:t></w:r></w:p></w:body></w:document>"
    found = failure(tmp_path / "a.docx", repacked(word_document(["No."]), document=part.encode()))
    assert len(found.message) < 400


def test_a_row_of_a_sheet_is_an_article(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["id", "text", "published", "title"],
        [7, "It rained._x000D_\nTwice.", datetime(2031, 4, 6), 2031],
        [None, None, None, None],
        [8.0, "No.", "April 7, 2031", None],
    ]
    first, second = read(tmp_path / "a.xlsx", workbook(Sheet=rows))
    assert first == Article(
        id="7",
        text="It rained.\r\nTwice.",
        path=(tmp_path / "a.xlsx").as_posix(),
        title="2031",
        published="2031-04-06",
        published_from="field",
    )
    assert isinstance(second, Article)
    assert (second.id, second.published) == ("8", "2031-04-07")


def test_days_without_a_format_and_failed_formulas_are_known(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["id", "text", "published"],
        ["a", "It rained.", 47944],
        ["b", "#N/A", 2031],
        ["c", "No.", 2031],
    ]
    first, second, third = read(tmp_path / "a.xlsx", workbook(A=rows))
    assert isinstance(first, Article)
    assert first.published == "2031-04-06"
    assert isinstance(second, Failure)
    assert isinstance(third, Article)
    assert third.published == "2031"


def test_columns_of_a_sheet_may_have_any_names(tmp_path: Path) -> None:
    data = workbook(Sheet=[["body", "paper", "by"], ["It rained.", "The Quay Post", "Ada Quill"]])
    [article] = read(tmp_path / "a.xlsx", data, text="body", publisher="paper", author="by")
    assert isinstance(article, Article)
    assert (article.id, article.publisher, article.author) == ("a.xlsx:2", "The Quay Post", "Ada Quill")


def test_sheets_without_the_column_are_passed_over_and_others_named(tmp_path: Path) -> None:
    data = workbook(Notes=[["about"]], Y2031=[["text"], ["No."]], Y2032=[["text"], ["Yes."]], Empty=[])
    found = read(tmp_path / "a.xlsx", data)
    assert [item.id for item in found if isinstance(item, Article)] == ["a.xlsx:2", "a.xlsx!Y2032:2"]


def test_a_sheet_that_lacks_a_column_costs_itself(tmp_path: Path) -> None:
    data = workbook(
        A=[["text", "Day"], ["No.", "2017"]], B=[["Text"], ["Yes."]], C=[["text", "Day"], ["So."]]
    )
    first, second, third = read(tmp_path / "a.xlsx", data, published="Day")
    assert isinstance(second, Failure)
    assert second.message.startswith("sheet 'B': there is no column 'Day' in the first row (columns: Text)")
    assert [item.id for item in (first, third) if isinstance(item, Article)] == ["a.xlsx:2", "a.xlsx!C:2"]


def test_a_table_without_the_column_names_those_there_are(tmp_path: Path) -> None:
    assert (
        "(columns: id, body)"
        in failure(tmp_path / "a.xlsx", workbook(A=[["id", "body"], [1, "No."]])).message
    )


def test_a_row_without_a_text_costs_itself(tmp_path: Path) -> None:
    first, second = read(tmp_path / "a.xlsx", workbook(A=[["id", "text"], ["a", None], ["b", "No."]]))
    assert isinstance(first, Failure)
    assert (first.line, first.article_id) == (2, "a")
    assert isinstance(second, Article)


def test_a_sheet_that_breaks_off_gives_its_rows_up_to_there(tmp_path: Path) -> None:
    data = workbook(A=[["text"], ["It rained."], ["No."]])
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml")
    cut = sheet[: sheet.index(b'<row r="3"') + 12]
    first, second = read(tmp_path / "a.xlsx", repacked(data, sheet1=cut))
    assert isinstance(first, Article)
    assert isinstance(second, Failure)
    assert second.message.startswith("reading stopped: this is not a .xlsx file, or it is damaged")
