"""What is made for spreadsheets: nothing in it is a formula, and nothing is lost without a word."""

from __future__ import annotations

import csv
import shutil
import subprocess
import zipfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.record.flat import FLAT_COLUMNS
from extract.record.writers import excel as xlsx
from extract.record.writers.excel import CUT_FLAG
from extract.record.writers.excel_csv import harmless
from tests.record.writers.made import hard_records, made_record, written

QUOTE = FLAT_COLUMNS.index("quote")
FLAGS = FLAT_COLUMNS.index("flags")


def excel_csv(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.reader(stream, strict=True))


def open_book(path: Path) -> Any:
    return pytest.importorskip("openpyxl").load_workbook(path)


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "\n=1", "＝1+1", "\u00a0=1"]
)
def test_what_could_be_a_formula_stands_behind_an_apostrophe(text: str) -> None:
    assert harmless(text).startswith("'")


def test_other_texts_stay_as_they_are() -> None:
    for text in ("We won", "'tis", "a = b", "😀", "אמר", "", "2017-04-06"):
        assert harmless(text) == text


def test_line_breaks_are_spaces() -> None:
    assert harmless("a\r\nb\nc\rd\u2028e") == "a b c d e"


@given(st.text(alphabet="=+-@＝ \t\r\n\x0b\u2028\ufeffa'😀א", max_size=8))
def test_no_text_begins_a_formula_or_breaks_its_line(text: str) -> None:
    made = harmless(text)
    assert made.lstrip()[:1] not in tuple("=+-@＝") or not made.lstrip()
    assert len(made.splitlines()) <= 1
    assert made.removeprefix("'").split() == text.removeprefix("'").split()


def test_excel_csv_begins_with_a_mark_and_has_a_line_a_row(tmp_path: Path) -> None:
    records = hard_records()
    path = written(tmp_path, records, "excel.csv")
    data = path.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    rows = excel_csv(path)
    assert len(rows) == 1 + sum(max(1, len(record.organizations)) for record in records)
    assert data.count(b"\n") == data.count(b"\r\n") == len(rows)
    assert not any(cell[:1] in tuple("=+-@\t\r") for row in rows for cell in row if cell)


def test_a_text_of_40_000_characters_is_cut_and_says_so(tmp_path: Path) -> None:
    long, emoji = made_record("x" * 40_000), made_record("😀" * 20_000, organizations=())
    rows = excel_csv(written(tmp_path, [long, emoji, made_record("y" * 32_767)], "excel.csv"))[1:]
    assert len(rows[0][QUOTE]) == 32_767
    assert rows[0][QUOTE].endswith("x […]")
    assert rows[0][FLAGS] == f"year_inferred;{CUT_FLAG}"
    assert len(rows[2][QUOTE].encode("utf-16-le")) <= 2 * 32_767
    assert rows[2][QUOTE].endswith("😀 […]")
    assert (rows[3][QUOTE], rows[3][FLAGS]) == ("y" * 32_767, "year_inferred")


def test_cells_of_a_workbook_are_texts_numbers_and_days_and_never_formulas(tmp_path: Path) -> None:
    book = open_book(written(tmp_path, hard_records(), "xlsx"))
    sheet = book["quotes"]
    kinds = {cell.data_type for row in sheet.iter_rows() for cell in row if cell.value is not None}
    assert kinds == {"s", "n", "d"}
    by_name = dict(zip(FLAT_COLUMNS, sheet[2], strict=True))
    assert (by_name["said_start"].data_type, by_name["said_start"].number_format) == ("d", "yyyy-mm-dd")
    assert (by_name["start"].data_type, by_name["confidence"].data_type) == ("n", "n")
    assert not any(cell.hyperlink for row in sheet.iter_rows() for cell in row)


def test_the_header_stays_and_columns_have_filters(tmp_path: Path) -> None:
    book = open_book(written(tmp_path, hard_records(), "xlsx"))
    for sheet in book:
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref.startswith("A1:")
        assert sheet.auto_filter.ref.endswith(str(sheet.max_row))


def test_markup_in_a_text_is_no_markup_of_the_workbook(tmp_path: Path) -> None:
    hostile = made_record("<r><t>x</t></r></is></c><evil/><c><is><r></r>")
    path = written(tmp_path, [hostile], "xlsx")
    with zipfile.ZipFile(path) as parts:
        assert b"<evil/>" not in parts.read("xl/worksheets/sheet1.xml")


def test_sheets_count_quotes_and_articles(tmp_path: Path) -> None:
    records = [
        made_record("one", article="a", said="2017-04-06"),
        made_record("two", article="a", said="2017-03", organizations=("Riksnett",)),
        made_record("three", article="b", said="2016-12-31/2017-01-02", speaker=None, organizations=()),
        made_record("four", article="c", said=None, publisher=None),
    ]
    book = open_book(written(tmp_path, records, "xlsx"))
    counts = {sheet.title: [*sheet.iter_rows(values_only=True)] for sheet in book if sheet.title != "quotes"}
    assert counts == {
        "by speaker": [("speaker", "quotes", "articles"), ("Ada Brunn", 3, 2), ("(unknown)", 1, 1)],
        "by organization": [
            ("organization", "quotes", "articles"),
            ("Riksnett", 3, 2),
            ("Norvik Bank", 2, 2),
            ("(no organization)", 1, 1),
        ],
        "by month": [("month", "quotes", "articles"), ("2017-03", 1, 1), ("2017-04", 3, 3)],
        "by outlet": [("outlet", "quotes", "articles"), ("Norvik Times", 3, 2), ("(unknown)", 1, 1)],
    }


def test_rows_that_a_sheet_cannot_hold_go_on_in_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(xlsx, "MAX_ROWS", 4)
    records = [made_record(f"quote {number}", organizations=()) for number in range(7)]
    book = open_book(written(tmp_path, records, "xlsx"))
    quotes = [sheet for sheet in book if sheet.title.startswith("quotes")]
    assert [sheet.title for sheet in quotes] == ["quotes", "quotes 2", "quotes 3"]
    cells = [row[QUOTE] for sheet in quotes for row in sheet.iter_rows(min_row=2, values_only=True)]
    assert cells == [f"quote {number}" for number in range(7)]


def test_a_workbook_that_cannot_be_written_is_an_error_of_the_disk(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="XlsxWriter"), xlsx.write_xlsx(tmp_path / "none/records.xlsx") as add:
        add(made_record("We won"))


def opened_in_libreoffice(path: Path) -> list[list[str]]:
    """The rows of what LibreOffice shows of a table. Skips where it is not."""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        pytest.skip("LibreOffice is not here")
    out = path.parent / "shown"
    subprocess.run(
        [
            office,
            f"-env:UserInstallation={(path.parent / 'profile').as_uri()}",  # none of the user's
            "--headless",
            "--convert-to",
            "csv:Text - txt - csv (StarCalc):44,34,76",
            "--outdir",
            out,
            path,
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    [made] = out.iterdir()
    return excel_csv(made)


@pytest.mark.parametrize("extension", ["csv", "excel.csv", "xlsx"])
def test_libreoffice_opens_it_with_the_same_number_of_rows(extension: str, tmp_path: Path) -> None:
    records = hard_records()
    rows = opened_in_libreoffice(written(tmp_path, records, extension))
    assert len(rows) == 1 + sum(max(1, len(record.organizations)) for record in records)


@pytest.mark.parametrize("extension", ["excel.csv", "xlsx"])
def test_libreoffice_evaluates_no_formula(extension: str, tmp_path: Path) -> None:
    rows = opened_in_libreoffice(written(tmp_path, hard_records(), extension))
    assert "Click" not in [row[QUOTE] for row in rows]
