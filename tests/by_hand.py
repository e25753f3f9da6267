"""An extractor made by hand, and commands that work with it: they need no model."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import nullcontext

import pytest

from extract.article import Article
from extract.pipeline.annotations import Annotations
from extract.quotes.quote import Quote, Said, Speaker, Subject
from extract.record.record import Provenance
from extract.runs.engines.in_process import in_process
from extract.runs.extractor import Extractor
from extract.runs.fingerprint import Fingerprint
from extract.runs.settings import Settings
from extract.spans import CharSpan
from tests.bare import bare_annotations

Load = Callable[[Settings], Extractor]

_MARKED = re.compile('"([^"]+)"')


def extractor_by_hand() -> Extractor:
    """See the fixture `extractor`."""
    return Extractor(
        annotate=_annotate,
        quotes_in=_quotes_in,
        acts=("statement",),
        provenance=Provenance(extract="0.1.0", model="en_fake-0.1.0"),
    )


def use_in_commands(load: Load, patch: pytest.MonkeyPatch) -> None:
    """See the fixture `use_extractor`."""

    def fingerprint(settings: Settings) -> Fingerprint:
        told = f"{settings.acts} {settings.about} {settings.min_confidence}"
        return Fingerprint(provenance=load(settings).provenance, digest=told.encode())

    patch.setattr("extract.runs.extractor.load_extractor", load)
    patch.setattr("extract.runs.fingerprint.fingerprint", fingerprint)
    patch.setattr(
        "extract.runs.engines.local.local_engine", lambda load, **_: nullcontext(in_process(load()))
    )


def _annotate(articles: Iterable[Article]) -> Iterator[Annotations]:
    for article in sorted(articles, key=lambda article: len(article.text)):
        if "ANNOTATE" in article.text:
            raise RuntimeError("annotate is broken")
        yield bare_annotations(article)


def _quotes_in(annotations: Annotations) -> list[Quote]:
    article = annotations.article
    if "ASSEMBLE" in article.text:
        raise ValueError("assemble is broken")
    said = Said(date="no date" if "FLATTEN" in article.text else "2017-04", basis="published", span=None)
    return [
        Quote(
            content=(CharSpan(*match.span(1)),),
            type="direct",
            act="attitude" if "HOPE" in match[1] else "statement",
            cue=None,
            speaker=Speaker(mention=None, name="Ada Brunn", kind="person"),
            organizations=(Subject(name="Norvik Bank", mentions=(), how="named"),),
            said=said,
            dates=(),
            quote_confidence=0.9,
            speaker_confidence=0.8,
        )
        for match in _MARKED.finditer(article.text)
    ]
