"""What a page of the documentation shows: its code blocks, the files they are, what stands behind them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_BLOCK = re.compile(
    r"(?:^`(?P<file>[\w./-]+)`:\n\n)?"
    r"^```(?P<language>[a-z]*)\n(?P<body>.*?)^```$"
    r"(?:\n\n```text\n(?P<printed>.*?)^```$|\n\n(?:\|[^\n]*\n){2}(?P<rows>(?:\|[^\n]*\n)*))?",
    re.MULTILINE | re.DOTALL,
)
_COMMAND = re.compile(r"^\$ (?P<line>(?:.*\\\n)*.*)\n(?P<printed>(?:(?!\$ ).*\n)*)", re.MULTILINE)
_WITH_RESULT = ("python", "sql")


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What a page says that comes of something. at: its place in the page, in code points."""

    text: str
    at: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A block of code. file: what the line in front of it calls it (`` `NAME`: ``).

    line: of the page, from 1. at: place of the body in the page, in code points. result: the block of text,
    or the rows of the table without its header, right behind a block of Python or SQL.
    """

    language: str
    body: str
    line: int
    at: int
    file: str | None = None
    result: Shown | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """A line behind "$ " in a block of the language console, and what stands below it."""

    line: str
    printed: Shown


def blocks(page: Path) -> Iterator[Block]:
    """Every block of a page, in order."""
    text = page.read_text("utf-8")
    at = 0
    while found := _BLOCK.search(text, at):
        part = "rows" if found["rows"] is not None else "printed"
        shows = found["language"] in _WITH_RESULT and found[part] is not None
        at = found.end() if shows else found.end("body") + len("```")
        yield Block(
            language=found["language"],
            body=found["body"],
            line=text.count("\n", 0, found.start("body")),
            at=found.start("body"),
            file=found["file"],
            result=Shown(text=found[part], at=found.start(part)) if shows else None,
        )


def bodies(page: Path, *languages: str) -> list[str]:
    """What stands in the blocks of these languages."""
    return [block.body for block in blocks(page) if block.language in languages]


def commands(block: Block) -> Iterator[Command]:
    """The commands of a block of the language console; lines that end in a backslash are joined."""
    for found in _COMMAND.finditer(block.body):
        printed = Shown(text=found["printed"], at=block.at + found.start("printed"))
        yield Command(line=re.sub(r"\\\n\s*", "", found["line"]), printed=printed)
