"""Files that are complete or not there."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_DEVICES = Path("/dev")


@contextmanager
def whole_file(path: Path) -> Iterator[Path]:
    """Give a path beside `path` to write to, and rename it on success; an error removes it.

    A link stays one: the file that it names is replaced. What is no file (a device, a pipe) is written to.
    """
    if _DEVICES in path.absolute().parents or not (path.is_file() or path.is_dir() or not path.exists()):
        yield path
        return
    path = path.resolve() if path.is_symlink() else path
    part = path.with_name(f"{path.name}.part")
    try:
        yield part
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def write_whole(path: Path, text: str) -> None:
    """Make `path` hold `text` as UTF-8, in one step."""
    with whole_file(path) as part:
        part.write_text(text, encoding="utf-8", newline="\n")
