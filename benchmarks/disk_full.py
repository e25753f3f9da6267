"""A full disk: does a run end with a message, and does it go on when there is room?

A run over articles made of the samples writes to a file system that is too small for it, then, when that
has been made larger, to its end. The small file system is made in memory (Linux, as root), or is a folder
of yours that lies on one.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click
from kills import differing, undisturbed
from many import write_articles


def mount(folder: Path, size: str, *options: str) -> None:
    """Make `folder` a file system in memory, or one that is there larger."""
    given = ",".join(["size=" + size, *options])
    subprocess.run(["mount", "-t", "tmpfs", "-o", given, "tmpfs", str(folder)], check=True)


@contextmanager
def small_disk(folder: Path, size: str) -> Iterator[None]:
    """A file system of `size` at `folder`."""
    folder.mkdir()
    mount(folder, size)
    try:
        yield
    finally:
        subprocess.run(["umount", str(folder)], check=True)


@click.command()
@click.option("--articles", "number", default=200, show_default=True, help="How many articles.")
@click.option("--size", default="1500k", show_default=True, help="Of the file system that is too small.")
def main(number: int, size: str) -> None:
    """Fill a disk; exit code 1 when the run does not end well or does not go on.

    \b
    Example:
      python benchmarks/disk_full.py --articles 200 --size 1500k
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        articles, disk = folder / "in.jsonl", folder / "disk"
        write_articles(articles, number)
        undisturbed(articles, folder / "whole", 2)
        with small_disk(disk, size):
            command = [
                sys.executable,
                "-m",
                "extract",
                "run",
                str(articles),
                "-o",
                str(disk / "out"),
                "-j",
                "2",
            ]
            full = subprocess.run(command, check=False, capture_output=True, text=True)
            click.echo(f"too small, exit code {full.returncode}: {full.stderr.strip()}")
            mount(disk, "1g", "remount")
            on = subprocess.run(command, check=False, capture_output=True, text=True)
            click.echo(f"large enough, exit code {on.returncode}: {on.stderr.strip()}")
            wrong = differing(folder / "whole", disk / "out")
    click.echo(f"files that differ from an undisturbed run's: {', '.join(wrong) or 'none'}")
    resumed = "had been done before" in on.stderr
    well = full.returncode == 2 and "Traceback" not in full.stderr and on.returncode == 0 and resumed
    sys.exit(0 if well and not wrong else 1)


if __name__ == "__main__":
    main()
