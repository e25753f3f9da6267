"""An extractor for Dask workers, who import this module."""

from __future__ import annotations

import multiprocessing
import os
import re
import signal
import time
from collections.abc import Iterable, Iterator, Mapping

from extract.article import Article
from extract.pipeline.annotations import Annotations
from extract.quotes.quote import Quote, Speaker
from extract.record.record import Provenance
from extract.runs.extractor import Extractor
from extract.spans import CharSpan
from tests.bare import bare_annotations

_MARKED = re.compile('"([^"]+)"')
_ENDLESS = re.compile("(a|a)*b")


def load() -> Extractor:
    """Every passage in straight quotation marks is a quote.

    The words CRASH, HANG and BROKEN in a text end the process, hold the interpreter for ever, and raise; SLOW
    takes a twentieth of a second of a worker.
    """
    return Extractor(
        annotate=_annotate,
        quotes_in=_quotes_in,
        acts=("statement",),
        provenance=Provenance(extract="0.1.0", model="en_fake-0.1.0"),
    )


def load_nothing() -> Extractor:
    """There is no such model."""
    from extract.errors import ModelError

    raise ModelError("cannot load the model en_none")


def versions() -> Mapping[str, str]:
    """The same everywhere."""
    return {"extract": "0.1.0", "model": "en_fake-0.1.0"}


def versions_of_process() -> Mapping[str, str]:
    """Different in every process."""
    return {"extract": "0.1.0", "model": f"en_fake-{os.getpid()}"}


def _annotate(articles: Iterable[Article]) -> Iterator[Annotations]:
    for article in articles:
        if "CRASH" in article.text:
            os.kill(os.getpid(), signal.SIGKILL)
        if "HANG" in article.text:
            _ENDLESS.match("a" * 100)
        if "SLOW" in article.text and multiprocessing.parent_process():
            time.sleep(0.05)
        if "BROKEN" in article.text:
            raise ValueError("annotate is broken")
        yield bare_annotations(article)


def _quotes_in(annotations: Annotations) -> list[Quote]:
    return [
        Quote(
            content=(CharSpan(*match.span(1)),),
            type="direct",
            act="statement",
            cue=None,
            speaker=Speaker(mention=None, name="Ada Brunn", kind="person"),
            organizations=(),
            said=None,
            dates=(),
            quote_confidence=0.9,
            speaker_confidence=0.8,
        )
        for match in _MARKED.finditer(annotations.article.text)
    ]
