"""Articles as read, and failures in place of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from pydantic import BaseModel, ConfigDict

# A key of its line or the head of its page or export, a file beside it, the name of its file, an option of
# the run, its own text.
PublishedFrom = Literal["field", "sidecar", "file_name", "option", "text"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """Article: `text` as decoded, never edited afterwards; every offset counts its code points.

    id: unique within a run. path: the file it was read from, "-" for standard input.
    published: EDTF (`2017-04-06`, `2017-04`); None when unknown. author: who wrote it, several joined by
    "; ". published_from: the source of `published`: field, sidecar, file name, option or text; None without
    `published` and where the caller gave it. published_conflict: metadata and file name are far apart.
    """

    id: str
    text: str
    path: str
    title: str | None = None
    published: str | None = None
    publisher: str | None = None
    author: str | None = None
    published_from: PublishedFrom | None = None
    published_conflict: bool = False


# "extract" is all after reading: what ends the worker ends it at a stage unknown.
Stage = Literal["read", "annotate", "assemble", "flatten", "extract"]


class Failure(BaseModel):
    """Failure of one input, which gave no records.

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
