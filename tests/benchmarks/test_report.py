"""`benchmarks/report.py`: its made-up run, and how fast the page of a large one is."""

from __future__ import annotations

import importlib.util
import shutil
from pathlib import Path
from types import ModuleType

import pytest

from extract.report import build_report, find_run
from tests.repository import BENCHMARKS

SCRIPT = BENCHMARKS / "report.py"
REDRAWN = 3  # times as long as a filter may take where all charts are drawn anew: other work is noise there


@pytest.fixture(scope="module")
def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("benchmark_report", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    return made


def test_every_record_of_the_run_fits_its_article(script: ModuleType, tmp_path: Path) -> None:
    run = script.write_run(tmp_path, quotes=23, quotes_each=5, words=40, seed=1)
    report = build_report(find_run(run))
    assert (report.quotes, report.articles, report.missing, report.differing) == (23, 5, 0, 0)


@pytest.mark.slow
@pytest.mark.browser
def test_a_page_of_50_000_quotes_opens_in_3_seconds_and_filters_in_a_fifth_of_one(
    script: ModuleType, tmp_path: Path
) -> None:
    pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    if not any(map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))):
        pytest.skip("no browser is installed")
    run = script.write_run(tmp_path, quotes=50_000, quotes_each=5, words=100, seed=1)
    page = tmp_path / "report.html"
    page.write_text(build_report(find_run(run)).html, encoding="utf-8")
    figures = dict(script.measure(page, rounds=3))
    del figures[script.MEMORY]
    quickest = {name: min(seconds) for name, seconds in figures.items()}
    assert max(seconds for name, seconds in quickest.items() if name.endswith("load")) < script.MOST_LOAD
    for name, seconds in quickest.items():
        if not name.endswith("load"):
            most = script.MOST_FILTER * (REDRAWN if name.startswith("overview") else 1)
            assert seconds < most, name
