"""The engine on a Dask cluster of two workers."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from extract.article import Article
from extract.errors import InputError
from extract.runs.engines.dask import dask_engine
from extract.runs.engines.in_process import in_process
from extract.runs.engines.limits import Limits
from extract.runs.extractor import Outcome
from tests.repository import ROOT
from tests.runs.engines import dask_extractor

pytest.importorskip("distributed", reason="needs the dask extra")


@contextmanager
def two_workers() -> Iterator[Any]:
    """A cluster that can import this package's modules; a second loss of its worker ends a task."""
    import dask
    from distributed import LocalCluster

    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(ROOT))
        with (
            dask.config.set({"distributed.scheduler.allowed-failures": 1}),
            LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address="127.0.0.1:0") as cluster,
        ):
            yield cluster


@pytest.fixture(scope="module")
def cluster() -> Iterator[Any]:
    """Two workers for all tests that lose none of them."""
    with two_workers() as cluster:
        yield cluster


@pytest.fixture
def doomed() -> Iterator[Any]:
    """Two workers for a test that ends some; how soon Dask has others is its own affair."""
    with two_workers() as cluster:
        yield cluster


def article(number: int, text: str = "") -> Article:
    return Article(id=f"{number:04}", path="in.jsonl", text=f'She said "number {number}". {text}')


def run(cluster: Any, articles: Iterable[Article], limits: Limits | None = None) -> Iterator[Outcome]:
    with dask_engine(
        dask_extractor.load,
        versions=dask_extractor.versions,
        scheduler=cluster.scheduler_address,
        limits=limits,
    ) as engine:
        yield from engine(articles)


def here(articles: Iterable[Article]) -> list[Outcome]:
    return list(in_process(dask_extractor.load())(articles))


def test_outcomes_are_those_of_this_process_in_the_order_of_the_articles(cluster: Any) -> None:
    articles = [article(at, "BROKEN" if at % 50 == 7 else "") for at in range(300)]
    assert list(run(cluster, articles)) == here(articles)


def test_no_articles_give_no_outcomes(cluster: Any) -> None:
    assert list(run(cluster, [])) == []


def test_it_reads_only_so_far_ahead(cluster: Any) -> None:
    read = 0

    def endless() -> Iterator[Article]:
        nonlocal read
        while True:
            read += 1
            yield article(read)

    outcomes = run(cluster, endless())
    assert [next(outcomes).records[0].article.id for _ in range(3)] == ["0001", "0002", "0003"]
    outcomes.close()  # type: ignore[attr-defined]
    assert read < 33 * 33


def test_a_worker_killed_in_the_middle_changes_nothing(doomed: Any) -> None:
    articles = [article(at, "SLOW") for at in range(150)]
    outcomes = []
    for outcome in run(doomed, articles):
        outcomes.append(outcome)
        if len(outcomes) == 40:
            os.kill(doomed.workers[0].pid, signal.SIGKILL)
    assert outcomes == here(articles)


def test_an_article_that_ends_every_worker_fails_and_no_other_does(doomed: Any) -> None:
    articles = [article(at, "CRASH" if at == 20 else "") for at in range(60)]
    outcomes = list(run(doomed, articles))
    [failure] = [outcome.failure for outcome in outcomes if outcome.failure]
    assert (failure.article_id, failure.stage, failure.kind) == ("0020", "extract", "WorkerDied")
    good = [at for at in range(60) if at != 20]
    assert [outcomes[at] for at in good] == here([articles[at] for at in good])


def test_an_article_that_holds_the_interpreter_exceeds_the_time_limit(doomed: Any) -> None:
    articles = [article(at, "HANG" if at == 3 else "") for at in range(6)]
    outcomes = list(run(doomed, articles, Limits(seconds=0.5)))
    [failure] = [outcome.failure for outcome in outcomes if outcome.failure]
    assert (failure.article_id, failure.kind) == ("0003", "TimeLimit")
    assert failure.message == "it took more than 0.5 seconds; see --time-limit"


def test_workers_of_other_versions_are_refused_before_anything_is_read(cluster: Any) -> None:
    with (
        pytest.raises(InputError, match=r"worker tcp://.*: model is en_fake-\d+ there and en_fake-\d+ here"),
        dask_engine(
            dask_extractor.load,
            versions=dask_extractor.versions_of_process,
            scheduler=cluster.scheduler_address,
        ),
    ):
        pass


def test_a_model_that_a_worker_does_not_have_is_said_before_anything_is_read(cluster: Any) -> None:
    with (
        pytest.raises(InputError, match=r"worker tcp://.*: cannot load the model en_none"),
        dask_engine(
            dask_extractor.load_nothing,
            versions=dask_extractor.versions,
            scheduler=cluster.scheduler_address,
        ),
    ):
        pass
