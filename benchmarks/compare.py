"""The speed of two revisions side by side: the same run, again and again in turns, so that noise hits both.

Each revision is checked out to a folder of its own, with its own model, and measures itself with its own
`speed.py`. Nothing of the working tree is touched or measured; commit first.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import click
from revisions import Revision, checkout
from speed import ONE_THREAD, SAMPLES, copies


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What was measured. words: of one run. old, new: processor seconds of each round, in order."""

    words: int
    old: tuple[float, ...]
    new: tuple[float, ...]

    @property
    def ratio(self) -> float:
        """How many times as fast the new revision is: the median of the rounds."""
        return median(old / new for old, new in zip(self.old, self.new, strict=True))


def compare(revisions: Sequence[Revision], raw: Path, rounds: int) -> Comparison:
    """Run the articles of `raw` with each of two revisions in turns, each time in a fresh process."""
    words, seconds = 0, [list[float](), list[float]()]
    for number in range(rounds):
        for side in (0, 1) if number % 2 == 0 else (1, 0):
            words, processor = _measure(revisions[side], raw)
            seconds[side].append(processor)
    return Comparison(words=words, old=tuple(seconds[0]), new=tuple(seconds[1]))


def _measure(revision: Revision, raw: Path) -> tuple[int, float]:
    """Words and processor seconds of one whole run, without loading."""
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        (work / "raw").symlink_to(raw, target_is_directory=True)
        script = revision.tree / "benchmarks" / "speed.py"
        revision.run([sys.executable, str(script), "--measure", str(work)], ONE_THREAD)
        figures = json.loads((work / "figures.json").read_text("utf-8"))
    return figures["words"], figures["processor"]


def table(comparison: Comparison, names: Sequence[str]) -> Iterator[str]:
    """The lines of the table, in Markdown."""
    yield f"{comparison.words:,} words a run, {len(comparison.old)} rounds; one process, one thread"
    yield ""
    yield "| Revision | Words per second of processor time | Fastest round | Slowest round |"
    yield "| --- | ---: | ---: | ---: |"
    for name, seconds in zip(names, (comparison.old, comparison.new), strict=True):
        rates = (comparison.words / chosen for chosen in (median(seconds), min(seconds), max(seconds)))
        yield f"| {name} | {' | '.join(f'{rate:,.0f}' for rate in rates)} |"
    yield ""
    yield f"{names[1]} is {comparison.ratio:.2f} times as fast as {names[0]}"


@click.command()
@click.argument("old")
@click.argument("new", default="HEAD")
@click.argument("paths", nargs=-1, metavar="[PATHS]...")
@click.option(
    "--words",
    type=click.IntRange(1),
    default=20_000,
    show_default=True,
    help="Repeat the articles up to here.",
)
@click.option("--rounds", type=click.IntRange(1), default=5, show_default=True, help="Runs of each revision.")
@click.option("--least", type=float, help="Exit with 1 where NEW is fewer times as fast as OLD.")
def main(old: str, new: str, paths: tuple[str, ...], words: int, rounds: int, least: float | None) -> None:
    """Measure the revisions OLD and NEW in turns on PATHS (default: the sample articles).

    \b
    Example:
      python benchmarks/compare.py HEAD~1 --least 0.95
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        copies(paths or (str(SAMPLES),), words, folder / "raw")
        with checkout(old, folder / "old") as one, checkout(new, folder / "new") as other:
            comparison = compare((one, other), folder / "raw", rounds)
    click.echo("\n".join(table(comparison, (old, new))))
    if least is not None and comparison.ratio < least:
        click.echo(f"missed: {comparison.ratio:.2f} times as fast; at least {least:g} are due", err=True)
        sys.exit(1)


if __name__ == "__main__":
    main()
