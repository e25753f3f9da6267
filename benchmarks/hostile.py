"""A folder of hostile files: each must be processed or a failure, in bounded memory and time.

A folder is filled with damaged, deceiving, endless and oddly named files. A process of its own runs
`extract run` on it; then every file is looked for among the results, the failures and
what was skipped. Exits with 1 when one is missing, or a bound is exceeded.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import click
from hostile_files import make_hostile

from extract.article import Article
from extract.readers import Skipped, plan_inputs, read_plan, shown

MEGABYTE = 1_000_000


def outcomes(folder: Path) -> dict[str, Counter[str]]:
    """How many articles, failures and files that are no input each path of `folder` gave."""
    found: dict[str, Counter[str]] = {}

    def note(path: str, what: str) -> None:
        found.setdefault(path, Counter())[what] += 1

    def skip(skipped: Skipped) -> None:
        note(skipped.path, "skipped")

    for item in read_plan(plan_inputs([folder]), on_skip=skip):
        note(item.path, "article" if isinstance(item, Article) else "failure")
    return found


def unaccounted(made: Iterable[Path], seen: Iterable[str]) -> list[str]:
    """The paths of which nothing was seen, neither of themselves nor of what they hold."""
    told: set[str] = set()
    for path in seen:
        ends = [at for at, character in enumerate(path) if character in "/!"]
        told.update(path[:at] for at in (*ends, len(path)))
    return [name for path in made if (name := shown(path)) not in told and not _is_empty_folder(path)]


def _is_empty_folder(path: Path) -> bool:
    return path.is_dir() and not path.is_symlink() and os.access(path, os.R_OK) and not any(path.iterdir())


@click.command()
@click.option("--count", default=300, show_default=True, help="Files to make.")
@click.option(
    "--sparse", default=1 << 30, show_default=True, help="Bytes that files with a hole pretend to have."
)
@click.option("--bomb", default=1_000_000_000, show_default=True, help="Bytes that bombs swell to.")
@click.option("--most-megabytes", default=1500.0, show_default=True, help="Peak memory of the run.")
@click.option("--most-seconds", default=600.0, show_default=True)
@click.argument("options", nargs=-1)
def main(
    count: int, sparse: int, bomb: int, most_megabytes: float, most_seconds: float, options: tuple[str, ...]
) -> None:
    """Run `extract run` over hostile files; OPTIONS are its own, such as -- -j 2 --time-limit 60."""
    with tempfile.TemporaryDirectory() as scratch:
        folder, out = Path(scratch, "hostile"), Path(scratch, "out")
        made = list(make_hostile(folder, count=count, sparse=sparse, bomb=bomb))
        command = [sys.executable, "-m", "extract", "run", str(folder), "-o", str(out), "-v", "-q", *options]
        started = time.perf_counter()
        done = subprocess.run(
            command, capture_output=True, timeout=most_seconds, check=False, stdin=subprocess.DEVNULL
        )
        seconds = time.perf_counter() - started
        peak = (
            resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
            * (1 if sys.platform == "darwin" else 1024)
            / MEGABYTE
        )
        if done.returncode != 1:
            raise click.ClickException(f"exit code {done.returncode}: {done.stderr.decode()[-2000:]}")
        seen = outcomes(folder)
        missing = unaccounted(made, seen)
        failed = Counter(json.loads(line)["path"] for line in (out / "failures.jsonl").open(encoding="utf-8"))
        missing += [path for path, counts in seen.items() if counts["failure"] and path not in failed]
        run = json.loads((out / "run.json").read_bytes())["counts"]
        for locked in folder.glob("* locked folder"):
            locked.chmod(0o700)
    click.echo(f"{len(made)} hostile files: {run['articles']:,} articles, {run['failures']:,} failures of "
               f"{len(failed):,} paths, {run['skipped_files']} skipped, {len(missing)} unaccounted for; "
               f"{seconds:.0f} s, peak {peak:.0f} MB")  # fmt: skip
    for path in missing:
        click.echo(f"nothing was said of {path!a}")
    sys.exit(bool(missing) or peak > most_megabytes)


if __name__ == "__main__":
    main()
