"""Links between files of the repository, as links between pages.

The README of the model and other files outside of `docs/` are pages of the site through a page that
includes them. A link to such a file becomes one to that page, and the links inside the file, which are
relative to its own place, become relative to the page.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx

_INCLUDE = re.compile(r"^```\{include\} (?P<file>\S+)$", re.MULTILINE)
_FENCE = re.compile(r"^\s*(```|~~~)")
_LINK = re.compile(r"\]\((?P<path>[^()\s#:]+)(?P<anchor>#[^()\s]*)?\)")


def including_pages(docs: Path) -> dict[Path, Path]:
    """Each file that a page of `docs` includes, and that page."""
    return {
        (page.parent / found["file"]).resolve(): page.resolve()
        for page in sorted(docs.rglob("*.md"))
        for found in _INCLUDE.finditer(page.read_text("utf-8"))
    }


def relocated(text: str, *, written_in: Path, shown_in: Path, pages: Mapping[Path, Path]) -> str:
    """The Markdown of the folder `written_in` with links that hold on the page `shown_in`.

    pages: those that stand for files. Code blocks stay as they are.
    """

    def moved(link: re.Match[str]) -> str:
        target = (written_in / link["path"]).resolve()
        path = os.path.relpath(pages.get(target, target), shown_in.parent)
        return f"]({Path(path).as_posix()}{link['anchor'] or ''})"

    lines, in_code = [], False
    for line in text.splitlines(keepends=True):
        if _FENCE.match(line):
            in_code = not in_code
        lines.append(line if in_code else _LINK.sub(moved, line))
    return "".join(lines)


def _on_source(pages: Mapping[Path, Path]) -> Callable[[Sphinx, str, list[str]], None]:
    def relocate(app: Sphinx, name: str, source: list[str]) -> None:
        page = Path(app.env.doc2path(name)).resolve()
        source[0] = relocated(source[0], written_in=page.parent, shown_in=page, pages=pages)

    return relocate


def _on_include(pages: Mapping[Path, Path]) -> Callable[[Sphinx, Path, str, list[str]], None]:
    def relocate(app: Sphinx, path: Path, _parent: str, content: list[str]) -> None:
        file = (Path(app.srcdir) / path).resolve()
        if page := pages.get(file):
            content[0] = relocated(content[0], written_in=file.parent, shown_in=page, pages=pages)

    return relocate


def setup(app: Sphinx) -> dict[str, Any]:
    """What Sphinx calls."""
    pages = including_pages(Path(app.srcdir))
    app.connect("source-read", _on_source(pages))
    app.connect("include-read", _on_include(pages))
    return {"parallel_read_safe": True, "parallel_write_safe": True}
