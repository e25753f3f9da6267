"""Measure one pipeline in this process, which must be a fresh one: time, memory and size on disk.

`python one_pipeline.py WAY MODEL ARTICLES` prints a line when the first article is done, and then a line of
JSON. WAY is "spacy" (all components of a spaCy pipeline), "extract" (text to records, in this process) or a
number of worker processes that do the same; MODEL is empty for the shipped one.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import psutil

WARM_UP_ARTICLES = 6  # two chunks, for which two workers are started
_EVERY = 10  # articles between two looks at the memory of workers
Look = Callable[[], None]
Run = Callable[[Sequence[tuple[str, str]], Look], None]


@contextmanager
def spacy_pipeline(model: str) -> Iterator[Run]:
    """Yield what runs texts through every component of a spaCy pipeline, as `nlp.pipe` does unasked."""
    import spacy

    nlp = spacy.load(model)

    def run(texts: Sequence[tuple[str, str]], look: Look) -> None:
        for _ in nlp.pipe(text for _, text in texts):
            look()

    yield run


@contextmanager
def extractor(model: str) -> Iterator[Run]:
    """Yield what makes records of texts in this process, with one thread."""
    from extract import Article, load

    loaded = load(model or None, threads=1)

    def run(texts: Sequence[tuple[str, str]], look: Look) -> None:
        for _ in loaded.outcomes(Article(id=name, text=text, path="-") for name, text in texts):
            look()

    yield run


@contextmanager
def workers(model: str, number: int) -> Iterator[Run]:
    """Yield what makes records of texts in worker processes of one thread each."""
    from extract import Article, Settings, load_extractor, local_engine

    settings = Settings(model=model or None, threads=1)
    with local_engine(partial(load_extractor, settings), workers=number) as engine:

        def run(texts: Sequence[tuple[str, str]], look: Look) -> None:
            for _ in engine(Article(id=name, text=text, path="-") for name, text in texts):
                look()

        yield run


def size_on_disk(folder: Path) -> float:
    """Megabytes (10^6 bytes) of the files of a model."""
    files = (path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    return sum(path.stat().st_size for path in files) / 1e6


class _Memory:
    """The most that this process and its workers have held together, in bytes."""

    def __init__(self) -> None:
        self.most = self._looks = 0
        self._process = psutil.Process()

    def look(self) -> None:
        """Look again, at every tenth call."""
        self._looks += 1
        if self._looks % _EVERY == 1:
            self.most = max(self.most, sum(self._resident()))

    def _resident(self) -> Iterator[int]:
        for process in (self._process, *self._process.children(recursive=True)):
            try:
                yield process.memory_info().rss
            except psutil.Error:
                continue


def measure(way: str, model: str, articles: Path) -> dict[str, float]:
    """Run the articles: those to warm up with, then, timed, all the others. An empty line tells of the first.

    Returns words, seconds by the clock and of the processor, and megabytes of memory and on disk.
    """
    from extract.pipeline.model_files import find_model

    texts = [(path.name, path.read_text("utf-8")) for path in sorted(articles.glob("*.txt"))]
    ways = {"spacy": spacy_pipeline, "extract": extractor}
    opened = ways[way](model) if way in ways else workers(model, int(way))
    memory = _Memory()
    with opened as run:
        run(texts[:1], memory.look)
        print(flush=True)  # noqa: T201
        run(texts[:WARM_UP_ARTICLES], memory.look)
        timed = texts[WARM_UP_ARTICLES:]
        clock, processor = time.perf_counter(), time.process_time()
        run(timed, memory.look)
        clock, processor = time.perf_counter() - clock, time.process_time() - processor
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    return {
        "words": sum(len(text.split()) for _, text in timed),
        "clock": clock,
        "processor": processor,
        "memory": (peak if way in ways else memory.most) / 1e6,
        "disk": size_on_disk(find_model(model or None)),
    }


if __name__ == "__main__":
    print(json.dumps(measure(sys.argv[1], sys.argv[2], Path(sys.argv[3]))))  # noqa: T201
