"""What commands say on standard error."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from extract.failure import Failure


def complain(failure: Failure) -> None:
    """Say where an article failed, why, and at which stage."""
    where = failure.path if failure.line is None else f"{failure.path}:{failure.line}"
    click.echo(f"{where}: {failure.message} [{failure.stage}]", err=True)


def log_to_stderr(level: int) -> None:
    """Print what the package logs from `level` on."""
    handler = logging.StreamHandler()
    logger = logging.getLogger("extract")
    logger.handlers = [handler]
    logger.setLevel(level)
