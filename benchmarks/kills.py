"""Kills at random instants: is the end the same, byte for byte, as without them?

A run over articles made of the samples is done once undisturbed. Then the same command is given again and
again and its whole process group killed (SIGKILL) at a random instant, and given once more in the end.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path

import click
import psutil
from many import write_articles

RESULTS = ("records.jsonl", "records.csv", "failures.jsonl")


def start(articles: Path, out: Path, jobs: int) -> subprocess.Popen[bytes]:
    """The command, in a process group of its own."""
    command = [sys.executable, "-m", "extract", "run", str(articles), "-o", str(out), "-j", str(jobs), "-q"]
    return subprocess.Popen(command, start_new_session=True)


def undisturbed(articles: Path, out: Path, jobs: int) -> float:
    """Run it to its end; the seconds it took."""
    began = time.perf_counter()
    with start(articles, out, jobs) as process:
        process.wait()
    if process.returncode:
        raise click.ClickException(f"the run ended with exit code {process.returncode}")
    return time.perf_counter() - began


def survivors(group: int) -> int:
    """How many processes of a killed group are alive a second later."""
    time.sleep(1)
    alive = 0
    for process in psutil.process_iter(["pid", "status"]):
        with suppress(ProcessLookupError):
            alive += os.getpgid(process.pid) == group and process.info["status"] != psutil.STATUS_ZOMBIE
    return alive


def differing(one: Path, other: Path) -> list[str]:
    """Names of results that are not the same in both folders."""

    def content(path: Path) -> bytes | None:
        return path.read_bytes() if path.exists() else None

    return [name for name in RESULTS if content(one / name) != content(other / name)]


@click.command()
@click.option("--articles", "number", default=2000, show_default=True, help="How many articles.")
@click.option("--kills", default=50, show_default=True, help="How often the run is killed.")
@click.option("--jobs", default=2, show_default=True, help="Worker processes.")
@click.option("--seed", default=0, show_default=True, help="Of the instants.")
def main(number: int, kills: int, jobs: int, seed: int) -> None:
    """Kill a run again and again; exit code 1 when the end is another than without.

    \b
    Example:
      python benchmarks/kills.py --articles 300 --kills 10
    """
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_articles(folder / "in.jsonl", number)
        whole = undisturbed(folder / "in.jsonl", folder / "whole", jobs)
        write_articles(folder / "one.jsonl", 1)
        starting = undisturbed(folder / "one.jsonl", folder / "one", jobs)
        click.echo(f"undisturbed: {whole:.1f} s, of which {starting:.1f} s to start")
        finished = left = 0
        for at in range(kills):
            with start(folder / "in.jsonl", folder / "out", jobs) as process:
                # Some before the first article is done, most among them, some after the last.
                seconds = chance.uniform(0, 2 * whole / kills + 1.5 * starting)
                time.sleep(seconds)
                finished += process.poll() is not None
                if process.returncode is None:
                    os.killpg(process.pid, signal.SIGKILL)
            left += survivors(process.pid)
            click.echo(f"{at + 1}: after {seconds:.2f} s")
        last = undisturbed(folder / "in.jsonl", folder / "out", jobs)
        wrong = differing(folder / "whole", folder / "out")
    click.echo(
        f"{kills} kills, {finished} of them after the end; the last run took {last:.1f} s; "
        f"processes left over: {left}; files that differ: {', '.join(wrong) or 'none'}"
    )
    sys.exit(1 if wrong or left else 0)


if __name__ == "__main__":
    main()
