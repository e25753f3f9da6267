"""The articles of records: where they are looked for, and that they are checked."""

from __future__ import annotations

import gzip
import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from extract.article import Article
from extract.record.record import Record
from extract.record.views import RecordView
from extract.report.folder import find_run
from extract.report.texts import Texts, find_texts
from tests.report.made import record, write_articles, write_run

HARBOUR = Article(id="harbour.txt", path="in/harbour.txt", text="“It is closed,” Ada Brunn said 🚢.")
BANK = Article(id="bank.txt", path="in/bank.txt", text="“We are safe,” Jan Holt said.")
RECORDS = [
    record(HARBOUR, "It is closed", speaker="Ada Brunn"),
    record(BANK, "We are safe", speaker="Jan Holt"),
]


@pytest.fixture
def run(tmp_path: Path) -> Path:
    """A run of the folder `in`, beside it."""
    write_articles(tmp_path / "in", [HARBOUR, BANK])
    return write_run(tmp_path / "out", RECORDS, inputs=["in"])


def search(run: Path, records: Sequence[Record] = RECORDS, *articles: Path) -> Texts:
    views: dict[str, list[RecordView]] = {}
    for made in records:
        views.setdefault(made.article.id, []).append(RecordView.model_validate(made))
    return find_texts(views, find_run(run), articles=list(map(str, articles)))


def test_texts_come_from_the_inputs_of_the_run(run: Path) -> None:
    found = search(run)
    assert found.found == {"harbour.txt": HARBOUR.text, "bank.txt": BANK.text}
    assert found.differing == frozenset()


def test_inputs_are_relative_to_the_current_folder_first(
    run: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    changed = Article(id="harbour.txt", path="in/harbour.txt", text="Nothing was said.")
    write_articles(tmp_path / "elsewhere/in", [changed, BANK])
    monkeypatch.chdir(tmp_path / "elsewhere")
    assert search(run).differing == {"harbour.txt"}


def test_kept_texts_come_before_the_inputs(run: Path, tmp_path: Path) -> None:
    for article in (HARBOUR, BANK):
        (tmp_path / "in" / article.id).unlink()
    lines = [json.dumps({"id": article.id, "text": article.text}) for article in (HARBOUR, BANK)]
    with gzip.open(run / "articles.jsonl.gz", "wt", encoding="utf-8") as stream:
        stream.write("\n".join(lines))
    assert set(search(run).found) == {"harbour.txt", "bank.txt"}


def test_what_is_not_among_the_kept_texts_comes_from_the_inputs(run: Path) -> None:
    (run / "articles.jsonl").write_text(json.dumps({"id": HARBOUR.id, "text": HARBOUR.text}) + "\n")
    assert set(search(run).found) == {"harbour.txt", "bank.txt"}


def test_a_text_that_does_not_fit_its_records_is_not_used(run: Path, tmp_path: Path) -> None:
    (tmp_path / "in/harbour.txt").write_text("Edited. " + HARBOUR.text, encoding="utf-8")
    found = search(run)
    assert set(found.found) == {"bank.txt"}
    assert found.differing == {"harbour.txt"}


def test_a_text_that_is_gone_is_missing(run: Path, tmp_path: Path) -> None:
    (tmp_path / "in/harbour.txt").unlink()
    assert search(run) == Texts(found={"bank.txt": BANK.text}, differing=frozenset())


def test_articles_that_are_named_are_the_only_ones_looked_at(run: Path, tmp_path: Path) -> None:
    there = write_articles(tmp_path / "moved", [BANK])
    assert set(search(run, RECORDS, there).found) == {"bank.txt"}


def test_article_is_known_by_its_path_where_its_id_is_another(run: Path) -> None:
    renamed = Article(
        id="2031/harbour.txt", path=(run.parent / "in/harbour.txt").as_posix(), text=HARBOUR.text
    )
    made = [record(renamed, "It is closed", speaker="Ada Brunn")]
    assert set(search(run, made, run.parent / "in").found) == {"2031/harbour.txt"}


def test_articles_of_a_table_are_found_by_their_ids(tmp_path: Path) -> None:
    table = tmp_path / "all.jsonl"
    table.write_text(
        "".join(json.dumps({"id": name, "text": f"“Yes, {name},” Ada Brunn said."}) + "\n" for name in "abc")
    )
    articles = [Article(id=name, path=str(table), text=f"“Yes, {name},” Ada Brunn said.") for name in "cb"]
    made = [record(article, f"Yes, {article.id}", speaker="Ada Brunn") for article in articles]
    run = write_run(tmp_path / "out", made, inputs=[str(table), "-"])
    assert search(run, made).found == {article.id: article.text for article in articles}


def test_columns_are_called_as_in_the_run(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    rows = [{"id": article.id, "body": article.text} for article in (HARBOUR, BANK)]
    (tmp_path / "in/all.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    run = write_run(tmp_path / "out", RECORDS, inputs=["in"])
    assert search(run).found == {}
    facts = json.loads((run / "run.json").read_text("utf-8"))
    (run / "run.json").write_text(json.dumps(facts | {"settings": {"fields": {"text": "body"}}}), "utf-8")
    assert search(run).found == {"harbour.txt": HARBOUR.text, "bank.txt": BANK.text}


def test_other_files_of_a_folder_are_not_read(run: Path, tmp_path: Path) -> None:
    (tmp_path / "in/broken.txt").write_bytes(b"\x00\x00\x00")
    (tmp_path / "in/unreadable.txt").symlink_to(tmp_path / "nowhere")
    assert set(search(run).found) == {"harbour.txt", "bank.txt"}
