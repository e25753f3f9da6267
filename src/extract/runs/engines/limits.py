"""Limits of time for an article and of memory for a worker."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import psutil

from extract.article import Article
from extract.errors import InputError
from extract.record.choices import TIME_LIMIT_SECONDS
from extract.runs.engines.chunks import MAX_CHUNK_CHARS

_SHARE_OF_MEMORY = 0.8
_MIN_WORKER_BYTES = 1_000_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Limits of a worker. seconds: for an article, or a chunk of short ones. memory: bytes; None: any."""

    seconds: float = TIME_LIMIT_SECONDS
    memory: int | None = None

    def __post_init__(self) -> None:
        """Raise InputError for a limit that nothing can keep."""
        if not (self.seconds > 0 and math.isfinite(self.seconds)):
            raise InputError(f"the time limit is {self.seconds:g} seconds; give more than 0")
        if self.memory is not None and self.memory <= 0:
            raise InputError(f"the memory limit is {self.memory} bytes; give more than 0")

    def seconds_for(self, articles: Sequence[Article]) -> float:
        """Seconds for all of `articles`: in proportion where they are longer than a chunk."""
        return self.seconds * max(1.0, sum(len(article.text) for article in articles) / MAX_CHUNK_CHARS)


def share_of_memory(workers: int) -> int:
    """Bytes for each of `workers`: a share of the machine's memory, but never less than a worker needs."""
    return max(_MIN_WORKER_BYTES, int(_SHARE_OF_MEMORY * psutil.virtual_memory().total / workers))
