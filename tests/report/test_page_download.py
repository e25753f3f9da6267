"""The page in a browser: the table that is taken out of it."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import pytest

from extract.article import Article
from extract.record.flat import FLAT_COLUMNS, flat_rows
from extract.record.writers.excel import excel_rows
from extract.record.writers.excel_csv import harmless
from tests.report.made import record
from tests.report.pages import (
    CLOSED,
    HARBOUR,
    LEAVE,
    NOTHING,
    PROMISED,
    SAFE,
    Pages,
    downloaded,
    expect,
    facet,
    review_three,
)

pytestmark = pytest.mark.browser


def test_download_has_the_rows_of_records_csv(pages: Pages, tmp_path: Path) -> None:
    page = pages.open()
    page.get_by_role("columnheader", name="Speaker").get_by_role("button").click()
    page.get_by_role("button", name="Download").click()
    text = downloaded(page, "CSV", tmp_path).read_bytes().decode("utf-8")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert list(rows[0]) == [*FLAT_COLUMNS, "review"]
    order = [CLOSED, PROMISED, SAFE, NOTHING, LEAVE]
    flat = [row for made in order for row in flat_rows(made)]
    assert rows == [
        {name: _cell(getattr(row, name)) for name in FLAT_COLUMNS} | {"review": "open"} for row in flat
    ]


def _cell(value: object) -> str:
    return "" if value is None else str(value)


def test_download_holds_what_is_shown_with_corrections(pages: Pages, tmp_path: Path) -> None:
    page = pages.open()
    review_three(page)
    facet(page, "Type").get_by_label(re.compile("^direct")).check()
    page.get_by_role("button", name="Download").click()
    text = downloaded(page, "CSV", tmp_path).read_bytes().decode("utf-8")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert [(row["review"], row["speaker"], row["organization"]) for row in rows] == [
        ("accepted", "Ada Brunn", "Norvik Bank"),
        ("corrected", "Jan B. Holt", "Harbour Union"),
        ("corrected", "Jan B. Holt", "Norvik Bank"),
        ("open", "Zoë Lindqvist", ""),
    ]
    assert rows[1]["quote"] == "never promised anything"
    assert HARBOUR.text[int(rows[1]["start"]) : int(rows[1]["end"])] == "never promised anything"


def test_download_for_excel_holds_no_formula(pages: Pages, tmp_path: Path) -> None:
    text = '“=HYPERLINK("http://a")” and “+1” and “-1, yes” and “@SUM” and “fine”, Ada Brunn said.'
    article = Article(id="=1.txt", path="=1.txt", text=text, title="=cmd|' /C calc'!A0")
    words = ['=HYPERLINK("http://a")', "+1", "-1, yes", "@SUM", "fine"]
    page = pages.open([article], [record(article, part, speaker="Ada Brunn") for part in words])
    page.get_by_role("button", name="Download").click()
    data = downloaded(page, "CSV for Excel", tmp_path).read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert [row["quote"] for row in rows] == [*(f"'{part}" for part in words[:4]), "fine"]
    assert all(row["title"].startswith("'=") and row["article_id"].startswith("'=") for row in rows)


def test_download_for_excel_has_the_cells_of_a_run_for_excel(pages: Pages, tmp_path: Path) -> None:
    words = "🚢 one\ntwo\r\nthree\u2028four " + "long " * 8000
    article = Article(id="long.txt", path="long.txt", text=f"“{words}” Ada Brunn said.", title="\t=1")
    made = record(article, words, speaker="Ada Brunn", flags=("year_inferred",))
    page = pages.open([article], [made])
    page.get_by_role("button", name="Download").click()
    data = downloaded(page, "CSV for Excel", tmp_path).read_bytes()
    _, row = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""))
    [cells] = excel_rows(made)
    assert row == [*("" if cell is None else harmless(str(cell)) for cell in cells), "open"]
    assert any(cell.endswith(" […]") for cell in row)


def test_nothing_is_downloaded_where_nothing_is_shown(pages: Pages) -> None:
    page = pages.open(fragment="q=nowhere")
    page.get_by_role("button", name="Download").click()
    expect(page.get_by_role("dialog")).to_contain_text("No quote is shown now")
    expect(page.get_by_role("button", name="CSV", exact=True)).to_have_count(0)
