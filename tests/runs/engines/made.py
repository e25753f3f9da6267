"""Extractors that travel to worker processes: each article does there what its text says."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from extract.article import Article
from extract.errors import ModelError
from extract.pipeline.annotations import Annotations
from extract.quotes.quote import Quote
from extract.record.record import Provenance
from extract.runs.extractor import Extractor
from tests.bare import bare_annotations

HOG = 600_000_000  # bytes
_REFUSED = ".refused"


def load() -> Extractor:
    """EXIT, CRASH, HANG, HOG and WAIT do so; RAISE breaks a stage; any other text gives no quotes."""
    return Extractor(
        annotate=_annotate,
        quotes_in=_quotes_in,
        acts=("statement",),
        provenance=Provenance(extract="0.1.0", model="en_fake-0.1.0"),
    )


def load_nothing() -> Extractor:
    """There is no model."""
    raise ModelError("there is no such model")


def load_broken() -> Extractor:
    """A library is missing."""
    raise ImportError("no module named 'spicy'")


def load_dying() -> Extractor:
    """The machine has no memory for the model."""
    os._exit(9)


def load_in_one_thread() -> Extractor:
    """A library that looks into the environment when it is loaded."""
    if any(os.environ.get(f"{name}_NUM_THREADS") != "1" for name in ("OMP", "OPENBLAS", "MKL", "RAYON")):
        raise ModelError("several threads")
    return load()


def load_once() -> Extractor:
    """There is memory for one worker only: the first, which leaves a file to say so, as does the second."""
    try:
        os.close(os.open(os.environ["EXTRACT_TEST_FIRST"], os.O_CREAT | os.O_EXCL))
    except FileExistsError:
        Path(os.environ["EXTRACT_TEST_FIRST"] + _REFUSED).touch()
        os._exit(9)
    return load()


def load_forever() -> Extractor:
    """The disk with the model does not answer."""
    time.sleep(600)
    return load()


def _annotate(articles: Iterable[Article]) -> Iterator[Annotations]:
    for article in articles:
        held = b""
        match article.text.split()[0]:
            case "EXIT":
                os._exit(3)
            case "CRASH":
                os.kill(os.getpid(), signal.SIGSEGV)
            case "HANG":
                time.sleep(600)
            case "HOG":
                held = b"x" * HOG
                time.sleep(600)
            case "ONCE":
                _exit_once(article.title or "")
            case "WAIT":
                _wait_for(os.environ["EXTRACT_TEST_FIRST"] + _REFUSED)
                time.sleep(0.05)
            case "RAISE":
                raise RuntimeError("annotate is broken")
        del held
        yield bare_annotations(article)


def _wait_for(path: str) -> None:
    """Wait for a file of another process, a minute at most."""
    deadline = time.monotonic() + 60
    while not Path(path).exists() and time.monotonic() < deadline:
        time.sleep(0.05)


def _exit_once(path: str) -> None:
    """End the worker, unless it was done before."""
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL))
    except FileExistsError:
        return
    os._exit(1)


def _quotes_in(annotations: Annotations) -> list[Quote]:
    return []
