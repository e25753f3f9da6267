"""Atomic writing: a file is complete or not there."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_DEVICES = Path("/dev")


def part_path(path: Path) -> Path:
    """Path to which the file is written before it gets its name."""
    return path.with_name(f"{path.name}.part")


@contextmanager
def atomic_path(path: Path) -> Iterator[Path]:
    """Yield a path beside `path` to write to, and rename it on success; an error removes it.

    The content is on the disk before the file has its name: no power cut leaves a name without its
    content. A link stays a link: the file that it names is replaced. Devices and pipes are written to.
    """
    if _DEVICES in path.absolute().parents or not (path.is_file() or path.is_dir() or not path.exists()):
        yield path
        return
    path = path.resolve() if path.is_symlink() else path
    part = part_path(path)
    try:
        yield part
        with part.open("rb+") as stream:
            os.fsync(stream.fileno())
        part.replace(path)
        _keep_names(path.parent)
    finally:
        part.unlink(missing_ok=True)


def _keep_names(folder: Path) -> None:
    """Flush the names of files in `folder` to the disk, where the system can."""
    if os.name != "posix":
        return
    with suppress(OSError):
        number = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(number)
        finally:
            os.close(number)


def write_atomic(path: Path, text: str) -> None:
    """Write `text` to `path` as UTF-8, in one step."""
    with atomic_path(path) as part:
        part.write_text(text, encoding="utf-8", newline="\n")
