"""The spaCy component `extract_quotes`: the quotes of a Doc as JSON values, behind the other components."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from extract import __version__
from extract.article import Article
from extract.pipeline.components.layout import register_extensions as register_layout
from extract.pipeline.components.layout import text_of
from extract.pipeline.components.timex import published_of
from extract.pipeline.components.timex import register_extensions as register_timex
from extract.pipeline.model_files import model_folder
from extract.pipeline.read_doc import read_annotations
from extract.quotes.assemble import quotes_in
from extract.quotes.confidence import Judge, load_calibration, uncalibrated
from extract.quotes.quote import Quote
from extract.record.from_quote import to_record
from extract.record.record import Provenance

EXTENSION = "extract_quotes"
_PARTS = {"quote", "speaker", "organizations", "said", "dates", "confidence", "flags"}
_PROVENANCE = Provenance(extract=__version__, model="")


@Language.factory("extract_quotes", assigns=["doc._.extract_quotes"])
def make_quotes(nlp: Language, name: str) -> QuoteFinder:
    """The `extract_quotes` component: sets `doc._.extract_quotes`."""
    return QuoteFinder()


class QuoteFinder:
    """Makes the quotes of what the other components have left on a Doc.

    `doc._.extract_quotes` holds the parts of records that are about the quote, as JSON values; offsets are
    code points of `doc.text`. `doc._.extract_published`, where it is set, dates the article.
    """

    def __init__(self) -> None:
        register_layout()
        register_timex()
        if not Doc.has_extension(EXTENSION):
            Doc.set_extension(EXTENSION, default=None)

    def __call__(self, doc: Doc) -> Doc:
        """Set the quotes of one text."""
        article = Article(
            id="doc",
            text=text_of(doc),
            path="-",
            title=doc._.extract_title,
            published=published_of(doc),
        )
        quotes = quotes_in(read_annotations(article, doc), judge=self._judge)
        doc._.set(EXTENSION, [_parts(article, quote) for quote in quotes])
        return doc

    @cached_property
    def _judge(self) -> Judge:
        return load_calibration(model_folder()) or uncalibrated


def _parts(article: Article, quote: Quote) -> dict[str, Any]:
    record = to_record(article, quote, provenance=_PROVENANCE)
    return record.model_dump(mode="json", include=_PARTS)
