"""The page: one self-contained HTML file of a run's records, for reading, filtering and reviewing."""

from __future__ import annotations

from extract.report.build import Report, build_report
from extract.report.folder import find_run

__all__ = ["Report", "build_report", "find_run"]
