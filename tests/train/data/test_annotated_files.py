"""Folders and files of annotated articles: all are read, and all problems are found at once."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from extract.errors import InputError
from tests.repository import DOCS
from tests.train.annotated import GOLD, TEXT, standoff, words_of, write_brat, write_gold

own: Any = pytest.importorskip("extract.train.data.annotated_files", exc_type=ImportError)
VARIANTS = pytest.importorskip("extract.train.data.name_labels", exc_type=ImportError).VARIANTS

NAMES = [("PER", "Ines Corvo"), ("LOC", "Almsund")]


def test_a_folder_is_read_with_its_subfolders_and_both_forms(tmp_path: Path) -> None:
    write_brat(tmp_path / "b", "harbor", TEXT, standoff(TEXT, NAMES))
    write_brat(tmp_path / ".git", "hidden", TEXT, "nonsense")
    write_brat(tmp_path, "unmarked", TEXT, "")
    (tmp_path / "annotation.conf").write_text("[entities]\n")
    write_gold(tmp_path / "gold.jsonl", GOLD)
    write_gold(tmp_path / "more.jsonl.gz", GOLD)
    rows = own.read_annotated([tmp_path])
    assert [Path(row.set).name for row in rows] == ["harbor.ann", "gold.jsonl", "more.jsonl.gz"]
    assert [row.entities is None for row in rows] == [False, True, True]
    assert [row.attributions is None for row in rows] == [True, False, False]


@pytest.mark.parametrize("name", ["harbor.txt", "harbor.ann"])
def test_a_text_stands_for_its_annotation(tmp_path: Path, name: str) -> None:
    write_brat(tmp_path, "harbor", TEXT, standoff(TEXT, NAMES))
    [row] = own.read_annotated([tmp_path / name, tmp_path])
    assert words_of(row.text, [span[:2] for span in row.entities]) == ["Ines Corvo", "Almsund"]


def test_kinds_that_the_set_has_are_complete_and_the_others_not_known(tmp_path: Path) -> None:
    write_brat(tmp_path, "a", TEXT, standoff(TEXT, [("PER", "Ines Corvo")]))
    write_brat(tmp_path, "b", TEXT, standoff(TEXT, [("GPE", "Almsund")]))
    for row in own.read_annotated([tmp_path]):
        assert row.scheme.fine == {"LOC": ("LOC", "FAC"), "PERSON": ("PERSON",)}
        assert "ORG" in row.scheme.open
        assert not {"PERSON", "LOC", "FAC"} & set(row.scheme.open)


def test_a_wide_kind_is_narrow_where_the_set_has_the_others(tmp_path: Path) -> None:
    marked = [("LOC", "Almsund"), ("FAC", "Port Selby"), ("MISC", "May 3"), ("NORP", "Nordkai")]
    write_brat(tmp_path, "a", TEXT, standoff(TEXT, marked))
    [row] = own.read_annotated([tmp_path])
    assert row.scheme.fine["LOC"] == ("LOC",)
    assert row.scheme.fine["MISC"] == ("MISC", "PRODUCT")


def test_all_problems_of_a_set_are_named_at_once(tmp_path: Path) -> None:
    write_brat(tmp_path, "a", TEXT, "T1\tPERSON 900 910\tAda\nT2\tMood 0 6\tHarbor\n")
    write_brat(tmp_path, "b", TEXT, "")
    (tmp_path / "b.txt").unlink()
    quote = GOLD["quotes"][0]
    bad = GOLD | {"quotes": [quote | {"content": ["It falls"]}]}
    unplaced = GOLD | {"quotes": [quote | {"cue": "shouted"}]}
    write_gold(tmp_path / "gold.jsonl", bad, unplaced, {"id": "x"}, [1])
    with pytest.raises(InputError) as caught:
        own.read_annotated([tmp_path, tmp_path / "none.jsonl", tmp_path / "b.ann", Path(__file__)])
    message = str(caught.value)
    for place in (
        "a.ann:1: T1: 900 to 910 is outside the text",
        "a.ann:2: the type 'Mood'",
        "b.ann: b.txt is not beside it",
        "gold.jsonl:1: quote 1: the content 'It falls' is not in the text",
        "gold.jsonl:2: 'shouted' is not in the text",
        "gold.jsonl:3: text: Field required",
        "gold.jsonl:4: ",
        "none.jsonl: no such file",
        f"{Path(__file__).name}: no annotated articles",
    ):
        assert place in message, place


def test_a_text_without_annotation_beside_it_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    with pytest.raises(InputError, match=r"a\.txt: a\.ann with its annotation is not beside it"):
        own.read_annotated([tmp_path / "a.txt"])


@pytest.mark.parametrize("annotation", [None, "", "#1\tAnnotatorNotes T1\tnothing here\n"])
def test_a_set_without_annotated_articles_is_an_error(tmp_path: Path, annotation: str | None) -> None:
    if annotation is not None:
        write_brat(tmp_path, "a", TEXT, annotation)
    with pytest.raises(InputError, match="no annotated article"):
        own.read_annotated([tmp_path])


def test_the_examples_of_the_page_are_read(tmp_path: Path) -> None:
    page = (DOCS / "train.md").read_text("utf-8")
    text, annotation = re.findall(r"^```text\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)[:2]
    [gold] = re.findall(r"^```json\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    write_brat(tmp_path, "harbor", text, annotation)
    (tmp_path / "gold.jsonl").write_text(gold, encoding="utf-8")
    brat, gold_row = own.read_annotated([tmp_path / "harbor.ann", tmp_path / "gold.jsonl"])
    assert brat.attributions == gold_row.attributions
    assert words_of(brat.text, [span[:2] for span in brat.entities]) == ["Ines Corvo"]


def test_the_page_lists_every_name_of_a_kind() -> None:
    page = (DOCS / "train.md").read_text("utf-8")
    for label, variants in VARIANTS.items():
        [cell] = re.findall(rf"^\| {label} \| (.*?) \|$", page, re.MULTILINE)
        assert cell.lower().replace("`", "").split(", ") == variants.split(), label


def test_a_damaged_archive_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl.gz").write_bytes(b"no archive")
    with pytest.raises(InputError, match=r"a\.jsonl\.gz:1: reading stopped"):
        own.read_annotated([tmp_path])
