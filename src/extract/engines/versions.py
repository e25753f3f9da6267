"""What must be the same on all machines of a run for their records to be."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.metadata import version

from extract.config import Settings
from extract.fingerprint import PACKAGES, fingerprint


def versions(settings: Settings) -> Mapping[str, str]:
    """By name, what to look at first in front; the last one is of the very files. Raises ModelError."""
    made = fingerprint(settings)
    return {
        "extract": made.provenance.extract,
        "the model": made.provenance.model,
        **{name: version(name) for name in PACKAGES},
        "the digest of extract's and the model's files": made.digest.hex(),
    }
