"""Files cut short, with one byte of another kind, or without their beginning."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import strategies as st

from extract.article import Article, Failure
from extract.readers import read_articles


def read_damaged(data: st.DataObject, name: str, whole: bytes) -> list[Article | Failure]:
    """What is read of `whole`, a file called `name`, once it is damaged at a place that is drawn."""
    at = data.draw(st.integers(0, len(whole) - 1))
    damaged = data.draw(st.sampled_from([whole[:at], whole[:at] + b"\xff" + whole[at + 1 :], whole[at:]]))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, name)
        path.write_bytes(damaged)
        return list(read_articles([path]))
