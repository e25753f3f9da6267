"""Estimate the number of articles of a run, for the progress bar."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from extract.errors import ArticleError
from extract.readers.storage.kinds import DOCUMENTS, compression_of

if TYPE_CHECKING:
    from extract.readers.inputs.plan import InputFile, InputPlan

_MAX_SAMPLE_BYTES = 1 << 24  # of a file whose lines are counted; the rest is extrapolated
_BLOCK_BYTES = 1 << 20


def expected_articles(plan: InputPlan) -> int | None:
    """The number of articles of `plan`, by its files and roughly by their lines; None where counting is slow.

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
        while read < _MAX_SAMPLE_BYTES and (block := stream.read(_BLOCK_BYTES)):
            lines, read = lines + block.count(b"\n"), read + len(block)
        return lines if read < _MAX_SAMPLE_BYTES else round(lines * file.storage.size(file.path) / read)
