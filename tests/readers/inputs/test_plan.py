"""Which files are inputs, in which order, what their articles are called, and whose they are."""

from __future__ import annotations

import os
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest

from extract.article import Article, Failure
from extract.errors import InputError
from extract.readers import InputFile, Skipped, plan_inputs, read_articles, read_plan
from extract.readers.inputs.walk import walk
from extract.readers.storage.duplicate_ids import DigestSet
from extract.readers.storage.local import Listing, LocalFiles

fsspec = pytest.importorskip("fsspec")


@pytest.fixture
def news(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """`news` in the present folder, with four texts and something else."""
    for name in ("2016/1.txt", "2017/1.txt", "2017/deep/2.txt", "3.txt", "notes.md"):
        path = tmp_path / "news" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("It rained.", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path / "news"


@pytest.fixture
def store() -> Iterator[str]:
    """The URL of a folder of texts in an object store."""
    files = fsspec.filesystem("memory")
    for name in ("a.txt", "sub/b.txt", "sub/b.meta.json", "c.jsonl", ".hidden.txt"):
        data = b'{"text": "It rained."}\n' if name.endswith("l") else b"It rained."
        files.pipe(f"/bucket/{name}", b'{"title": "B"}' if name.endswith(".json") else data)
    yield "memory://bucket"
    files.rm("/bucket", recursive=True)


def ids(*inputs: Path | str, lists: tuple[Path, ...] = ()) -> list[str]:
    return [file.id for file in plan_inputs(inputs, lists=lists).files()]


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("news/**/*.txt", ["2016/1.txt", "2017/1.txt", "2017/deep/2.txt", "3.txt"]),
        ("news/*.txt", ["3.txt"]),
        ("news/201[67]/?.txt", ["2016/1.txt", "2017/1.txt"]),
        ("news/*7", ["2017/1.txt", "2017/deep/2.txt"]),  # a folder that fits is read as a folder
        ("news/**/deep/*", ["2017/deep/2.txt"]),
        ("n*/2016/*", ["news/2016/1.txt"]),
    ],
)
def test_patterns_call_articles_from_their_first_wildcard_on(
    news: Path, pattern: str, expected: list[str]
) -> None:
    assert ids(pattern) == expected


def test_a_pattern_that_nothing_fits_is_a_failure(news: Path) -> None:
    [failure] = read_articles(["news/*.csv"])
    assert isinstance(failure, Failure)
    assert failure.path == "news/*.csv"
    assert failure.message.startswith("no file fits the pattern")


def test_a_name_with_wildcards_is_itself_where_there_is_such_a_file(news: Path) -> None:
    (news / "[1].txt").write_text("No.", encoding="utf-8")
    assert ids("news/[1].txt") == ["[1].txt"]


def test_a_list_names_inputs_of_all_sorts_relative_to_the_present_folder(news: Path) -> None:
    Path("elsewhere").mkdir()
    listed = Path("elsewhere/list.txt")
    listed.write_bytes(b"\xef\xbb\xbfnews/3.txt\r\n\nnews/2017\nnews/2016/*.txt\nnews/gone.txt\nnews/3.txt\n")
    items = list(plan_inputs([], lists=[listed]).listed())
    assert [item.id if isinstance(item, InputFile) else item.path for item in items] == [
        "news/3.txt",
        "news/2017/1.txt",
        "news/2017/deep/2.txt",
        "news/2016/1.txt",
        "news/gone.txt",
    ]
    assert isinstance(items[-1], Failure)


def test_a_list_that_is_missing_or_a_pipe_is_an_input_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="the list cannot be read: No such file"):
        plan_inputs([], lists=[tmp_path / "gone.txt"])


def test_urls_are_read_like_folders_and_files(store: str) -> None:
    first, second, third = (item for item in read_articles([store]))
    assert isinstance(first, Article)
    assert isinstance(third, Article)
    assert (first.id, first.path) == ("a.txt", "memory:///bucket/a.txt")
    assert isinstance(second, Article)
    assert second.id == "c.jsonl:1"
    assert (third.id, third.title) == ("sub/b.txt", "B")
    assert ids(f"{store}/sub/b.txt") == ["b.txt"]
    assert ids(f"{store}/**/b.*") == ["sub/b.txt"]


def test_a_file_url_is_a_path_and_other_urls_may_fail(news: Path, store: str) -> None:
    [article] = read_articles([(news / "3.txt").as_uri()])
    assert article.path == (news / "3.txt").as_posix()
    [failure] = read_articles([f"{store}/gone.txt"])
    assert isinstance(failure, Failure)
    assert "no such file" in failure.message
    with pytest.raises(InputError, match="nowhere://a"):
        plan_inputs(["nowhere://a"])


def test_a_remote_and_a_local_name_that_are_the_same_become_paths(store: str, tmp_path: Path) -> None:
    local = tmp_path / "a.txt"
    local.write_text("No.", encoding="utf-8")
    assert ids(local, f"{store}/a.txt") == [local.as_posix(), "memory:///bucket/a.txt"]


def test_every_path_belongs_to_the_first_input_that_holds_it(news: Path) -> None:
    Path("list").write_text("other/a.txt\n", encoding="utf-8")
    plan = plan_inputs(["news/2017", "news/3.txt", "news/**/*.zip", "gone"], lists=[Path("list")])
    paths = {
        "news/2017/deep/2.txt": "news/2017",
        "news/3.txt": "news/3.txt",
        "news/x/y.zip!a.txt": "news/**/*.zip",
        "other/a.txt": "--list",
    }
    assert {path: plan.argument_of(path) for path in paths} == paths
    assert plan_inputs(["."]).argument_of("news/3.txt") == "."


def test_links_to_folders_are_failures_unless_they_are_read_anyway(news: Path) -> None:
    (news / "again").symlink_to("2017")
    (news / "up").symlink_to("..")
    found = [item for item in plan_inputs(["news"]).listed() if not isinstance(item, InputFile)]
    assert [(item.path, type(item)) for item in found] == [
        ("news/again", Skipped),
        ("news/notes.md", Skipped),
        ("news/up", Failure),
    ]


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_a_folder_that_cannot_be_listed_is_a_failure(news: Path) -> None:
    (news / "2016").chmod(0)
    [failure] = [item for item in read_articles(["news"]) if isinstance(item, Failure)]
    assert (failure.path, failure.kind) == ("news/2016", "PermissionError")


def test_nothing_to_read_is_an_error_with_its_reason(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="gone: no such file or folder"):
        plan_inputs([tmp_path / "gone"]).require_files()
    with pytest.raises(InputError, match="the folder holds no"):
        plan_inputs([tmp_path]).require_files()


def test_skipped_files_do_not_reach_the_articles(news: Path) -> None:
    skipped: list[Skipped] = []
    assert len(list(read_plan(plan_inputs(["news"]), on_skip=skipped.append))) == 4
    assert skipped == [Skipped("news/notes.md")]


def test_a_walk_holds_the_names_of_the_folders_on_its_way_and_no_more() -> None:
    class Endless(LocalFiles):
        def listing(self, folder: str) -> Listing:
            names = [f"{number:04}" for number in range(100)]
            return Listing(folders=names) if folder.count("/") < 1 else Listing(files=names)

    tracemalloc.start()
    count = sum(1 for _ in walk(Endless(), "news"))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count == 10_000
    assert peak < 100_000


def test_texts_seen_before_are_few_bytes_in_memory() -> None:
    tracemalloc.start()
    with DigestSet() as seen:
        assert all(seen.add(str(number)) for number in range(30_000))
        assert not seen.add("7")
        assert "29999" in seen
        assert "30000" not in seen
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 200_000
