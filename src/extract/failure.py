"""Failures: what could not be read or processed, as the lines of `failures.jsonl`."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict

# "extract" is all after reading: what ends the worker ends it at a stage unknown.
Stage = Literal["read", "annotate", "assemble", "flatten", "extract"]


class Failure(BaseModel):
    """One input that gave no records.

    path: the file, "-" for standard input. line: of that file, counted from 1, where lines are
    articles. article_id: None when reading did not get as far. kind: the error's class, or what ended the
    worker: TimeLimit, MemoryLimit, WorkerDied.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    path: str
    line: int | None = None
    article_id: str | None = None
    stage: Stage
    kind: str
    message: str
