"""What tests share: articles, quotes and an extractor made by hand, so that few of them need the model."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator

import pytest
from hypothesis import settings

from extract.article import Article
from extract.extractor import Extractor
from extract.quote import OrganizationMentions, Quote, Said, Speaker
from extract.record import Provenance
from extract.span import CharSpan

# A busy machine is no error: what must be fast is tested as such. A run of the suite tries the same
# examples each time; HYPOTHESIS_PROFILE=search looks for new ones.
settings.register_profile("extract", deadline=None, derandomize=True)
settings.register_profile("search", deadline=None, max_examples=1000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "extract"))

MakeArticle = Callable[..., Article]

_MARKED = re.compile('"([^"]+)"')


@pytest.fixture(scope="session")
def make_article() -> MakeArticle:
    """`make_article("text", id="a.txt", ...)`."""

    def make(text: str, **fields: str | None) -> Article:
        return Article(**{"id": "a.txt", "path": "a.txt", "text": text} | fields)  # type: ignore[arg-type]

    return make


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
