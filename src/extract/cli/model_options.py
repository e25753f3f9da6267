"""Options on the extraction: acts, model, threads and confidence."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import click

from extract.cli.input_options import article_options
from extract.cli.parameters import NonEmptyText, SectionOption, list_option, with_options
from extract.record.choices import ACTS, DEFAULT_ACTS

_option = partial(click.option, cls=SectionOption, section="What is extracted")


def model_options(command: Callable[..., None]) -> Callable[..., None]:
    """Decorate a command with the options of every command that makes records, those on inputs included."""
    options: list[Callable[..., Any]] = [
        article_options,
        _option(
            "--acts",
            **list_option(*ACTS),
            default=",".join(DEFAULT_ACTS),
            show_default=True,
            help="Kinds of quotes to keep: statement, attitude, other, or all.",
        ),
        _option(
            "--model",
            metavar="NAME",
            type=NonEmptyText(),
            help="en_news_lg, en_news_sm (faster, less accurate), or a spaCy pipeline by package or folder.  "
            "[default: en_news_lg]",
        ),
        _option(
            "--threads",
            metavar="N",
            type=click.IntRange(0, 256),
            default=1,
            show_default=True,
            help="Threads of the encoder; 0 for one on each core.",
        ),
        _option(
            "--min-confidence",
            metavar="X",
            type=click.FloatRange(0, 1),
            default=0.0,
            help="Drop quotes with a confidence below X, 0 to 1: the higher, the fewer wrong records and the "
            "more quotes missed.  [default: keep all]",
        ),
    ]
    return with_options(options, command)
