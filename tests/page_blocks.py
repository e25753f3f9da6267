"""What a page of the documentation shows: its code blocks, the files they are, what stands behind them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_BLOCK = re.compile(
    r"(?:^`(?P<file>[\w./-]+)`:\n\n)?"
    r"^```(?P<language>[a-z]*)\n(?P<body>.*?)^```$"
    r"(?:\n\n```text\n(?P<printed>.*?)^```$|\n\n(?P<table>(?:^\|[^\n]*\n)+))?",
    re.MULTILINE | re.DOTALL,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A block of code. file: what the line in front of it calls it (`` `NAME`: ``).

    line: of the page, from 1. printed: of a block of text right behind it. table: cells of a table there,
    without its header.
    """

    language: str
    body: str
    line: int
    file: str | None = None
    printed: str | None = None
    table: tuple[tuple[str, ...], ...] | None = None


@dataclass(frozen=True, slots=True)
class Command:
    """A line behind "$ " in a block of the language console, and what stands below it."""

    line: str
    printed: str


def blocks(page: Path) -> Iterator[Block]:
    """Every block of a page, in order; what a Python block prints belongs to it."""
    text = page.read_text("utf-8")
    at = 0
    while found := _BLOCK.search(text, at):
        shows = found["language"] in ("python", "sql")
        at = found.end() if shows else found.end("body") + len("```")
        yield Block(
            language=found["language"],
            body=found["body"],
            line=text.count("\n", 0, found.start("body")),
            file=found["file"],
            printed=found["printed"] if shows else None,
            table=_rows(found["table"]) if shows and found["table"] else None,
        )


def bodies(page: Path, *languages: str) -> list[str]:
    """What stands in the blocks of these languages."""
    return [block.body for block in blocks(page) if block.language in languages]


def commands(body: str) -> Iterator[Command]:
    """The commands of a block of the language console."""
    for part in re.split(r"^\$ ", body, flags=re.MULTILINE)[1:]:
        line, _, printed = re.sub(r"\\\n\s*", "", part).partition("\n")
        yield Command(line, printed)


def _rows(table: str) -> tuple[tuple[str, ...], ...]:
    """Cells of all rows of a Markdown table behind its second, which is a rule."""
    lines = [line.strip().strip("|") for line in table.splitlines()[2:]]
    return tuple(tuple(cell.strip() for cell in re.split(r"(?<!\\)\|", line)) for line in lines)
