"""Options on the formats of the files that are written."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial, wraps
from typing import Any

import click

from extract.cli.parameters import SectionOption, list_option, with_options
from extract.files import DEFAULT_FORMATS, FORMATS

_option = partial(click.option, cls=SectionOption, section="Output")


def format_options(command: Callable[..., None]) -> Callable[..., None]:
    """Decorate a command with --format and --excel: it is called with `formats`, () for the default."""

    @wraps(command)
    def chosen(*args: Any, formats: tuple[str, ...], excel: bool, **options: Any) -> None:
        if excel:
            formats = tuple(dict.fromkeys((*(formats or DEFAULT_FORMATS), "excel.csv")))
        command(*args, formats=formats, **options)

    options = [
        _option(
            "-f",
            "--format",
            "formats",
            multiple=True,
            **list_option(*FORMATS),
            help=f"{', '.join(FORMATS)}, or all; repeat it or use commas.  [default: jsonl,csv]",
        ),
        _option(
            "--excel",
            is_flag=True,
            help="Also write records.excel.csv for spreadsheets: marked as UTF-8, without line breaks in "
            "cells, and without formulas.",
        ),
    ]
    return with_options(options, chosen)
