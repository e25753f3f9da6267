"""Runs the code of a page, from top to bottom, and compares what it prints with what the page shows."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable, Sequence
from contextlib import redirect_stdout
from dataclasses import dataclass, field
from doctest import ELLIPSIS, OutputChecker
from io import StringIO
from pathlib import Path
from typing import Any

from tests.docs.page_blocks import Block, Shown, blocks, commands

Query = Callable[[str], Sequence[Sequence[Any]]]

# Another machine is faster, another day later; "..." on a page stands for anything.
_VARIABLE = (
    (re.compile(r"\b\d+(\.\d+)? s\b"), "N s"),
    (re.compile(r"\b[\d,]+ words a second"), "N words a second"),
)
_SHELL = "/bin/sh"


@dataclass(kw_only=True)
class PageRun:
    """A reader who types what a page says, in `folder`, which has to be the current one.

    query: answers the SQL of the page. Blocks of the languages console, python and sql are run, those with
    a file's name are written, others are left alone. mend: what is shown wrongly is put right on the page
    in the end, but for what has "..." in it.
    """

    folder: Path
    query: Query | None = None
    mend: bool = False
    names: dict[str, Any] = field(default_factory=dict)
    wrong: list[tuple[Shown, str]] = field(default_factory=list)

    def run(self, page: Path, only: slice = slice(None)) -> int:
        """Give how many blocks were run or written. Raises AssertionError where something else comes of one.

        only: which of these blocks.
        """
        steps = {"console": self._console, "python": self._python, "sql": self._sql}
        chosen = [block for block in blocks(page) if block.file is not None or block.language in steps][only]
        for block in chosen:
            if block.file is not None:
                self._write(block)
            else:
                steps[block.language](block, f"{page.name}:{block.line}")
        if self.wrong:
            page.write_text(mended(page.read_text("utf-8"), self.wrong), encoding="utf-8")
            self.wrong.clear()
        return len(chosen)

    def _write(self, block: Block) -> None:
        assert block.file is not None
        path = self.folder / block.file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(block.body, encoding="utf-8")

    def _console(self, block: Block, where: str) -> None:
        status, printed = 0, ""
        for command in commands(block):
            asked = command.line == "echo $?"
            assert asked or status == 0, (
                f"{where}: exit code {status}, which the page does not say\n{printed}"
            )
            done = subprocess.run(
                [_SHELL, "-c", f"(exit {status})\n{command.line}"],
                cwd=self.folder,
                env=_environment(),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                check=False,
            )
            status = done.returncode
            printed = done.stdout.decode("utf-8")
            if command.printed.text or asked:
                self._compare(command.printed, printed, f"{where}: {command.line}")
        assert status == 0, f"{where}: exit code {status}, which the page does not say\n{printed}"

    def _python(self, block: Block, where: str) -> None:
        with redirect_stdout(StringIO()) as printed:
            exec(compile(block.body, where, "exec"), self.names)
        if block.result is not None:
            self._compare(block.result, printed.getvalue(), where)
        else:
            assert printed.getvalue() == "", where

    def _sql(self, block: Block, where: str) -> None:
        assert self.query is not None, f"{where}: nothing answers SQL"
        rows = [
            " | ".join("" if value is None else str(value) for value in row) for row in self.query(block.body)
        ]
        if block.result is not None:
            self._compare(block.result, "".join(f"| {row} |\n" for row in rows), where)

    def _compare(self, shown: Shown, printed: str, where: str) -> None:
        if same(shown.text, printed):
            return
        if not self.mend or "..." in shown.text:
            raise AssertionError(f"{where}\nshown:\n{shown.text}\nprinted:\n{printed}")
        self.wrong.append((shown, _tidy(printed)))


def same(shown: str, printed: str) -> bool:
    """Whether a program prints what a page shows, but for what varies."""
    return OutputChecker().check_output(_comparable(shown), _comparable(printed), ELLIPSIS)


def mended(text: str, wrong: Sequence[tuple[Shown, str]]) -> str:
    """The page with what is really printed in the places of what it shows."""
    for shown, printed in sorted(wrong, key=lambda pair: pair[0].at, reverse=True):
        text = text[: shown.at] + printed + text[shown.at + len(shown.text) :]
    return text


def _comparable(text: str) -> str:
    for pattern, constant in _VARIABLE:
        text = pattern.sub(constant, text)
    return _tidy(text)


def _tidy(text: str) -> str:
    return "".join(f"{line.rstrip()}\n" for line in text.rstrip().splitlines())


def _environment() -> dict[str, str]:
    """With the programs of the Python that runs the tests, no colours, and lines of one width."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    return {**os.environ, "PATH": path, "COLUMNS": "80", "NO_COLOR": "1", "LC_ALL": "C.UTF-8"}
