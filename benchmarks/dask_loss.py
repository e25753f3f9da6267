"""Kill one of two Dask workers in the middle of a run: are the records those of a run without a cluster?

    python benchmarks/dask_loss.py

Makes articles out of those of data/raw, runs them in this process and on a cluster of two worker processes
of which one is killed (SIGKILL) when a third is done, and compares the records and failures byte for byte.
Exit code 1 when they differ.
"""

from __future__ import annotations

import hashlib
import os
import signal
import sys
import time
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path

import click

from extract.article import Article
from extract.runs.engines.dask import dask_engine, versions
from extract.runs.engines.in_process import in_process
from extract.runs.extractor import Outcome, load_extractor
from extract.runs.settings import Settings

RAW = Path(__file__).parent.parent / "data" / "raw"
WORKERS = 2


def articles(count: int) -> Iterator[Article]:
    """As many as wanted, each with a text of its own."""
    texts = [path.read_text("utf-8") for path in sorted(RAW.glob("*.txt"))]
    for number in range(count):
        text = f"{texts[number % len(texts)]}\n\nEdition {number}.\n"
        yield Article(id=f"{number:06}", path="made", text=text)


def digest(outcomes: Iterable[Outcome]) -> tuple[str, int, int]:
    """Of all records and failures in order, with the numbers of both."""
    found = hashlib.sha256()
    records = failures = 0
    for outcome in outcomes:
        for record in outcome.records:
            found.update(record.model_dump_json().encode() + b"\n")
            records += 1
        if outcome.failure:
            found.update(outcome.failure.model_dump_json().encode() + b"\n")
            failures += 1
    return found.hexdigest(), records, failures


def with_a_loss(outcomes: Iterable[Outcome], process: int, after: int) -> Iterator[Outcome]:
    """Kill `process` when so many articles are done."""
    for number, outcome in enumerate(outcomes):
        if number == after:
            os.kill(process, signal.SIGKILL)
            click.echo(f"  killed worker process {process} after {number} articles")
        yield outcome


@click.command()
@click.option("--articles", "count", type=click.IntRange(30), default=600, show_default=True)
def main(count: int) -> None:
    """Compare a run in this process with one on two Dask workers, of which one is killed."""
    from distributed import LocalCluster

    settings = Settings()

    started = time.perf_counter()
    expected = digest(in_process(load_extractor(settings))(articles(count)))
    click.echo(f"this process: {_line(expected)} in {time.perf_counter() - started:.1f} s")

    started = time.perf_counter()
    with (
        LocalCluster(n_workers=WORKERS, threads_per_worker=1, dashboard_address="127.0.0.1:0") as cluster,
        dask_engine(
            partial(load_extractor, settings),
            versions=partial(versions, settings),
            scheduler=cluster.scheduler_address,
        ) as engine,
    ):
        outcomes = with_a_loss(engine(articles(count)), cluster.workers[0].pid, count // 3)
        found = digest(outcomes)
    click.echo(f"{WORKERS} Dask workers: {_line(found)} in {time.perf_counter() - started:.1f} s")

    click.echo("same records" if found == expected else "THE RECORDS DIFFER")
    sys.exit(0 if found == expected else 1)


def _line(result: tuple[str, int, int]) -> str:
    found, records, failures = result
    return f"{records} records, {failures} failures, sha256 {found[:16]}"


if __name__ == "__main__":
    main()
