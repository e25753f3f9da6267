"""What tests share: articles, quotes and an extractor made by hand, so that few of them need the model."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import nullcontext

import pytest
from hypothesis import settings

from extract.article import Article
from extract.config import Settings
from extract.engines.in_process import in_process
from extract.extractor import Extractor
from extract.fingerprint import Fingerprint
from extract.quote import OrganizationMentions, Quote, Said, Speaker
from extract.record import Provenance
from extract.span import CharSpan

# A busy machine is no error: what must be fast is tested as such.
settings.register_profile("extract", deadline=None)
settings.load_profile("extract")

MakeArticle = Callable[..., Article]
Load = Callable[[Settings], Extractor]

_MARKED = re.compile('"([^"]+)"')


@pytest.fixture(scope="session")
def make_article() -> MakeArticle:
    """`make_article("text", id="a.txt", ...)`."""

    def make(text: str, **fields: str | None) -> Article:
        return Article(**{"id": "a.txt", "path": "a.txt", "text": text} | fields)  # type: ignore[arg-type]

    return make


@pytest.fixture
def use_extractor(monkeypatch: pytest.MonkeyPatch) -> Callable[[Load], None]:
    """`use_extractor(load)`: every command works with what `load(settings)` gives, in this process."""

    def use(load: Load) -> None:
        def fingerprint(settings: Settings) -> Fingerprint:
            told = f"{settings.acts} {settings.about} {settings.min_confidence}"
            return Fingerprint(provenance=load(settings).provenance, digest=told.encode())

        monkeypatch.setattr("extract.extractor.load_extractor", load)
        monkeypatch.setattr("extract.fingerprint.fingerprint", fingerprint)
        monkeypatch.setattr(
            "extract.engines.local.local_engine", lambda load, **_: nullcontext(in_process(load()))
        )

    return use


@pytest.fixture(scope="session")
def extractor() -> Extractor:
    """Every passage in straight quotation marks is a quote; one with HOPE in it is an attitude.

    The words ANNOTATE, ASSEMBLE and FLATTEN in a text break the stage of that name.
    """
    return Extractor(
        annotate=_annotate,
        quotes_in=_quotes_in,
        acts=("statement",),
        provenance=Provenance(extract="0.1.0", model="en_fake-0.1.0"),
    )


def _annotate(articles: Iterable[Article]) -> Iterator[tuple[Article, list[re.Match[str]]]]:
    for article in sorted(articles, key=lambda article: len(article.text)):
        if "ANNOTATE" in article.text:
            raise RuntimeError("annotate is broken")
        yield article, list(_MARKED.finditer(article.text))


def _quotes_in(article: Article, doc: list[re.Match[str]]) -> list[Quote]:
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
            organizations=(OrganizationMentions(name="Norvik Bank", mentions=(), how="named"),),
            said=said,
            dates=(),
            quote_confidence=0.9,
            speaker_confidence=0.8,
        )
        for match in doc
    ]
