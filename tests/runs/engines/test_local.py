"""The local engine: worker processes that may die, hang and hog."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import psutil
import pytest

from extract.article import Article
from extract.errors import InputError, ModelError
from extract.runs.engines.limits import Limits
from extract.runs.engines.local import cores, local_engine, threads_each
from tests.repository import ROOT
from tests.runs.engines.made import (
    load,
    load_broken,
    load_dying,
    load_forever,
    load_in_one_thread,
    load_nothing,
    load_once,
)

MakeArticle = Callable[..., Article]


@pytest.fixture(autouse=True)
def _import_tests(monkeypatch: pytest.MonkeyPatch) -> None:
    """Workers find this package too."""
    monkeypatch.syspath_prepend(str(ROOT))


@pytest.fixture
def articles(make_article: MakeArticle) -> Callable[..., list[Article]]:
    """`articles("text", ...)`, each with its number as its path and id."""
    return lambda *texts: [make_article(text, id=str(at), path=str(at)) for at, text in enumerate(texts)]


def workers() -> list[psutil.Process]:
    """The processes that this one has started, without that of `multiprocessing` itself."""
    found = psutil.Process().children(recursive=True)
    return [one for one in found if not any("resource_tracker" in word for word in one.cmdline())]


def test_two_workers_give_outcomes_in_order_and_end_with_the_engine(
    articles: Callable[..., list[Article]],
) -> None:
    with local_engine(load, workers=2) as engine:
        assert workers() == []
        assert [outcome.path for outcome in engine(articles(*["No."] * 100))] == [
            str(at) for at in range(100)
        ]
        assert len(workers()) == 2
        assert [outcome.path for outcome in engine(articles("No.", "No."))] == ["0", "1"]
        assert list(engine([])) == []
    assert workers() == []


def test_what_ends_a_worker_fails_alone_and_costs_no_other_article(
    articles: Callable[..., list[Article]],
) -> None:
    texts = ["One.", "EXIT", "Two.", "CRASH", "RAISE", "HANG", "Three.", "HOG", "Four."]
    limits = Limits(seconds=1.5, memory=400_000_000)
    with local_engine(load, workers=2, limits=limits) as engine:
        outcomes = list(engine(articles(*texts)))
    assert [outcome.path for outcome in outcomes] == [str(at) for at in range(len(texts))]
    failures = {texts[int(failure.path)]: failure for outcome in outcomes if (failure := outcome.failure)}
    assert {text: (failure.kind, failure.stage) for text, failure in failures.items()} == {
        "EXIT": ("WorkerDied", "extract"),
        "CRASH": ("WorkerDied", "extract"),
        "RAISE": ("RuntimeError", "annotate"),
        "HANG": ("TimeLimit", "extract"),
        "HOG": ("MemoryLimit", "extract"),
    }
    assert failures["EXIT"].message == "the worker process ended with exit code 3"
    assert failures["CRASH"].message == "the worker process was ended by SIGSEGV"
    assert failures["HANG"].message == "it took more than 1.5 seconds; see --time-limit"
    assert failures["HOG"].message == "it took more memory than 400 MB; see --memory-limit"


def test_an_article_is_tried_twice(make_article: MakeArticle, tmp_path: Path) -> None:
    article = make_article("ONCE", title=str(tmp_path / "tried"))
    with local_engine(load) as engine:
        [outcome] = engine([article])
    assert outcome.failure is None


def test_no_more_is_read_than_keeps_the_workers_busy(make_article: MakeArticle) -> None:
    read = 0

    def endless() -> Iterator[Article]:
        nonlocal read
        for read in count(1):
            yield make_article("No.", id=str(read), path=str(read))

    with local_engine(load) as engine:
        outcomes = engine(endless())
        assert [next(outcomes).path for _ in range(1000)] == [str(at) for at in range(1, 1001)]
        assert read < 1000 + 20 * 32
        outcomes.close()  # type: ignore[attr-defined]
        assert [outcome.path for outcome in engine([make_article("No.")])] == ["a.txt"]


@pytest.mark.parametrize(
    ("load", "message"),
    [
        (load_nothing, "there is no such model"),
        (load_broken, "the model cannot be loaded: ImportError: no module named 'spicy'"),
        (load_dying, "3 worker processes in a row did not start: the last one ended with exit code 9"),
    ],
)
def test_a_model_that_does_not_load_is_an_error_of_the_run(
    make_article: MakeArticle, load: Callable[[], None], message: str
) -> None:
    with local_engine(load) as engine, pytest.raises(ModelError, match=message):  # type: ignore[arg-type]
        list(engine([make_article("No.")]))


def test_with_memory_for_one_worker_only_the_run_goes_on_with_one(
    articles: Callable[..., list[Article]],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setenv("EXTRACT_TEST_FIRST", str(tmp_path / "first"))
    waiting = articles(*["WAIT"] * 60)
    with local_engine(load_once, workers=2) as engine:
        assert [outcome.failure for outcome in engine(waiting)] == [None] * 60
    assert "a worker process ended with exit code 9; going on with 1 of them" in caplog.text


def test_a_model_that_loads_forever_is_an_error_of_the_run(
    make_article: MakeArticle, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("extract.runs.engines.local._MAX_LOADING_SECONDS", 0.3)
    with local_engine(load_forever) as engine, pytest.raises(ModelError, match=r"loads for more than 0\.3"):
        list(engine([make_article("No.")]))


def test_a_memory_limit_without_room_for_the_model_is_an_error_of_the_run(make_article: MakeArticle) -> None:
    with (
        local_engine(load, limits=Limits(memory=1_000_000)) as engine,
        pytest.raises(InputError, match="MB before its first article; give a --memory-limit of"),
    ):
        list(engine([make_article("No.")]))


def test_workers_do_not_outlive_a_killed_run() -> None:
    code = (
        "import psutil, time\n"
        "from extract.article import Article\n"
        "from extract.runs.engines.local import local_engine\n"
        "from tests.runs.engines.made import load\n"
        "if __name__ == '__main__':\n"
        "    texts = ['No.', 'No.', 'HANG']\n"
        "    articles = [Article(id=str(at), path=str(at), text=text) for at, text in enumerate(texts)]\n"
        "    with local_engine(load) as engine:\n"
        "        for outcome in engine(articles):\n"
        "            print(*(one.pid for one in psutil.Process().children()), flush=True)\n"
    )
    command = [sys.executable, "-c", code]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), *sys.path])}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as run:
        assert run.stdout is not None
        pids = [int(word) for word in run.stdout.readline().split()]
        assert pids
        run.send_signal(signal.SIGKILL)
    deadline = time.monotonic() + 120
    while any(psutil.pid_exists(pid) and psutil.Process(pid).status() != "zombie" for pid in pids):
        assert time.monotonic() < deadline
        time.sleep(0.05)


def test_libraries_of_a_worker_have_one_thread_and_those_of_this_process_stay_as_they_are(
    make_article: MakeArticle, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("OMP", "OPENBLAS", "MKL", "RAYON"):
        monkeypatch.delenv(f"{name}_NUM_THREADS", raising=False)
    before = dict(os.environ)
    with local_engine(load_in_one_thread) as engine:
        assert [outcome.failure for outcome in engine([make_article("No.")])] == [None]
    assert dict(os.environ) == before


def test_threads_are_shared_out_among_the_workers() -> None:
    assert threads_each(3, 2) == 3
    assert threads_each(0, 1) == cores()
    assert threads_each(0, 0) == 1
    assert threads_each(0, 10_000) == 1
