"""Files that no reader should trip over."""

from __future__ import annotations

import gzip
import importlib
import io
import json
import resource
import sys
import zipfile
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.article import Article, Failure
from extract.readers import read_articles
from tests.readers.archives import tar, zipped
from tests.readers.damage import read_damaged
from tests.repository import BENCHMARKS

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

MEMBERS = {"a.txt": b"It rained.", "b.jsonl": b'{"text": "No."}\n' * 5, "c.csv": b"text\nNo.\n"}
SOUND = {
    "a.zip": zipped(MEMBERS),
    "a.tar": tar(MEMBERS),
    "a.tar.gz": gzip.compress(tar(MEMBERS), mtime=0),
    "a.jsonl.zst": zstd.compress(MEMBERS["b.jsonl"]),
    "a.csv": b'id,text\n1,"No."\n2,Yes\n',
}


@pytest.fixture
def hostile(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(BENCHMARKS)
    return importlib.import_module("hostile")


def peak_bytes() -> int:
    """The most memory that this process has had; macOS counts bytes, other systems kilobytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)


def test_hostile_files_are_read_or_fail_in_bounded_memory(hostile: ModuleType, tmp_path: Path) -> None:
    folder = tmp_path / "hostile"
    made = list(hostile.make_hostile(folder, count=213, sparse=1 << 30, bomb=25_000_000))
    before = peak_bytes()
    seen = hostile.outcomes(folder)
    assert hostile.unaccounted(made, seen) == []
    assert sum(counts["failure"] > 0 for counts in seen.values()) > 150
    assert peak_bytes() - before < 400_000_000
    for locked in folder.glob("* locked folder"):
        locked.chmod(0o700)


def failures(path: Path, size: int = 1000) -> list[str]:
    return [
        item.message for item in read_articles([path], max_article_size=size) if isinstance(item, Failure)
    ]


def test_an_article_beyond_the_limit_is_a_failure_in_every_kind_of_file(tmp_path: Path) -> None:
    long = "It rained. " * 100
    (tmp_path / "a.txt").write_text(long)
    (tmp_path / "b.jsonl").write_text(json.dumps({"text": long}) + '\n{"text": "No."}\n')
    (tmp_path / "c.csv").write_text(f"text\n{long}\n")
    with zipfile.ZipFile(tmp_path / "d.zip", "w") as archive:
        archive.writestr("a.txt", long)
    messages = failures(tmp_path)
    assert len(messages) == 4
    assert all("longer than 0.001 MB; split it, or raise --max-article-size" in one for one in messages)
    assert failures(tmp_path, 10_000) == []


def test_a_line_beyond_the_limit_costs_only_itself(tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    path.write_text('{"text": "No."}\n' + "x" * 5000 + '\n{"text": "Yes."}\n')
    first, second, third = read_articles([path], max_article_size=1000)
    assert isinstance(first, Article)
    assert isinstance(second, Failure)
    assert isinstance(third, Article)
    assert (second.line, third.id) == (2, "in.jsonl:3")


def test_lines_that_never_end_stop_the_reading_of_their_file(tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    path.write_text("x" * 3_000_000)
    assert "no end of a line" in failures(path)[0]


def test_a_bomb_is_found_by_what_it_swells_to(tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl.zst"
    path.write_bytes(zstd.compress(b'{"text": "No."}\n' + b" " * 30_000_000))
    [article] = [item for item in read_articles([path]) if isinstance(item, Article)]
    assert article.text == "No."
    assert "decompression bomb" in failures(path, 50_000_000)[0]


def test_nothing_but_blank_lines_stops_the_reading_of_their_file(tmp_path: Path) -> None:
    for name in ("in.jsonl", "in.csv"):
        (tmp_path / name).write_text("text\n" + "\n" * 100_001)
        assert "blank lines in a row" in failures(tmp_path / name)[-1]


def test_standard_input_is_bounded_too() -> None:
    [failure] = read_articles(["-"], stdin=io.BytesIO(b"It rained. " * 1000), max_article_size=1000)
    assert isinstance(failure, Failure)


@given(data=st.data(), name=st.sampled_from(["a.zip", "a.tar.gz", "a.jsonl.zst", "a.csv", "a.tar"]))
def test_no_damage_raises_or_is_an_error_of_our_own(data: st.DataObject, name: str) -> None:
    for item in read_damaged(data, name, SOUND[name]):
        assert isinstance(item, Article) or item.kind not in ("AttributeError", "TypeError", "KeyError")
