"""The table of merges: written for a spreadsheet, read back after a person."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.errors import InputError
from extract.merge.table import COLUMNS, Decision, article_cell, read_table, table_text

HEADER = "accept,kind,name,canonical,only_in\n"


def row(**cells: str) -> dict[str, str]:
    return dict.fromkeys(COLUMNS, "") | cells


def read(path: Path, text: str | bytes) -> list[Decision]:
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_table(path)


@pytest.fixture
def table(tmp_path: Path) -> Path:
    return tmp_path / "merges.csv"


def test_what_is_written_is_read_back(table: Path) -> None:
    rows = [
        row(accept="yes", kind="person", name="Ada Brunn", canonical="Ada M. Brunn", only_in="a.txt|b.txt"),
        row(accept="", kind="organization", name="NHU", canonical="Nordic Harbour Union"),
    ]
    [decision] = read(table, table_text(rows))
    assert (decision.name, decision.canonical, decision.only_in) == (
        "Ada Brunn",
        "Ada M. Brunn",
        ("a.txt", "b.txt"),
    )
    assert (decision.kind, decision.line) == ("person", 2)


@given(
    name=st.text(alphabet="=+-@'\"ab,;\té", min_size=1).filter(str.strip),
    ids=st.lists(st.text(alphabet="ab|%7C.", min_size=1), min_size=1, max_size=3, unique=True),
)
def test_every_name_and_id_survives_and_none_is_a_formula(
    tmp_path_factory: pytest.TempPathFactory, name: str, ids: list[str]
) -> None:
    text = table_text(
        [row(accept="yes", kind="person", name=name, canonical="Ada", only_in=article_cell(ids))]
    )
    cells = [cell for line in csv.reader(io.StringIO(text, newline="")) for cell in line]
    assert not any(cell.startswith(("=", "+", "-", "@", "\t")) for cell in cells)
    [decision] = read(tmp_path_factory.mktemp("table") / "merges.csv", text)
    assert (decision.name, decision.only_in) == (name, tuple(ids))


@pytest.mark.parametrize(
    ("accept", "count"), [("yes", 1), ("YES", 1), ("x", 1), ("1", 1), ("no", 0), ("", 0), ("n", 0)]
)
def test_accept_is_yes_or_no_in_the_ways_people_write_it(table: Path, accept: str, count: int) -> None:
    assert len(read(table, f"{HEADER}{accept},person,Ada Brunn,Ada M. Brunn,\n")) == count


@pytest.mark.parametrize(
    "text",
    [
        "accept;kind;name;canonical\nyes;person;Åsa Brunn;Åsa M. Brunn\n".encode("cp1252"),
        "accept\tkind\tname\tcanonical\nyes\tperson\tÅsa Brunn\tÅsa M. Brunn\n".encode("utf-16"),
        "\ufeffkind,name,canonical,accept,mine\r\nperson,Åsa Brunn,Åsa M. Brunn,yes\r\n\r\n".encode(),
    ],
)
def test_tables_as_spreadsheets_save_them(table: Path, text: bytes) -> None:
    [decision] = read(table, text)
    assert (decision.name, decision.canonical) == ("Åsa Brunn", "Åsa M. Brunn")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", ":1: the table is empty"),
        ("name,canonical\n", ":1: no column accept, kind; the first line must name them"),
        (f"{HEADER}maybe,person,A B,C D,\n", ":2: accept is 'maybe'; write yes or no"),
        (f"{HEADER}yes,place,A B,C D,\n", ":2: kind is 'place'; write organization or person"),
        (f"{HEADER}yes,person,,C D,\n", ":2: the name is empty"),
        (f"{HEADER}yes,person,A B,,\n", ":2: canonical is empty"),
        (f'{HEADER}yes,person,"A B,C D,\n', ":2: no valid CSV"),
        (
            f"{HEADER}yes,person,A B,C D,\nyes,person,A B,E F,\n",
            ":3: 'A B' is 'E F', but line 2 says 'C D'; accept one of the two",
        ),
        (
            f"{HEADER}yes,person,A B,C D,x|y\nyes,person,A B,E F,y\n",
            ":3: 'A B' is 'E F' in y, but line 2 says 'C D'; accept one of the two",
        ),
        (f"{HEADER}yes,person,A B,C D,\nyes,person,C D,A B,\n", "leads back to itself"),
    ],
)
def test_a_bad_table_is_an_error_with_its_line(table: Path, text: str, message: str) -> None:
    with pytest.raises(InputError) as error:
        read(table, text)
    assert message in str(error.value)


def test_every_problem_is_named_up_to_twenty(table: Path) -> None:
    with pytest.raises(InputError) as error:
        read(table, HEADER + "maybe,person,A B,C D,\n" * 30)
    lines = str(error.value).splitlines()
    assert len(lines) == 21
    assert lines[-1] == "... and 10 more problems"


def test_no_table_and_no_text(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        read_table(tmp_path / "none.csv")
    with pytest.raises(InputError, match="save the table as CSV"):
        read(tmp_path / "merges.xlsx", b"PK\x03\x04 and so on")
