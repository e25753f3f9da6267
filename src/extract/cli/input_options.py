"""Options on inputs: what is read, and how articles, fields and dates in it are to be understood."""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Callable
from functools import partial, wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from extract.cli.parameters import NonEmptyText, SectionOption, list_option, with_options
from extract.record.choices import ESCAPES, FIELD_OPTIONS

if TYPE_CHECKING:
    from extract.readers.article.file_name_date import NamePattern

_option = partial(click.option, cls=SectionOption, section="Input")

# What a field holds, where its name does not say it.
_HELD = {"text": "article", "published": "date of publication"}


def input_options(command: Callable[..., None]) -> Callable[..., None]:
    """Decorate a command with INPUT and --list: it is called with `inputs` and `lists`, not both empty."""

    @wraps(command)
    def checked(*args: Any, inputs: tuple[str, ...], lists: tuple[Path, ...], **options: Any) -> None:
        if not inputs and not lists:
            raise click.MissingParameter(param_hint="'INPUT...'", param_type="argument")
        command(*args, inputs=inputs, lists=lists, **options)

    options = [
        click.argument("inputs", nargs=-1, metavar="INPUT...", type=NonEmptyText()),
        _option(
            "--list",
            "lists",
            metavar="FILE",
            type=NonEmptyText(),
            callback=_kept_list,
            help="Also read the inputs that FILE lists, one a line, relative to the current folder; - for "
            "standard input, as in: find news -name '*.txt' | extract ... --list -",
        ),
    ]
    return with_options(options, checked)


def article_options(command: Callable[..., None]) -> Callable[..., None]:
    """Decorate a command with the options of every command that reads articles.

    The command is called with `published`, `date_from_name`, `fields` and `max_article_size`, in bytes.
    """

    @wraps(command)
    def gathered(*args: Any, max_article_size: float, **options: Any) -> None:
        from extract.readers.article.table_row import Fields
        from extract.readers.storage.limits import MEGABYTE

        names = {name: options.pop(f"{name}_field") for name in FIELD_OPTIONS}
        written = {name: options.pop(name) for name in ("date_format", "unescape")}
        fields = Fields(**{name: given for name, given in names.items() if given}, **written)
        command(*args, fields=fields, max_article_size=round(max_article_size * MEGABYTE), **options)

    options = [
        _option(
            "--published",
            metavar="DATE",
            help="Day (2017-04-06), month or year of publication of articles without one.",
        ),
        _option(
            "--date-from-name",
            metavar="PATTERN",
            callback=_name_pattern,
            help="Take the day of publication from file names where metadata lack it: auto (2017-04-06 or "
            "20170406 anywhere), or a pattern such as '%Y-%m-%d_*'.",
        ),
        *_field_options(),
        _option(
            "--date-format",
            metavar="PATTERN",
            help="Format of days in JSON Lines and tables that are neither ISO nor in words, as for "
            "strptime: '%d/%m/%Y' for 06/04/2017, '%m/%d/%Y' for the American order, '%Y%m%d'.",
        ),
        _option(
            "--unescape",
            multiple=True,
            **list_option(*ESCAPES),
            help="Escapes to undo in texts of JSON Lines and tables: html (tags and &amp;), backslash "
            "(\\n for a line end), or all. Offsets count in the resulting text.",
        ),
        _option(
            "--max-article-size",
            metavar="MB",
            type=click.FloatRange(0, min_open=True),
            default=50.0,
            show_default=True,
            help="Megabytes from which on an article is a failure.",
        ),
    ]
    return with_options(options, gathered)


def _field_options() -> list[Callable[..., Any]]:
    return [
        _option(
            f"--{option}-field",
            f"{name}_field",
            metavar="NAME",
            help=f"Key of JSON Lines or column of tables that holds the {_HELD.get(name, name)}.  "
            f"[default: {name}]",
        )
        for name, option in FIELD_OPTIONS.items()
    ]


def _name_pattern(ctx: click.Context, param: click.Parameter, value: str | None) -> NamePattern | None:
    """Check the pattern, as a callback of click."""
    if value is None:
        return None
    from extract.readers.article.file_name_date import NamePattern

    return NamePattern(value)


def _kept_list(ctx: click.Context, param: click.Parameter, value: str | None) -> tuple[Path, ...]:
    """Keep a list from standard input, which can be read but once, until the command ends."""
    if value != "-":
        return () if value is None else (Path(value),)
    folder = ctx.with_resource(tempfile.TemporaryDirectory(prefix="extract-list-"))
    path = Path(folder, "standard-input")
    with path.open("wb") as kept:
        shutil.copyfileobj(sys.stdin.buffer, kept)
    return (path,)
