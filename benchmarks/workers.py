"""Worker processes: what a second one brings, what the engine costs, and how time grows with the articles.

Every figure is of a fresh process that runs articles made of the samples to a new folder. Time is
counted from the first outcome on, so that loading does not count; processor seconds are of the
process that hands out and writes, and of its workers.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import click
import psutil
from many import ran, write_articles

LEAST_SPEEDUP = 1.8
MOST_COST = 0.05
MOST_GROWTH = 10.5


def measure(articles: Path, out: Path, jobs: int) -> dict[str, float]:
    """Run it here; seconds by the clock, and of the processor: in this process, and in workers."""
    began, counted = dict[str, float](), 0

    def in_workers() -> float:
        times = [child.cpu_times() for child in psutil.Process().children()]
        return float(sum(one.user + one.system for one in times))

    def note(_: object) -> None:
        nonlocal counted
        counted += 1
        if not began:
            counted = 0
            began.update(wall=time.perf_counter(), here=time.process_time(), workers=in_workers())
        ended.update(wall=time.perf_counter(), here=time.process_time())

    ended = dict[str, float]()
    with ran(articles, out, jobs=jobs, on_done=note):
        ended.update(here=time.process_time(), workers=in_workers())
    return {"articles": counted, **{name: ended[name] - began[name] for name in began}}


def fresh(number: int, jobs: int) -> dict[str, float]:
    """The figures of so many articles with so many workers, in a process of their own."""
    with tempfile.TemporaryDirectory() as name:
        words = write_articles(Path(name, "in.jsonl"), number)
        command = [sys.executable, __file__, "--here", name, "--jobs", str(jobs)]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
    figures: dict[str, float] = json.loads(done.stdout)
    click.echo(
        f"{number:,} articles, {jobs} worker{'s' * (jobs > 1)}: {figures['wall']:.1f} s, "
        f"{words / figures['wall']:,.0f} words a second; processor: {figures['here']:.2f} s here, "
        f"{figures['workers']:.2f} s in workers"
    )
    return figures


def _for_an_article(figures: dict[str, float]) -> float:
    return (figures["here"] + figures["workers"]) / figures["articles"]


@click.command()
@click.option("--articles", "number", default=1000, show_default=True, help="How many articles.")
@click.option("--jobs", default=2, show_default=True, help="Worker processes, to compare with one.")
@click.option("--here", type=click.Path(path_type=Path), hidden=True)
def main(number: int, jobs: int, here: Path | None) -> None:
    """Measure one worker, several, and a tenth of the articles; exit code 1 when a limit is not kept.

    \b
    Example:
      python benchmarks/workers.py --articles 300
    """
    if here is not None:
        click.echo(json.dumps(measure(here / "in.jsonl", here / "out", jobs)))
        return
    tenth, one, several = fresh(number // 10, 1), fresh(number, 1), fresh(number, jobs)
    speedup = one["wall"] / several["wall"]
    cost = one["here"] / (one["here"] + one["workers"])
    growth = 10 * _for_an_article(one) / _for_an_article(tenth)
    click.echo(
        f"{jobs} workers beside one: {speedup:.2f} times as fast on {os.cpu_count()} cores (least "
        f"{LEAST_SPEEDUP}); share of the engine, with reading, journal and writing: {cost:.1%} (most "
        f"{MOST_COST:.0%}); ten times the articles: {growth:.2f} times the processor time "
        f"(most {MOST_GROWTH})"
    )
    sys.exit(0 if speedup >= LEAST_SPEEDUP and cost <= MOST_COST and growth <= MOST_GROWTH else 1)


if __name__ == "__main__":
    main()
