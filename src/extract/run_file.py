"""What `run.json` says: what was run, with what, and what came of it."""

from __future__ import annotations

import platform
from dataclasses import asdict
from datetime import datetime
from importlib.metadata import version
from typing import Any

from extract.config import Settings
from extract.fingerprint import PACKAGES
from extract.record import SCHEMA_VERSION, Provenance
from extract.summary import Summary


def run_facts(
    summary: Summary, *, settings: Settings, provenance: Provenance, started: datetime
) -> dict[str, Any]:
    """All but the files that hold the results."""
    return {
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
    }
