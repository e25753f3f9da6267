"""Output behind a URL: sealed parts, and `run.json` last."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

import pytest

from extract.article import Article, Failure
from extract.errors import InputError
from extract.record.record import Record
from extract.runs.extractor import Extractor
from extract.runs.parts import write_parts
from extract.runs.remote_folder import RemoteOutput
from extract.runs.remote_store import RemoteFolder

fsspec = pytest.importorskip("fsspec", reason="needs the dask extra")

MakeArticle = Callable[..., Article]
JOURNAL = Path("journal.sqlite")  # made by the run, not by its output


@pytest.fixture(params=["memory", "file"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A store of whole objects, and one whose files grow."""
    yield f"memory://{tmp_path.name}/out" if request.param == "memory" else f"{tmp_path.as_uri()}/out"
    fsspec.filesystem("memory").store.clear()


@pytest.fixture
def records(make_article: MakeArticle, extractor: Extractor) -> list[Record]:
    """Five records of three articles: two, one and two."""
    texts = {"a": 'A said "one" and "two".', "b": 'B said "three".', "c": 'C said "four" and "five".'}
    articles = [make_article(text, id=name) for name, text in texts.items()]
    return [record for outcome in extractor(articles) for record in outcome.records]


def write(output: RemoteOutput, records: list[Record], *failures: Failure, replace: bool = False) -> None:
    output.prepare(replace=replace)
    with output.write_records(["jsonl"]) as add, output.write_failures() as fail:
        for record in records:
            add(record)
        for failure in failures:
            fail(failure)
    output.finish({"model": "en_fake"}, failures=bool(failures))


def ids(folder: RemoteFolder, name: str) -> list[str]:
    text = folder.read(name)
    assert text is not None
    return [json.loads(line)["article"]["id"] for line in text.splitlines()]


def test_a_part_is_sealed_when_it_is_full_and_no_article_lies_in_two(url: str, records: list[Record]) -> None:
    folder = RemoteFolder(url)
    with write_parts(folder, ["jsonl"], records_per_part=1) as parts:
        for record in records:
            parts.add(record)
        assert folder.names() == ["jsonl/part-00000.jsonl", "jsonl/part-00001.jsonl"]
    names = [f"jsonl/part-0000{number}.jsonl" for number in range(3)]
    assert folder.names() == names == [part.name for part in parts.sealed]
    assert [ids(folder, name) for name in names] == [["a", "a"], ["b"], ["c", "c"]]
    assert [part.records for part in parts.sealed] == [2, 1, 2]
    data = folder.read(names[1])
    assert data is not None
    assert parts.sealed[1].sha256 == sha256(data.encode()).hexdigest()
    assert parts.sealed[1].bytes == len(data.encode())


def test_parts_together_are_the_one_file_of_a_local_run(url: str, records: list[Record]) -> None:
    folder = RemoteFolder(url)
    with write_parts(folder, ["jsonl", "csv"], records_per_part=2) as parts:
        for record in records:
            parts.add(record)
    names = [name for name in folder.names() if name.startswith("jsonl/")]
    lines = "".join(record.model_dump_json() + "\n" for record in records)
    assert "".join(filter(None, map(folder.read, names))) == lines
    assert [name for name in folder.names() if name.startswith("csv/")] == [
        "csv/part-00000.csv",
        "csv/part-00001.csv",
    ]


def test_an_error_leaves_sealed_parts_and_no_open_one(url: str, records: list[Record]) -> None:
    folder = RemoteFolder(url)
    with suppress(KeyboardInterrupt), write_parts(folder, ["jsonl"], records_per_part=1) as parts:
        for record in records[:3]:
            parts.add(record)
        raise KeyboardInterrupt
    assert folder.names() == ["jsonl/part-00000.jsonl"]


def test_run_json_comes_last_and_lists_what_is_there(url: str, records: list[Record]) -> None:
    output, folder = RemoteOutput(url, journal=JOURNAL), RemoteFolder(url)
    output.prepare(replace=False)
    assert json.loads(folder.read("run.json") or "") == {"finished": False}
    write(output, records, Failure(path="b.txt", stage="read", kind="ArticleError", message="no text"))
    assert folder.names() == ["failures.jsonl", "jsonl/part-00000.jsonl", "run.json"]
    run = json.loads(folder.read("run.json") or "")
    assert (run["finished"], run["model"]) == (True, "en_fake")
    assert run["files"] == ["jsonl/part-00000.jsonl", "failures.jsonl"]
    assert [(part["name"], part["records"]) for part in run["parts"]] == [("jsonl/part-00000.jsonl", 5)]


def test_a_second_run_replaces_the_first_and_removes_what_it_does_not_have(
    url: str, records: list[Record]
) -> None:
    folder = RemoteFolder(url)
    folder.write("jsonl/part-00007.jsonl", "")
    folder.write("run.json", "{}")
    folder.write("notes.txt", "mine")
    write(RemoteOutput(url, journal=JOURNAL), records)
    assert folder.names() == ["jsonl/part-00000.jsonl", "notes.txt", "run.json"]


def test_parts_of_another_make_are_replaced_only_by_force(url: str, records: list[Record]) -> None:
    RemoteFolder(url).write("parquet/part-00000.parquet", "mine")
    with pytest.raises(InputError, match=r"holds parquet/part-00000.parquet, but no run.json"):
        write(RemoteOutput(url, journal=JOURNAL), records)
    write(RemoteOutput(url, journal=JOURNAL), records, replace=True)
    assert RemoteFolder(url).names() == ["jsonl/part-00000.jsonl", "run.json"]


def test_a_run_that_was_ended_is_known_by_its_run_json(url: str, records: list[Record]) -> None:
    ended = RemoteOutput(url, journal=JOURNAL)
    ended.prepare(replace=False)
    RemoteFolder(url).write("jsonl/part-00000.jsonl", "")
    write(RemoteOutput(url, journal=JOURNAL), records)
    assert len(ids(RemoteFolder(url), "jsonl/part-00000.jsonl")) == 5


def test_no_records_are_still_a_part(url: str) -> None:
    write(RemoteOutput(url, journal=JOURNAL), [])
    assert RemoteFolder(url).read("jsonl/part-00000.jsonl") == ""


def test_a_url_that_nothing_reaches_is_an_input_error() -> None:
    with pytest.raises(
        InputError, match="nowhere://bucket/out cannot be opened: Protocol not known: nowhere"
    ):
        RemoteOutput("nowhere://bucket/out", journal=JOURNAL)


def test_a_store_that_refuses_is_an_input_error(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file", encoding="utf-8")
    with pytest.raises(InputError, match=r"out/run.json cannot be written: .*check the URL and your rights"):
        RemoteOutput(f"{tmp_path.as_uri()}/out", journal=tmp_path / "journal.sqlite").prepare(replace=False)
