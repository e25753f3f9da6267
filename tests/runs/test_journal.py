"""The journal: what is kept, who may have it, and what a damaged or full one says."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.article import Article, Failure
from extract.errors import InputError
from extract.files import JOURNAL
from extract.runs.extractor import Extractor, Outcome
from extract.runs.journal import Journal, open_journal

MakeArticle = Callable[..., Article]
FAILED = Outcome(
    path="b.txt",
    failure=Failure(path="b.txt", article_id="b", stage="extract", kind="TimeLimit", message="!"),
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / JOURNAL


def kept(journal: Journal, key: bytes, *, failures: bool = True) -> Outcome | None:
    value = journal.find(key, failures=failures)
    return None if value is None else journal.outcome(value)


def fill(journal: Journal) -> None:
    for number in range(1000):
        journal.keep(str(number).encode(), Outcome(path="x" * 100 + str(number)))


def test_an_outcome_comes_back_as_it_was(path: Path, make_article: MakeArticle, extractor: Extractor) -> None:
    [outcome] = extractor([make_article('She said "no – 😀\u2028" and "HOPE".')])
    assert outcome.records
    with open_journal(path) as journal:
        journal.keep(b"a", outcome)
    with open_journal(path) as journal:
        assert kept(journal, b"a") == outcome
        assert kept(journal, b"b") is None


@settings(max_examples=25)
@given(text=st.text(min_size=1))
def test_records_of_any_text_come_back_with_the_same_bytes(
    text: str, extractor: Extractor, make_article: MakeArticle, tmp_path_factory: pytest.TempPathFactory
) -> None:
    [outcome] = extractor([make_article(f'"{text}"'.encode("utf-8", "replace").decode())])
    with open_journal(tmp_path_factory.mktemp("journal") / JOURNAL) as journal:
        journal.keep(b"a", outcome)
        back = kept(journal, b"a")
    assert back is not None
    assert [one.model_dump_json() for one in back.records] == [
        one.model_dump_json() for one in outcome.records
    ]


def test_failures_are_left_out_on_request_and_replaced(path: Path) -> None:
    with open_journal(path) as journal:
        journal.keep(b"b", FAILED)
        assert kept(journal, b"b") == FAILED
        assert kept(journal, b"b", failures=False) is None
        journal.keep(b"b", Outcome(path="b.txt"))
        assert kept(journal, b"b", failures=False) == Outcome(path="b.txt")


def test_what_a_run_does_not_use_is_forgotten(path: Path) -> None:
    with open_journal(path) as journal:
        for key in (b"a", b"b", b"c"):
            journal.keep(key, Outcome(path=key.decode()))
        journal.forget_unused()
    with open_journal(path) as journal:
        journal.find(b"b")
        journal.keep(b"d", Outcome(path="d"))
        journal.forget_unused()
        assert [key for key in (b"a", b"b", b"c", b"d") if kept(journal, key)] == [b"b", b"d"]


def test_fresh_forgets_everything(path: Path) -> None:
    with open_journal(path) as journal:
        journal.keep(b"a", Outcome(path="a"))
    with open_journal(path, fresh=True) as journal:
        assert kept(journal, b"a") is None


@pytest.mark.parametrize("fresh", [False, True])
def test_a_second_run_on_the_same_folder_is_refused(path: Path, fresh: bool) -> None:
    with open_journal(path) as journal:
        with (
            pytest.raises(InputError, match="another run is writing to"),
            open_journal(path, fresh=fresh),
        ):
            pass
        journal.keep(b"a", Outcome(path="a"))
    with open_journal(path) as journal:
        assert kept(journal, b"a") is not None


def test_a_damaged_journal_says_what_to_do_and_fresh_does_it(path: Path) -> None:
    with open_journal(path) as journal:
        fill(journal)
    content = path.read_bytes()
    path.write_bytes(content[:100] + b"damaged " * (len(content) // 8 - 100))
    with pytest.raises(InputError, match=r"is damaged .*; run again with --fresh"), open_journal(path):
        pass
    with open_journal(path, fresh=True) as journal:
        assert journal.find(b"1") is None
        journal.keep(b"a", Outcome(path="a"))


def test_fresh_touches_no_journal_but_its_own(tmp_path: Path) -> None:
    for name in ("journal.sqlite", "other.sqlite"):
        with open_journal(tmp_path / name) as journal:
            journal.keep(b"a", Outcome(path="a"))
    with open_journal(tmp_path / "other.sqlite", fresh=True) as journal:
        assert journal.find(b"a") is None
    with open_journal(tmp_path / "journal.sqlite") as journal:
        assert journal.find(b"a") is not None


@pytest.mark.parametrize("fresh", [False, True])
def test_a_file_of_another_kind_is_left_alone(tmp_path: Path, fresh: bool) -> None:
    path = tmp_path / "thesis.txt"
    path.write_text("Four years of work. " * 10, encoding="utf-8")
    with pytest.raises(InputError, match=r"thesis\.txt is no journal"), open_journal(path, fresh=fresh):
        pass
    assert path.read_text("utf-8").startswith("Four years")


def test_a_place_that_is_not_there_is_named(tmp_path: Path) -> None:
    path = tmp_path / "nowhere" / JOURNAL
    with pytest.raises(InputError, match=r"cannot be written: .*; give a place"), open_journal(path):
        pass


def test_a_damaged_entry_says_so_too(path: Path) -> None:
    with open_journal(path) as journal, pytest.raises(InputError, match="an entry cannot be read"):
        journal.outcome(b"not compressed")


@pytest.mark.parametrize("fresh", [False, True])
def test_a_database_of_another_make_is_left_alone(path: Path, fresh: bool) -> None:
    with sqlite3.connect(path) as database:
        database.execute("CREATE TABLE mine (x)")
    database.close()
    before = path.read_bytes()
    with pytest.raises(InputError, match="is no journal of extract"), open_journal(path, fresh=fresh):
        pass
    assert path.read_bytes() == before


def test_a_full_disk_says_that_the_run_can_go_on(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_journal(path) as journal:
        journal.keep(b"a", Outcome(path="a"))
        journal._database.execute("PRAGMA max_page_count = 8").fetchall()
        with pytest.raises(InputError, match="full; make room, then repeat the command to resume"):
            fill(journal)
    with open_journal(path) as journal:
        journal.keep(b"b", Outcome(path="b"))
