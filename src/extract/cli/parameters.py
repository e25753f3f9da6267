"""Kinds of parameters that commands share: paths, lists of values, options under a heading of the help."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

import click
from click.shell_completion import CompletionItem

from extract.errors import InputError


class NonEmptyPath(click.Path):
    """Type of a path. An empty name is an error: else it would mean the current folder."""

    def __init__(self, *, exists: bool = False, file_okay: bool = True, dir_okay: bool = True) -> None:
        super().__init__(exists=exists, file_okay=file_okay, dir_okay=dir_okay, path_type=Path)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Convert to a `Path`. Raises click.BadParameter for an empty name."""
        return super().convert(_non_empty(value, param, ctx), param, ctx)


class NonEmptyText(click.types.StringParamType):
    """Type of a path, a URL or "-", kept as it was written. An empty name is an error."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the name. Raises click.BadParameter when it is empty."""
        return super().convert(_non_empty(value, param, ctx), param, ctx)

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """Complete names of files and folders."""
        return [CompletionItem(incomplete, type="file")]


def refuse_inputs(out: Path, inputs: Iterable[str | Path]) -> None:
    """Raise InputError when the file `out` is one of `inputs`, which writing would destroy."""
    for path in map(Path, inputs):
        if path.exists() and out.exists() and path.samefile(out):
            raise InputError(f"{out} is an input too and would be overwritten; choose another file")


def _non_empty(value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
    if value == "":
        raise click.BadParameter("the name is empty; is a variable of your shell not set?", ctx, param)
    return value


OTHER_SECTION = "Other options"


class SectionOption(click.Option):
    """Option that stands under the heading `section` of the help."""

    def __init__(self, *args: Any, section: str, **attributes: Any) -> None:
        super().__init__(*args, **attributes)
        self.section = section


class SectionedCommand(click.Command):
    """Command whose help has a heading for each section, in the order of their first options."""

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the sections; an option without one stands under `OTHER_SECTION`."""
        sections: dict[str, list[tuple[str, str]]] = {}
        for param in self.get_params(ctx):
            if isinstance(param, click.Option) and (row := param.get_help_record(ctx)) is not None:
                title = param.section if isinstance(param, SectionOption) else OTHER_SECTION
                sections.setdefault(title, []).append(row)
        for title, rows in sections.items():
            with formatter.section(title):
                formatter.write_dl(rows)


def list_option(*known: str) -> dict[str, Any]:
    """Attributes of an option with values out of `known`, split by commas or repeated; "all" is each."""

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


def with_options(options: Sequence[Callable[..., Any]], command: Callable[..., None]) -> Callable[..., None]:
    """Decorate `command` with the options, which its help lists in this order."""
    for option in reversed(options):
        command = option(command)
    return command
