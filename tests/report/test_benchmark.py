"""The made-up run that `benchmarks/report.py` measures with."""

from __future__ import annotations

import importlib.util
from pathlib import Path

from extract.report import build_report, find_run

SCRIPT = Path(__file__).parents[2] / "benchmarks/report.py"


def test_every_record_of_the_run_fits_its_article(tmp_path: Path) -> None:
    spec = importlib.util.spec_from_file_location("benchmark_report", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    run = script.write_run(tmp_path, quotes=23, quotes_each=5, words=40, seed=1)
    report = build_report(find_run(run))
    assert (report.quotes, report.articles, report.missing, report.differing) == (23, 5, 0, 0)
