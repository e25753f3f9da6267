"""How many articles a run will come by, for a progress bar."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from extract.errors import ArticleError
from extract.readers.storage.kinds import DOCUMENTS, compression_of

if TYPE_CHECKING:
    from extract.readers.inputs.plan import InputFile, InputPlan

_SAMPLE = 1 << 24  # bytes of a file of lines that are counted; the rest is taken to be like them
_BLOCK = 1 << 20


def expected_articles(plan: InputPlan) -> int | None:
    """How many articles `plan` holds by its files and, about, their lines; None when it is not cheap to say.

    Lists every input once, and reads the beginning of every file of lines.
    """
    total = 0
    for file in plan.files():
        if file.kind in DOCUMENTS or file.kind == "stdin":
            total += 1
        elif file.kind == "json_lines" and compression_of(file.path) is None:
            with suppress(OSError, ArticleError):
                total += _lines(file)
        else:
            return None
    return total


def _lines(file: InputFile) -> int:
    lines = read = 0
    with file.storage.open(file.path) as stream:
        while read < _SAMPLE and (block := stream.read(_BLOCK)):
            lines, read = lines + block.count(b"\n"), read + len(block)
        return lines if read < _SAMPLE else round(lines * file.storage.size(file.path) / read)
