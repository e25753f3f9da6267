"""Report page: one self-contained HTML file of a run's records, to read, filter and review them."""

from __future__ import annotations

from extract.report.build import Report, build_report
from extract.report.folder import find_run

__all__ = ["Report", "build_report", "find_run"]
