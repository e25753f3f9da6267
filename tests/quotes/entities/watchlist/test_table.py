"""Watch lists as files: what is read, and what is wrong with bad ones."""

from __future__ import annotations

import hashlib
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.errors import InputError
from extract.quotes.entities.names import NameKind
from extract.quotes.entities.watchlist import WatchList, read_watch_list

GOOD = "id,name,aliases\no1,Norvik Bank,NB|Norvik\no2,Halvorsen Foods,\n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "list.csv"


def read(path: Path, content: str | bytes, kind: NameKind = "organization") -> WatchList:
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_watch_list(path, kind=kind)


def problems(path: Path, content: str | bytes, kind: NameKind = "organization") -> list[str]:
    with pytest.raises(InputError) as caught:
        read(path, content, kind)
    return [line.removeprefix(f"{path}:") for line in str(caught.value).splitlines()]


def test_a_list_has_its_entries_in_order_and_the_hash_of_the_file(path: Path) -> None:
    watched = read(path, GOOD)
    assert [(entry.id, entry.names, entry.line) for entry in watched.entries] == [
        ("o1", ("Norvik Bank", "NB", "Norvik"), 2),
        ("o2", ("Halvorsen Foods",), 3),
    ]
    assert watched.as_json() == {
        "path": path.as_posix(),
        "sha256": hashlib.sha256(GOOD.encode()).hexdigest(),
        "entries": 2,
    }


@pytest.mark.parametrize(
    "content",
    [
        GOOD.encode("utf-8-sig"),
        GOOD.replace(",", ";"),
        GOOD.replace(",", "\t"),
        GOOD.replace("\n", "\r\n"),
        GOOD.replace("\n", "\r"),
        "\n" + GOOD + "\n,,\n",
        GOOD.replace("id,name,aliases", " ID ,Name,ALIASES"),
        "aliases,sector,name,id\nNB|Norvik|,banks,Norvik Bank,o1\n,food,Halvorsen Foods,o2\n",
        GOOD.replace("Norvik Bank", '"Norvik Bank"').replace("NB|", "NB| NB |Norvik Bank|"),
    ],
)
def test_what_makes_no_difference(path: Path, content: str | bytes) -> None:
    watched = read(path, content)
    assert [entry.names for entry in watched.entries] == [
        ("Norvik Bank", "NB", "Norvik"),
        ("Halvorsen Foods",),
    ]


def test_the_column_of_aliases_may_be_missing(path: Path) -> None:
    assert read(path, "id,name\no1,Norvik Bank\n").entries[0].aliases == ()


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ("", "1: the list is empty; write a header with id,name,aliases"),
        ("\n \n", "1: the list is empty"),
        ("id,name\n", "1: the list has no entries"),
        ("key,name\n1,Norvik\n", "1: no column id, but 'key', 'name'; write id,name,aliases"),
        ("Norvik Bank\nHalvorsen\n", "1: no column id and name, but 'norvik bank'"),
        ("id,name,name\n1,a,b\n", "1: the column name is there twice"),
        ("id,name\no1,Norvik, Bank\n", "2: 3 cells under 2 columns; put a cell with a comma"),
        ("id,name,aliases\no1,Norvik\n", "2: 2 cells under 3 columns; add the missing cells"),
        ("id,name\n,Norvik\n", "2: the id is empty"),
        ("id,name\no1, \n", "2: the name is empty"),
        ("id,name,aliases\no1,Norvik,NB|--\n", "2: '--' has no letter or digit"),
        ('id,name\no1,"Norvik\nBank"\n', "2: line break in 'Norvik\\nBank'"),
        (
            'id,name\no1,"Norvik\no2,Moen\n',
            "2: no valid CSV: unexpected end of data; close the quotation mark",
        ),
        ("id,name\no1,Norvik\no1,Moen\n", "3: the id 'o1' is that of line 2; give each entry its own"),
        ("id,name\no1,Norvik\no2,NORVIK\n", "3: 'NORVIK' is a name of line 2 too"),
        ("id,name,aliases\no1,Norvik,NB\no2,Moen,N.B.\n", "3: 'N.B.' is a name of line 2 too"),
        (f"id,name\no1,{'a ' * 41}\n", "2: 'a a a"),
        (GOOD.encode("utf-16"), "1: this is UTF-16 or a binary file, not UTF-8; save the list as UTF-8"),
        (GOOD.encode("utf-16-le"), "1: this is UTF-16"),
        (
            "id,name\no1,Norvik\no2,Zoë Bank\n".encode("cp1252"),
            "3: not UTF-8 at 'o2,Zoë Bank', it may be Windows",
        ),
        (b"PK\x03\x04rest", "1: this is a workbook, not CSV"),
        ("id,name\no1,Nor\0vik\n" + "o2,Moen\n" * 50, "1: this is UTF-16 or a binary file"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(path: Path, content: str | bytes, problem: str) -> None:
    [told] = problems(path, content)
    assert told.startswith(problem)


def test_people_with_the_surname_first_are_the_same_people(path: Path) -> None:
    content = 'id,name\np1,Ada Brunn\np2,"Brunn, Ada"\n'
    assert problems(path, content, "person") == [
        "3: 'Brunn, Ada' is a name of line 2 too; keep it in one row, or write both more fully"
    ]
    assert len(read(path, content, "organization").entries) == 2


def test_all_problems_are_said_at_once_up_to_twenty_in_order(path: Path) -> None:
    told = problems(path, "id,name\no1,Norvik\n" + "o1,Norvik\n" * 15)
    assert len(told) == 21
    assert told[0].startswith("3: 'Norvik' is a name of line 2")
    assert [int(line.split(":")[0]) for line in told[:20]] == sorted(2 * [*range(3, 13)])
    assert told[20] == "... and 10 more problems"


def test_a_file_that_is_not_there_or_is_a_folder_is_said(tmp_path: Path) -> None:
    with pytest.raises(
        InputError, match=r"none\.csv: no such file; give a CSV file with the columns id and name"
    ):
        read_watch_list(tmp_path / "none.csv", kind="person")
    with pytest.raises(InputError, match="give a CSV file"):
        read_watch_list(tmp_path, kind="person")


@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_whatever_the_bytes_a_list_is_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, data: bytes
) -> None:
    path = tmp_path_factory.getbasetemp() / "any.csv"
    for head in (b"", b"id,name,aliases\n"):
        with suppress(InputError):
            assert read(path, head + data, "person").entries
