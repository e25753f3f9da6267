"""Memory of a long run: does it grow with the number of articles?

Short articles are run in a fresh process; the most that this process and each worker hold is compared:
up to an early article, and up to the last.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

import click
import psutil
from many import ran, write_articles

MOST_GROWTH = 1.10
_EVERY = 50  # articles between two looks


class Peaks:
    """The most that this process and its largest worker have held, in megabytes, up to now."""

    def __init__(self) -> None:
        self.here = self.worker = 0.0
        self._process = psutil.Process()

    def look(self) -> None:
        """Look again."""
        self.here = max(self.here, self._process.memory_info().rss / 1e6)
        for child in self._process.children():
            try:
                self.worker = max(self.worker, child.memory_info().rss / 1e6)
            except psutil.Error:
                continue


def measure(articles: Path, out: Path, jobs: int, early: int) -> dict[str, list[float]]:
    """Run it here. Returns for this process and for a worker the most up to the early article, and in all."""
    peaks, done = Peaks(), 0
    first: list[float] = []

    def note(_: object) -> None:
        nonlocal done
        done += 1
        if done % _EVERY == 0:
            peaks.look()
        if done == early:
            first.extend((peaks.here, peaks.worker))

    with ran(articles, out, jobs=jobs, on_done=note):
        pass
    return {"this process": [first[0], peaks.here], "a worker": [first[1], peaks.worker]}


@click.command()
@click.option("--articles", "number", default=100_000, show_default=True, help="How many articles.")
@click.option("--early", default=5000, show_default=True, help="The article to compare the last one with.")
@click.option("--jobs", default=1, show_default=True, help="Worker processes.")
@click.option("--here", type=click.Path(path_type=Path), hidden=True)
def main(number: int, early: int, jobs: int, here: Path | None) -> None:
    """Say how much memory a run takes early and late; exit code 1 when it grows by more than a tenth.

    \b
    Example:
      python benchmarks/memory.py --articles 10000 --early 2000 --jobs 2
    """
    if here is not None:
        click.echo(json.dumps(measure(here / "in.jsonl", here / "out", jobs, early)))
        return
    with tempfile.TemporaryDirectory() as name:
        words = write_articles(Path(name, "in.jsonl"), number, short=True)
        click.echo(f"{number:,} articles, {words:,} words")
        command = [sys.executable, __file__, "--here", name, "--early", str(early), "--jobs", str(jobs)]
        found = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    grown = False
    for who, (first, last) in found.items():
        click.echo(
            f"{who}: {first:.0f} MB after {early:,}, {last:.0f} MB after all: {last / first:.2f} times"
        )
        grown |= last > MOST_GROWTH * first
    sys.exit(1 if grown else 0)


if __name__ == "__main__":
    main()
