"""Revisions of this repository in folders of their own, to run and compare them.

Each runs its own code with its own model and its own entry points, whatever is installed. Nothing of the
working tree is touched; commit first.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import click

ROOT = Path(__file__).parent.parent
_METADATA = "Metadata-Version: 2.1\nName: {name}\nVersion: 0\n"


@dataclass(frozen=True, slots=True)
class Revision:
    """A revision that is checked out. tree: its files. metadata: a folder with its entry points."""

    tree: Path
    metadata: Path

    def run(
        self,
        command: Sequence[str],
        environment: Mapping[str, str] | None = None,
        codes: Collection[int] = (0,),
    ) -> str:
        """What a command prints that finds the package in this revision, and not the installed one.

        codes: of exit that are no failure. Raises ClickException with its standard error for any other.
        """
        paths = os.pathsep.join(map(str, (self.metadata, self.tree / "src")))
        done = subprocess.run(
            command,
            env=os.environ | dict(environment or {}) | {"PYTHONPATH": paths},
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode not in codes:
            raise click.ClickException(f"{' '.join(command)} failed\n{done.stderr.strip()}")
        return done.stdout.strip()


@contextmanager
def checkout(name: str, folder: Path) -> Iterator[Revision]:
    """The revision `name` of this repository in `folder`, as long as it is needed.

    Raises UsageError where there is no such revision.
    """
    tree = folder / "tree"
    added = _git("worktree", "add", "--detach", str(tree), name)
    if added.returncode:
        raise click.UsageError(f"cannot check out {name}: {added.stderr.strip()}")
    try:
        revision = Revision(tree, _with_entry_points(tree, folder / "metadata"))
        package = Path(revision.run([sys.executable, "-c", "import extract; print(extract.__file__)"]))
        if tree.resolve() not in package.resolve().parents:
            raise click.ClickException(f"{name} would run {package}, which is not its own")
        yield revision
    finally:
        _git("worktree", "remove", "--force", str(tree))


def _with_entry_points(tree: Path, folder: Path) -> Path:
    """A folder for the path of imports, from which spaCy learns the components of the code in `tree`."""
    project = tomllib.loads((tree / "pyproject.toml").read_text("utf-8"))["project"]
    found = folder / f"{project['name'].replace('-', '_')}-0.dist-info"
    found.mkdir(parents=True)
    groups = {"console_scripts": project["scripts"], **project["entry-points"]}
    lines = [
        line
        for group, points in groups.items()
        for line in (f"[{group}]", *(f"{name} = {point}" for name, point in points.items()))
    ]
    (found / "entry_points.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    (found / "METADATA").write_text(_METADATA.format(name=project["name"]), encoding="utf-8")
    return folder


def _git(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, text=True, check=False)
