"""A browser, where there is one."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.report.pages import Pages

_BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
# Nothing that a browser does of its own accord, and no sandbox, which containers have not.
_OPTIONS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Chromium without a window. Skips where there is none.

    Not for the whole session: the driver runs an event loop, which tests of asyncio cannot have around them.
    """
    playwright = pytest.importorskip(
        "playwright.sync_api", reason="playwright is not installed: pip install 'extract-news[dev]'"
    )
    found = next(filter(None, map(shutil.which, _BROWSERS)), None)
    if found is None:
        pytest.skip(f"no browser: none of {', '.join(_BROWSERS)} is installed")
    with playwright.sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=found, args=list(_OPTIONS))
        yield started
        started.close()


@pytest.fixture
def pages(browser: Any, tmp_path: Path) -> Iterator[Pages]:
    """At the end, nothing may have gone wrong in any of them, and nothing been asked for."""
    made = Pages(browser, tmp_path)
    yield made
    made.close()
    assert made.wrong == []
