"""Problems of a set of annotated articles, collected so that all are reported at once."""

from __future__ import annotations

from pathlib import Path

from extract.errors import InputError

_MAX_PROBLEMS_SHOWN = 20


class Problems:
    """Collector of problems with their places; `check` raises them together."""

    def __init__(self) -> None:
        self._lines: list[str] = []

    def add(self, path: Path, line: int | None, message: str) -> None:
        """Note what is wrong at a line of a file, counted from 1; None where it is the whole file."""
        where = path.as_posix() if line is None else f"{path.as_posix()}:{line}"
        self._lines.append(f"{where}: {message}")

    def __len__(self) -> int:
        return len(self._lines)

    def check(self) -> None:
        """Raise InputError with the first twenty problems, a line each; do nothing where there is none."""
        if not self._lines:
            return
        more = len(self._lines) - _MAX_PROBLEMS_SHOWN
        lines = self._lines[:_MAX_PROBLEMS_SHOWN] + ([f"... and {more} more"] if more > 0 else [])
        noun = "problem" if len(self._lines) == 1 else "problems"
        raise InputError(
            f"{len(self._lines)} {noun} in the annotation, nothing was trained:\n" + "\n".join(lines)
        )
