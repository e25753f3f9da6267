"""Help of commands, which is plain text for a terminal, as reStructuredText for sphinx-click."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator, Sequence
from itertools import chain, pairwise
from typing import Any

import click
from sphinx.application import Sphinx

from extract.cli.parameters import OTHER_SECTION, SectionOption

_CODE = re.compile(r"`([^`]+)`")
# What sphinx-click writes itself, and no help text: directives, fields and their values.
_MARKUP = re.compile(r"\s*(\.\. |:\w+: )")
_OPTION = ".. option:: "
_KEPT_LINES = "\b"


def plain(text: str) -> str:
    """The text with nothing in it that reStructuredText takes for markup but `code`."""
    parts = _CODE.split(text)
    parts[::2] = [re.sub(r"([\\*|_])", r"\\\1", part) for part in parts[::2]]
    parts[1::2] = [f"``{part}``" for part in parts[1::2]]
    return "".join(parts)


def described(help_text: str) -> Iterator[str]:
    """Lines of the description: paragraphs, and what is marked to keep its lines as code with its title."""
    for block in re.split(r"\n{2,}", inspect.cleandoc(help_text)):
        if block.startswith(_KEPT_LINES):
            joined = re.sub(r"\s*\\\n\s*", " ", block.removeprefix(_KEPT_LINES).strip())
            title, *lines = joined.splitlines()
            yield from (f".. rubric:: {plain(title.removesuffix(':'))}", "", ".. code-block:: console", "")
            yield from (f"   $ {line.strip()}" for line in lines)
        else:
            yield from map(plain, block.splitlines())
        yield ""


def under_headings(command: click.Command, lines: Sequence[str]) -> list[str]:
    """What sphinx-click writes of the options, under the headings of the help of the command."""
    starts = [number for number, line in enumerate(lines) if line.startswith(_OPTION)]
    written = [list(lines[start:end]) for start, end in pairwise([*starts, len(lines)])]
    options = [param for param in command.params if isinstance(param, click.Option) and not param.hidden]
    sections: dict[str, list[str]] = {}
    for option, block in zip(options, written, strict=True):
        title = option.section if isinstance(option, SectionOption) else OTHER_SECTION
        sections.setdefault(title, []).extend(block)
    if set(sections) <= {OTHER_SECTION}:
        return list(lines)
    headed = [[f".. rubric:: {title}", "   :class: section", "", *block] for title, block in sections.items()]
    return list(chain.from_iterable(headed))


def _describe(_app: Sphinx, context: click.Context, lines: list[str]) -> None:
    lines[:] = described(context.command.help or "")


def _arrange(_app: Sphinx, context: click.Context, lines: list[str]) -> None:
    escaped = [line if _MARKUP.match(line) else plain(line) for line in lines]
    lines[:] = under_headings(context.command, escaped)


def _leave_out(_app: Sphinx, _context: click.Context, lines: list[str]) -> None:
    """Click knows of arguments only that they are required; the description says what they are."""
    lines.clear()


def setup(app: Sphinx) -> dict[str, Any]:
    """What Sphinx calls, after sphinx-click, whose events these are."""
    app.setup_extension("sphinx_click")
    app.connect("sphinx-click-process-description", _describe)
    app.connect("sphinx-click-process-options", _arrange)
    app.connect("sphinx-click-process-arguments", _leave_out)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
