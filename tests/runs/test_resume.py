"""Runs that were ended, and runs over something changed: only what is needed is done."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from extract.article import Article
from extract.errors import TooManyFailuresError
from extract.readers import plan_inputs
from extract.runs.batch import BatchOptions, run_batch
from extract.runs.extractor import Extractor, Outcome
from extract.runs.fingerprint import Fingerprint
from extract.runs.settings import Settings
from extract.runs.summary import Summary
from tests.repository import ROOT

RESULTS = ("records.jsonl", "records.csv", "failures.jsonl")


class Counting:
    """An engine that notes the ids of the articles that it gets, two at a time."""

    def __init__(self, extractor: Extractor) -> None:
        self.ids: list[str] = []
        self._extractor = extractor

    def __call__(self, articles: Iterable[Article]) -> Iterator[Outcome]:
        held: list[Article] = []
        for article in articles:
            self.ids.append(article.id)
            held.append(article)
            if len(held) == 2:
                yield from self._extractor(held)
                held = []
        yield from self._extractor(held)


Run = Callable[..., tuple[Summary, Sequence[str]]]


@pytest.fixture
def run(tmp_path: Path, extractor: Extractor) -> Run:
    """`run(options)` over `tmp_path/raw` to `tmp_path/out`: the summary, and the ids that were worked on."""

    def call(
        settings: Settings | None = None, digest: bytes = b"", **options: Any
    ) -> tuple[Summary, Sequence[str]]:
        engine = Counting(extractor)
        summary = run_batch(
            plan_inputs([tmp_path / "raw"]),
            tmp_path / "out",
            engine,
            settings or Settings(),
            BatchOptions(fingerprint=Fingerprint(provenance=extractor.provenance, digest=digest), **options),
        )
        return summary, engine.ids

    return call


@pytest.fixture(autouse=True)
def raw(tmp_path: Path) -> Path:
    """Good articles a to e, of which c breaks."""
    folder = tmp_path / "raw"
    folder.mkdir()
    for name in "abde":
        (folder / f"{name}.txt").write_text(f'{name} said "one" and "two".', encoding="utf-8")
    (folder / "c.txt").write_text('"ANNOTATE"', encoding="utf-8")
    return folder


def read(folder: Path) -> list[bytes]:
    return [(folder / name).read_bytes() for name in RESULTS]


def test_a_second_run_does_nothing_twice_and_writes_the_same(run: Run, tmp_path: Path) -> None:
    first, ids = run()
    assert ids == ["a.txt", "b.txt", "c.txt", "d.txt", "e.txt"]
    before = read(tmp_path / "out")
    second, ids = run()
    assert ids == []
    assert read(tmp_path / "out") == before
    assert (second.articles, second.records, second.failures, second.resumed) == (4, 8, 1, 4)
    assert "; 4 articles had been done before; 1 failure" in second.line()
    assert "words a second" in first.line()
    assert "words a second" not in second.line()


def test_only_changed_and_new_articles_are_done_again(run: Run, raw: Path, tmp_path: Path) -> None:
    run()
    (raw / "b.txt").write_text('b said "three".', encoding="utf-8")
    (raw / "b2.txt").write_text('b2 said "four".', encoding="utf-8")
    (raw / "d.txt").unlink()
    (raw / "e.meta.json").write_text('{"title": "E"}', encoding="utf-8")
    _, ids = run()
    assert ids == ["b.txt", "b2.txt", "e.txt"]
    resumed = read(tmp_path / "out")
    assert run(fresh=True)[1] == ["a.txt", "b.txt", "b2.txt", "c.txt", "e.txt"]
    assert read(tmp_path / "out") == resumed


def test_another_fingerprint_does_all_again_and_another_format_nothing(run: Run, tmp_path: Path) -> None:
    run(digest=b"one")
    assert run(settings=Settings(formats=("json",)), digest=b"one")[1] == []
    assert (tmp_path / "out/records.json").exists()
    assert not (tmp_path / "out/records.csv").exists()
    assert len(run(digest=b"two")[1]) == 5


def test_failures_are_tried_again_only_on_request(run: Run) -> None:
    run()
    assert run(retry_failures=True)[1] == ["c.txt"]


def test_too_many_failures_stop_the_run_and_the_next_one_goes_on(run: Run, raw: Path, tmp_path: Path) -> None:
    (raw / "d.txt").write_text("", encoding="utf-8")
    with pytest.raises(TooManyFailuresError, match="stopped after 2 failures"):
        run(max_failures=1)
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["journal.sqlite"]
    summary, ids = run(max_failures=2)
    assert (summary.failures, ids) == (2, ["e.txt"])


def test_many_that_were_done_before_do_not_pile_up_behind_one_that_was_not(
    run: Run, raw: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run()
    (raw / "a.txt").write_text('a said "three".', encoding="utf-8")
    (raw / "e.txt").write_text('e said "three".', encoding="utf-8")
    monkeypatch.setattr("extract.runs.resume._MAX_WAITING_OUTCOMES", 1)
    summary, ids = run()
    assert ids == ["a.txt", "e.txt"]
    assert summary.resumed == 2
    resumed = read(tmp_path / "out")
    run(fresh=True)
    assert read(tmp_path / "out") == resumed


def test_no_run_json_stands_beside_results_that_are_not_its_own(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run()

    def killed(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("extract.runs.output.remove_stale", killed)
    with pytest.raises(KeyboardInterrupt):
        run(settings=Settings(formats=("jsonl",)))
    assert not (tmp_path / "out/run.json").exists()
    monkeypatch.undo()
    run(settings=Settings(formats=("jsonl",)))
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        "datapackage.json",
        "failures.jsonl",
        "journal.sqlite",
        "records.jsonl",
        "run.json",
    ]


def command(*arguments: str | Path, seconds: float = 0.003) -> subprocess.Popen[str]:
    """`extract run`, slowly, in a process group of its own. seconds: for each article."""
    return subprocess.Popen(
        [sys.executable, "-m", "tests.slow_command", "run", *map(str, arguments)],
        cwd=ROOT,
        env=os.environ
        | {"PYTHONPATH": os.pathsep.join([str(ROOT), *sys.path]), "EXTRACT_TEST_SECONDS": str(seconds)},
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        start_new_session=True,
    )


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """Three hundred articles, one of which breaks."""
    path = tmp_path / "many.jsonl"
    texts = ("ANNOTATE" if at == 150 else f"No {at}." for at in range(300))
    path.write_text("".join(f'{{"id": "{at}", "text": "\\"{text}\\""}}\n' for at, text in enumerate(texts)))
    return path


def until(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 120
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.02)


@pytest.mark.skipif(not hasattr(os, "killpg"), reason="process groups are a thing of POSIX")
def test_killed_runs_change_no_byte_of_the_last_one(many: Path, tmp_path: Path) -> None:
    with command(many, "-o", tmp_path / "whole") as process:
        process.communicate()
    out, kills = tmp_path / "out", 0
    for seconds in (0.8, 1.1, 1.3):
        with command(many, "-o", out) as process:
            time.sleep(seconds)
            kills += process.poll() is None
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
    with command(many, "-o", out) as process:
        process.communicate()
    assert process.returncode == 1
    assert kills
    assert read(out) == read(tmp_path / "whole")


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_run_that_is_asked_to_stop_says_how_to_go_on(
    many: Path, tmp_path: Path, number: signal.Signals, code: int
) -> None:
    out = tmp_path / "out"
    with command(many, "-o", out, seconds=0.02) as process:
        until(lambda: (out / "journal.sqlite").exists() and (out / "records.jsonl.part").exists())
        time.sleep(0.6)
        process.send_signal(number)
        _, said = process.communicate()
    assert process.returncode == code
    assert f"{out}: stopped by {number.name}. " in said
    assert "nothing is lost: repeat the command to resume" in said
    assert "Traceback" not in said
    assert [path.name for path in out.iterdir()] == ["journal.sqlite"]
    with command(many, "-o", out) as process:
        _, said = process.communicate()
    assert "had been done before" in said


def test_two_runs_to_one_folder_at_a_time_are_refused(many: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    with command(many, "-o", out, seconds=0.2) as first:
        until(lambda: (out / "records.jsonl.part").exists())
        with command(many, "-o", out, "--fresh") as second:
            _, said = second.communicate()
        assert second.returncode == 2
        assert f"another run is writing to {out}; wait for it, or give another --out" in said
        assert (out / "records.jsonl.part").exists()
        first.terminate()
        first.communicate()
    assert first.returncode == 143


@pytest.mark.skipif(sys.platform == "win32", reason="a limit of POSIX stands for a full disk")
def test_a_full_disk_ends_the_run_with_a_message_and_room_lets_it_go_on(many: Path, tmp_path: Path) -> None:
    limited = (
        "import resource, runpy, signal, sys\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (150_000, 150_000))\n"
        "sys.argv[0] = 'extract'\n"
        "runpy.run_module('tests.slow_command', run_name='__main__')\n"
    )
    out = tmp_path / "out"
    done = subprocess.run(
        [sys.executable, "-c", limited, "run", str(many), "-o", str(out)],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": os.pathsep.join([str(ROOT), *sys.path])},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2, done.stderr
    assert "repeat the command to resume" in done.stderr
    assert "Traceback" not in done.stderr
    with command(many, "-o", out) as process:
        _, said = process.communicate()
    assert process.returncode == 1
    assert "299 articles, 299 records" in said
    assert "had been done before" in said
