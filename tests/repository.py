"""Where the files of the repository lie."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).parent.parent
BENCHMARKS = ROOT / "benchmarks"
DOCS = ROOT / "docs"
SOURCE = ROOT / "src"
SAMPLES = ROOT / "tests" / "samples"
