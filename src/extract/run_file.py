"""`run.json`: what was run, with what, and what came of it. It is written last: a run with it is whole."""

from __future__ import annotations

import platform
from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from importlib.metadata import version
from pathlib import Path

from pydantic_core import to_json

from extract.config import Settings
from extract.fingerprint import PACKAGES
from extract.record import SCHEMA_VERSION, Provenance
from extract.summary import Summary
from extract.writers.folder import RUN
from extract.writers.whole import write_whole


def write_run_file(
    folder: Path,
    summary: Summary,
    *,
    settings: Settings,
    provenance: Provenance,
    started: datetime,
    files: Sequence[str],
) -> None:
    """Write it to `folder`. files: the names of those that hold the results."""
    run = {
        "schema_version": SCHEMA_VERSION,
        "extract": provenance.extract,
        "model": provenance.model,
        "python": platform.python_version(),
        "platform": platform.platform(),
        "packages": {name: version(name) for name in PACKAGES},
        "settings": settings.as_json(),
        "started": started.isoformat(timespec="seconds"),
        "counts": summary.as_json(),
        "inputs": [asdict(counts) for counts in summary.inputs],
        "files": list(files),
    }
    write_whole(folder / RUN, to_json(run, indent=2).decode() + "\n")
