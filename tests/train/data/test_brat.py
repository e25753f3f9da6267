"""Brat standoff is read as its format says, and what is wrong in it is found with its line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from extract.errors import InputError
from extract.train.data.brat import BratFile, read_brat
from extract.train.data.problems import Problems
from tests.train.annotated import write_brat

TEXT = "Ada Brunn of Norvik said no.\nNobody asked why.\n"
Read = Callable[..., BratFile | None]


@pytest.fixture
def problems() -> Problems:
    return Problems()


@pytest.fixture
def read(tmp_path: Path, problems: Problems) -> Read:
    """`read(annotation, text)` is the file as read."""

    def call(annotation: str, text: str = TEXT) -> BratFile | None:
        return read_brat(write_brat(tmp_path, "a", text, annotation), problems)

    return call


def complaint(problems: Problems) -> str:
    with pytest.raises(InputError) as caught:
        problems.check()
    return str(caught.value)


def test_text_relations_and_events_are_read(read: Read, problems: Problems) -> None:
    found = read(
        "T1\tPERSON 0 9\tAda Brunn\n"
        "T2\tCue 20 24\tsaid\n"
        "R1\tsays Arg1:T2 Arg2:T1\t\n"
        "E1\tSaying:T2 Source:T1 Content2:T1 \n"
    )
    assert found is not None
    assert found.text == TEXT
    assert [(b.type, b.spans[0].of(TEXT), b.line) for b in found.bounds.values()] == [
        ("PERSON", "Ada Brunn", 1),
        ("Cue", "said", 2),
    ]
    assert found.relations[0].ids == ("T2", "T1")
    assert found.events[0].trigger == "T2"
    assert found.events[0].arguments == (("Source", "T1"), ("Content2", "T1"))
    assert not len(problems)


def test_words_in_pieces_have_several_spans(read: Read) -> None:
    found = read("T1\tContent 13 19;25 27\tNorvik no\n")
    assert found is not None
    assert [span.of(TEXT) for span in found.bounds["T1"].spans] == ["Norvik", "no"]


def test_notes_attributes_and_the_like_are_passed_over(read: Read, problems: Problems) -> None:
    found = read(
        "T1\tPERSON 0 9\tAda Brunn\n\n"
        "A1\tSure T1\nM1\tOld T1\nN1\tReference T1 Wikidata:Q1\tAda\n"
        "#1\tAnnotatorNotes T1\twho?\n*\tEquiv T1 T1\n"
    )
    assert found is not None
    assert list(found.bounds) == ["T1"]
    assert not len(problems)


def test_offsets_count_code_points_and_line_ends_as_they_are(read: Read, problems: Problems) -> None:
    text = "😀 “Café”\r\nAda said so.\r\n"
    at = text.index("Ada")
    found = read(f"T1\tPERSON {at} {at + 3}\tAda\r\n", text)
    assert found is not None
    assert found.bounds["T1"].spans[0].of(found.text) == "Ada"
    assert not len(problems)


def test_a_line_end_inside_words_is_a_space_in_the_annotation(read: Read, problems: Problems) -> None:
    read(f"T1\tContent 25 35\t{TEXT[25:35]}\n".replace("no.\n", "no. "))
    assert not len(problems)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("T1\tPERSON 40 90\tAda", "T1: 40 to 90 is outside the text of 47 code points"),
        ("T1\tPERSON 9 9\t", "T1: 9 to 9 is outside"),
        ("T1\tPERSON 0 9\tAda Bruno", "T1 says 'Ada Bruno', but the text has 'Ada Brunn' there"),
        ("T1\tPERSON 0 5;3 9\tAda B Brunn", "T1: the pieces of '0 5;3 9' overlap"),
        ("T1 PERSON 0 9 Ada", "'T1 PERSON 0 9 Ada' is no line of brat's"),
        ("Ada Brunn", "'Ada Brunn' is no line of brat's"),
        ("R1\tsays Arg1:T7 Arg2:T8", "T7 is not in this file"),
        ("E1\tSaying:T7", "T7 is not in this file"),
    ],
)
def test_a_bad_line_is_named_with_its_number(read: Read, problems: Problems, line: str, message: str) -> None:
    read(f"#1\tnote\tx\n{line}\n")
    assert f"a.ann:2: {message}" in complaint(problems)


def test_an_id_that_comes_twice_is_a_problem(read: Read, problems: Problems) -> None:
    read("T1\tPERSON 0 9\tAda Brunn\nT1\tCue 20 24\tsaid\n")
    assert "a.ann:2: T1 is there twice" in complaint(problems)


def test_annotation_without_its_text_is_a_problem(tmp_path: Path, problems: Problems) -> None:
    (tmp_path / "a.ann").write_text("")
    assert read_brat(tmp_path / "a.ann", problems) is None
    assert "a.ann: a.txt is not beside it" in complaint(problems)


@pytest.mark.parametrize("name", ["a.txt", "a.ann"])
def test_another_encoding_is_a_problem(tmp_path: Path, problems: Problems, name: str) -> None:
    write_brat(tmp_path, "a", TEXT, "T1\tPERSON 0 9\tAda Brunn\n")
    (tmp_path / name).write_bytes("Café".encode("cp1252"))
    read_brat(tmp_path / "a.ann", problems)
    assert f"{name}: byte 3 is not UTF-8" in complaint(problems)


def test_twenty_problems_are_shown_and_the_rest_counted(read: Read, problems: Problems) -> None:
    read("nonsense\n" * 23)
    shown = complaint(problems).splitlines()
    assert shown[0].startswith("23 problems")
    assert len(shown) == 22
    assert shown[-1] == "... and 3 more"
