"""`--help` that lists the options of a command under headings."""

from __future__ import annotations

from typing import Any

import click

OTHER = "Other options"


class SectionOption(click.Option):
    """An option that stands under the heading `section`."""

    def __init__(self, *args: Any, section: str, **attributes: Any) -> None:
        super().__init__(*args, **attributes)
        self.section = section


class SectionedCommand(click.Command):
    """A command whose help has a heading for each section, in the order of their first options."""

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the sections; an option without one stands under `OTHER`."""
        sections: dict[str, list[tuple[str, str]]] = {}
        for param in self.get_params(ctx):
            if isinstance(param, click.Option) and (row := param.get_help_record(ctx)) is not None:
                title = param.section if isinstance(param, SectionOption) else OTHER
                sections.setdefault(title, []).append(row)
        for title, rows in sections.items():
            with formatter.section(title):
                formatter.write_dl(rows)
