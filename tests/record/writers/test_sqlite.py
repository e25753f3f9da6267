"""The SQLite database: its keys hold, words are found, and what fails is an error of the disk."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from extract.record.writers.sqlite import write_sqlite
from tests.record.writers.made import hard_records, made_record, written


@pytest.fixture
def database(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(written(tmp_path, hard_records(), "sqlite"))) as opened:
        yield opened


def test_keys_lead_somewhere_and_the_file_is_sound(database: sqlite3.Connection) -> None:
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    for table in ("articles", "quotes", "organizations", "quote_organizations"):
        assert any(column[5] for column in database.execute(f"PRAGMA table_info({table})")), table


def test_an_article_and_an_organization_are_there_once(database: sqlite3.Connection) -> None:
    records = hard_records()
    [(articles,)] = database.execute("SELECT count(*) FROM articles")
    assert articles == len({(record.article.id, record.article.publisher) for record in records})
    names = [name for (name,) in database.execute("SELECT name FROM organizations ORDER BY 1")]
    assert names == ["Norvik Bank", "Riksnett"]
    [(quotes,)] = database.execute("SELECT count(*) FROM quotes")
    assert quotes == len(records)


def test_words_are_found_without_their_accents(database: sqlite3.Connection) -> None:
    query = "SELECT quote FROM quotes WHERE number IN (SELECT rowid FROM quotes_fts WHERE quotes_fts MATCH ?)"
    assert database.execute(query, ("emoji",)).fetchall() == [("😀 emoji 👩‍🚀",)]
    assert len(database.execute(query, ("word",)).fetchall()) == 1


def test_articles_of_two_runs_may_share_an_id(tmp_path: Path) -> None:
    records = [made_record("one", publisher="A"), made_record("one", publisher="B")]
    with closing(sqlite3.connect(written(tmp_path, records, "sqlite"))) as opened:
        assert opened.execute("SELECT publisher FROM records GROUP BY 1").fetchall() == [("A",), ("B",)]


def test_searches_use_indexes(database: sqlite3.Connection) -> None:
    for where in ("speaker = 'x'", "article = 1", "said_start >= '2017'", "record_id = 'q'"):
        plan = database.execute(f"EXPLAIN QUERY PLAN SELECT * FROM quotes WHERE {where}").fetchall()
        assert "USING INDEX" in plan[0][3]


def test_what_sqlite_cannot_write_is_an_error_of_the_disk(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="SQLite: unable to open"), write_sqlite(tmp_path / "none/a.sqlite"):
        pass
