"""Compressed files, and the members of archives."""

from __future__ import annotations

import bz2
import gzip
import json
import lzma
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from extract.article import Article, Failure
from extract.readers import Skipped, plan_inputs, read_articles, read_plan
from extract.readers.article.file_name_date import NamePattern
from extract.readers.storage.streams import text_file
from tests.readers.archives import tar, zipped

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

PACK: Mapping[str, Callable[[bytes], bytes]] = {
    "gz": gzip.compress,
    "bz2": bz2.compress,
    "xz": lzma.compress,
    "zst": zstd.compress,
}
MEMBERS = {
    "a.txt": b"It rained.",
    "sub/b.jsonl": b'{"text": "No."}\n{"text": "Yes."}\n',
    "c.csv": "text\n“No.”\n".encode("utf-16"),
    "d.md": b"x",
}


def save(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def found(path: Path) -> tuple[list[str], list[str]]:
    """Ids of articles, and messages of failures."""
    items = list(read_articles([path]))
    messages = [item.message for item in items if isinstance(item, Failure)]
    return [item.id for item in items if isinstance(item, Article)], messages


@pytest.mark.parametrize("suffix", list(PACK))
@pytest.mark.parametrize("kind", ["txt", "jsonl", "csv"])
def test_texts_and_tables_may_be_compressed(tmp_path: Path, suffix: str, kind: str) -> None:
    data = {"txt": b"It rained.", "jsonl": b'{"text": "It rained."}', "csv": b"text\nIt rained.\n"}[kind]
    (tmp_path / "a.meta.json").write_text('{"title": "T"}')
    [article] = read_articles([save(tmp_path / f"a.{kind}.{suffix}", PACK[suffix](data))])
    assert isinstance(article, Article)
    assert article.text == "It rained."
    assert article.title == ("T" if kind == "txt" else None)


@pytest.mark.parametrize("suffix", list(PACK))
def test_a_compressed_file_cut_short_is_a_failure(tmp_path: Path, suffix: str) -> None:
    whole = PACK[suffix](b"It rained. " * 1000)
    ids, [message] = found(save(tmp_path / f"a.txt.{suffix}", whole[:-6]))
    assert (ids, "ended before" in message) == ([], True)


@pytest.mark.parametrize("name", ["a.zip", "a.tar", "a.tar.gz", "a.tgz", "a.tar.zst", "a.tar.xz", "a.tbz2"])
def test_members_are_called_by_archive_and_path(tmp_path: Path, name: str) -> None:
    data = zipped(MEMBERS) if name.endswith("zip") else tar(MEMBERS)
    packed = {"a.tgz": "gz", "a.tbz2": "bz2"}.get(name, name.rpartition(".")[2])
    path = save(tmp_path / name, PACK[packed](data) if packed in PACK else data)
    skipped: list[Skipped] = []
    items = list(read_plan(plan_inputs([path]), on_skip=skipped.append))
    ids = [item.id for item in items if isinstance(item, Article)]
    assert ids == [f"{name}!a.txt", f"{name}!sub/b.jsonl:1", f"{name}!sub/b.jsonl:2", f"{name}!c.csv:2"]
    assert items[0].path == f"{path.as_posix()}!a.txt"
    assert skipped == [Skipped(f"{path.as_posix()}!d.md")]


@pytest.mark.parametrize("pack", [zipped, tar])
def test_metadata_beside_a_member(tmp_path: Path, pack: Callable[[Mapping[str, bytes]], bytes]) -> None:
    members = {
        "x/a.meta.json": b'{"published": "2017"}',
        "x/a.txt.gz": gzip.compress(b"No."),
        "b.txt": b"No.",
    }
    path = save(tmp_path / f"in.{'zip' if pack is zipped else 'tar'}", pack(members))
    first, second = read_articles([path], date_from_name=NamePattern("auto"))
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert (first.published, second.published) == ("2017", None)


def test_metadata_after_their_text_in_a_tar_are_a_failure(tmp_path: Path) -> None:
    ids, [message] = found(save(tmp_path / "in.tar", tar({"a.txt": b"No.", "a.meta.json": b"{}"})))
    assert (ids, message) == (
        ["in.tar!a.txt"],
        "this metadata file comes after its text in the archive; put it before the text",
    )


def test_the_name_of_a_member_may_hold_its_date(tmp_path: Path) -> None:
    path = save(tmp_path / "2016.zip", zipped({"2017-04-06.txt": b"No."}))
    [article] = read_articles([path], date_from_name=NamePattern("%Y-%m-%d"))
    assert isinstance(article, Article)
    assert article.published == "2017-04-06"


def test_archives_in_archives_and_locked_members_are_failures_of_themselves(tmp_path: Path) -> None:
    inner = zipped(MEMBERS)
    ids, messages = found(save(tmp_path / "a.zip", zipped({"b.zip": inner, "c.tar": b"", "d.txt": b"No."})))
    assert ids == ["a.zip!d.txt"]
    assert messages == ["archives and Parquet files in an archive are not read; unpack the archive first"] * 2
    locked = inner.replace(b"PK\x01\x02\x14\x03\x14\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x01")
    assert (
        found(save(tmp_path / "b.zip", locked))[1][0]
        == "it is protected by a password; unpack the archive first"
    )


def test_a_tar_damaged_in_the_middle_gives_what_comes_before_and_a_failure(tmp_path: Path) -> None:
    members = {"a.txt": b"No.", "b.txt": b"It rained.", "c.txt": b"No."}
    ids, [message] = found(save(tmp_path / "a.tar", tar(members).replace(b"b.txt", b"b.tx\xff", 1)))
    assert (ids, "damaged" in message) == (["a.tar!a.txt"], True)


def test_an_archive_without_articles_is_a_failure(tmp_path: Path) -> None:
    assert found(save(tmp_path / "a.zip", zipped({"a.md": b""})))[1][0].startswith(
        "the archive holds no .txt"
    )


@pytest.mark.parametrize("suffix", [*PACK, None])
def test_what_is_written_compressed_can_be_read_and_is_the_same_each_time(
    tmp_path: Path, suffix: str | None
) -> None:
    paths = [tmp_path / f"{number}.jsonl" for number in range(2)]
    for path in paths:
        with text_file(path, suffix) as stream:  # type: ignore[arg-type]
            stream.write(json.dumps({"text": "“No.”"}) + "\n")
    assert paths[0].read_bytes() == paths[1].read_bytes()
    named = paths[0].rename(tmp_path / f"a.jsonl{f'.{suffix}' if suffix else ''}")
    [article] = read_articles([named])
    assert isinstance(article, Article)
    assert article.text == "“No.”"
