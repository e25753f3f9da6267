"""Command line options that commands share."""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Callable, Sequence
from functools import partial, wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from extract.cli.parameters import NamedText, SectionOption
from extract.files import DEFAULT_FORMATS, FORMATS
from extract.record.choices import ABOUT, ACTS, DEFAULT_ACTS, ESCAPES, FIELD_OPTIONS

if TYPE_CHECKING:
    from extract.quotes.entities.watchlist import WatchList
    from extract.readers.article.file_name_date import NamePattern


# What a field holds, where its name does not say it.
_HELD = {"text": "article", "published": "date of publication"}

# Under these headings `--help` lists the options.
_input = partial(click.option, cls=SectionOption, section="Input")
_output = partial(click.option, cls=SectionOption, section="Output")
_what = partial(click.option, cls=SectionOption, section="What is extracted")
_names = partial(click.option, cls=SectionOption, section="Names")


def several(*known: str) -> dict[str, Any]:
    """Settings of an option of values out of `known`: by commas or given several times; "all" is each."""

    def parse(ctx: click.Context, param: click.Parameter, value: str | tuple[str, ...]) -> tuple[str, ...]:
        given = [value] if isinstance(value, str) else value
        names = [name.strip() for part in given for name in part.split(",")]
        if "all" in names:
            return known
        for name in names:
            if name not in known:
                raise click.BadParameter(f"{name!r} is not one of {', '.join(known)}, all")
        return tuple(dict.fromkeys(names))

    def complete(ctx: click.Context, param: click.Parameter, begun: str) -> list[str]:
        *chosen, last = begun.split(",")
        rest = [name for name in (*known, "all") if name not in chosen]
        return [",".join([*chosen, name]) for name in rest if name.startswith(last.strip())]

    return {"metavar": "LIST", "callback": parse, "shell_complete": complete}


def _watch_list(ctx: click.Context, param: click.Parameter, value: str | None) -> WatchList | None:
    """A callback that reads the list, so that a bad one ends the command before anything else is read."""
    if value is None:
        return None
    from extract.quotes.entities.watchlist import read_watch_list

    return read_watch_list(value, kind="person" if param.name == "people" else "organization")


def _name_pattern(ctx: click.Context, param: click.Parameter, value: str | None) -> NamePattern | None:
    """A callback that checks the pattern."""
    if value is None:
        return None
    from extract.readers.article.file_name_date import NamePattern

    return NamePattern(value)


def _path_list(ctx: click.Context, param: click.Parameter, value: str | None) -> tuple[Path, ...]:
    """A callback that keeps a list from standard input until the command ends; it can be read but once."""
    if value != "-":
        return () if value is None else (Path(value),)
    folder = ctx.with_resource(tempfile.TemporaryDirectory(prefix="extract-list-"))
    path = Path(folder, "standard-input")
    with path.open("wb") as kept:
        shutil.copyfileobj(sys.stdin.buffer, kept)
    return (path,)


def input_options(command: Callable[..., None]) -> Callable[..., None]:
    """INPUT and its like: the command is called with `inputs` and `lists`, one of them at least not empty."""

    @wraps(command)
    def checked(*args: Any, inputs: tuple[str, ...], lists: tuple[Path, ...], **options: Any) -> None:
        if not inputs and not lists:
            raise click.MissingParameter(param_hint="'INPUT...'", param_type="argument")
        command(*args, inputs=inputs, lists=lists, **options)

    options = [
        click.argument("inputs", nargs=-1, metavar="INPUT...", type=NamedText()),
        _input(
            "--list",
            "lists",
            metavar="FILE",
            type=NamedText(),
            callback=_path_list,
            help="Read the inputs that FILE names too, one a line, relative to the present folder; - for "
            "standard input, as in: find news -name '*.txt' | extract ... --list -",
        ),
    ]
    return _with(options, checked)


def article_options(command: Callable[..., None]) -> Callable[..., None]:
    """The options of every command that reads articles.

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
        _input(
            "--published",
            metavar="DATE",
            help="Day (2017-04-06), month or year of publication of articles that do not say it.",
        ),
        _input(
            "--date-from-name",
            metavar="PATTERN",
            callback=_name_pattern,
            help="Where names of files hold the day of publication: auto (2017-04-06 or 20170406 anywhere), "
            "or a pattern such as '%Y-%m-%d_*'. For articles whose metadata do not say it.",
        ),
        *_field_options(),
        _input(
            "--date-format",
            metavar="PATTERN",
            help="How JSON Lines and tables write days that are neither ISO nor in words: '%d/%m/%Y' for "
            "06/04/2017, '%m/%d/%Y' for the American way, '%Y%m%d', as for strptime.",
        ),
        _input(
            "--unescape",
            multiple=True,
            **several(*ESCAPES),
            help="What texts of JSON Lines and tables have to be freed from: html (tags and &amp;), "
            "backslash (\\n for a line end), or all. Offsets count in the text that comes out.",
        ),
        _input(
            "--max-article-size",
            metavar="MB",
            type=click.FloatRange(0, min_open=True),
            default=50.0,
            show_default=True,
            help="An article of more megabytes is a failure.",
        ),
    ]
    return _with(options, gathered)


def _field_options() -> list[Callable[..., Any]]:
    return [
        _input(
            f"--{option}-field",
            f"{name}_field",
            metavar="NAME",
            help=f"Key of JSON Lines or column of tables that holds the {_HELD.get(name, name)}.  "
            f"[default: {name}]",
        )
        for name, option in FIELD_OPTIONS.items()
    ]


def model_options(command: Callable[..., None]) -> Callable[..., None]:
    """The options of every command that makes records."""
    options: list[Callable[..., Any]] = [
        article_options,
        _what(
            "--acts",
            **several(*ACTS),
            default=",".join(DEFAULT_ACTS),
            show_default=True,
            help="Kinds of quotes to keep: statement, attitude, other, or all.",
        ),
        _what(
            "--model",
            metavar="NAME",
            type=NamedText(),
            help="A spaCy pipeline, installed or a folder; default: ours.",
        ),
        _what(
            "--threads",
            metavar="N",
            type=click.IntRange(0, 256),
            default=1,
            show_default=True,
            help="Of the encoder; 0 for one on each core.",
        ),
        _what(
            "--min-confidence",
            metavar="X",
            type=click.FloatRange(0, 1),
            default=0.0,
            help="Leave out quotes that are one with a probability below X, 0 to 1: the higher, the fewer "
            "wrong records and the more quotes missed.  [default: keep all]",
        ),
    ]
    return _with(options, command)


def format_options(command: Callable[..., None]) -> Callable[..., None]:
    """Which files are written: the command is called with `formats`, () for the default."""

    @wraps(command)
    def chosen(*args: Any, formats: tuple[str, ...], excel: bool, **options: Any) -> None:
        if excel:
            formats = tuple(dict.fromkeys((*(formats or DEFAULT_FORMATS), "excel.csv")))
        command(*args, formats=formats, **options)

    options = [
        _output(
            "-f",
            "--format",
            "formats",
            multiple=True,
            **several(*FORMATS),
            help=f"{', '.join(FORMATS)}, or all; repeat it or use commas.  [default: jsonl,csv]",
        ),
        _output(
            "--excel",
            is_flag=True,
            help="Also write records.excel.csv, for spreadsheets: marked as UTF-8, without line breaks in "
            "cells, and nothing in it runs as a formula.",
        ),
    ]
    return _with(options, chosen)


def name_options(command: Callable[..., None]) -> Callable[..., None]:
    """Options on the names in records."""
    options = [
        _names(
            "--about",
            **several(*ABOUT),
            default="organizations",
            show_default=True,
            help="What the column organization lists: organizations, people, places, nationalities, or all.",
        ),
        _names(
            "--organizations",
            metavar="FILE.csv",
            type=NamedText(),
            callback=_watch_list,
            help="Your names and ids of organizations: columns id, name and, if wanted, aliases "
            "separated by |.",
        ),
        _names(
            "--people",
            metavar="FILE.csv",
            type=NamedText(),
            callback=_watch_list,
            help="Your names and ids of people, likewise.",
        ),
        _names(
            "--fuzzy",
            metavar="SCORE",
            type=click.FloatRange(0, 100, min_open=True),
            help="Names that are on no list count as a similar one of the lists from SCORE out of 100 on; 90 "
            "forgives a misspelling.  [default: never]",
        ),
    ]
    return _with(options, command)


def _with(options: Sequence[Callable[..., Any]], command: Callable[..., None]) -> Callable[..., None]:
    for option in reversed(options):
        command = option(command)
    return command


def left_out(count: int, least: float) -> str:
    """What a command says of the records that `--min-confidence` left out; "" without that option."""
    return f"{count} record{'' if count == 1 else 's'} below confidence {least:g} left out" if least else ""
