"""Many articles out of the few of `data/raw`, each with a line of its own, so that no two are the same."""

from __future__ import annotations

import json
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SAMPLES = Path(__file__).parent.parent / "data" / "raw"
SHORT = 300  # characters of a short article, about


def write_articles(path: Path, number: int, *, short: bool = False) -> int:
    """Write so many articles to `path`, as JSON Lines; the number of their words.

    short: the first sentences of each only.
    """
    texts = [file.read_text("utf-8") for file in sorted(SAMPLES.glob("*.txt"))]
    if short:
        texts = [_beginning(text) for text in texts]
    words = 0
    with path.open("w", encoding="utf-8") as stream:
        for at in range(number):
            text = f"{texts[at % len(texts)]}\n\nIssue number {at}.\n"
            words += len(text.split())
            stream.write(json.dumps({"id": f"{at:07}", "text": text}) + "\n")
    return words


def _beginning(text: str) -> str:
    end = text.find(". ", SHORT)
    return text[: end + 1] if end >= 0 else text


@contextmanager
def ran(articles: Path, out: Path, *, jobs: int, on_done: Callable[[object], None]) -> Iterator[None]:
    """Run `articles` into `out` in this process and its workers, which stay until the block ends.

    on_done: called after each article.
    """
    from extract.readers import plan_inputs
    from extract.runs.batch import BatchListener, run_batch
    from extract.runs.engines.local import local_engine
    from extract.runs.extractor import load_extractor
    from extract.runs.settings import Settings

    settings = Settings()
    with local_engine(partial(load_extractor, settings), workers=jobs) as engine:
        run_batch(plan_inputs([articles]), out, engine, settings, listener=BatchListener(on_done=on_done))
        yield
