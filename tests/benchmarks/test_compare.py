"""`benchmarks/compare.py` sets two revisions side by side."""

from __future__ import annotations

import importlib
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.repository import ROOT

SAMPLE = ROOT / "data" / "raw" / "us-paper.txt"

needs_git = pytest.mark.skipif(
    not (ROOT / ".git").exists() or shutil.which("git") is None, reason="no repository with revisions"
)


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / "benchmarks" / "compare.py"), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, encoding="utf-8")


@pytest.fixture
def module(monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.syspath_prepend(str(ROOT / "benchmarks"))
    return importlib.import_module("compare")


def test_the_ratio_is_that_of_the_middle_round(module: Any) -> None:
    assert module.Comparison(words=100, old=(2.0, 9.0, 3.0), new=(1.0, 1.0, 2.0)).ratio == 2.0


def test_the_revisions_take_turns(module: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    order: list[str] = []

    def measure(revision: Any, raw: Path) -> tuple[int, float]:
        order.append(revision.tree.name)
        return 100, 1.0 if revision.tree.name == "new" else 1.5

    monkeypatch.setattr(module, "_measure", measure)
    found = module.compare(
        [module.Revision(tmp_path / name, tmp_path) for name in ("old", "new")], tmp_path, 3
    )
    assert order == ["old", "new", "new", "old", "old", "new"]
    assert found.ratio == 1.5
    lines = list(module.table(found, ("A", "B")))
    assert lines[4] == "| A | 67 | 67 | 67 |"
    assert lines[-1] == "B is 1.50 times as fast as A"


@needs_git
def test_a_revision_that_does_not_exist_is_wrong_usage() -> None:
    done = run("no-such-revision", "HEAD", str(SAMPLE), "--words", "10")
    assert done.returncode == 2
    assert "no-such-revision" in done.stderr


@needs_git
@pytest.mark.model
@pytest.mark.slow
def test_a_revision_is_no_hundred_times_as_fast_as_itself() -> None:
    done = run("HEAD", "HEAD", str(SAMPLE), "--words", "500", "--rounds", "1", "--least", "100")
    assert done.returncode == 1, done.stderr
    assert "times as fast as HEAD" in done.stdout
    assert "missed" in done.stderr
