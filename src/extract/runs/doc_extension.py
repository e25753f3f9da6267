"""Extension `doc._.extract_quotes`: the quotes of a spaCy `Doc` as JSON values."""

from __future__ import annotations

from typing import Any

from spacy.tokens import Doc

from extract import __version__
from extract.article import Article
from extract.pipeline.model_files import model_folder
from extract.quotes.assemble import quotes_in
from extract.quotes.confidence import load_calibration, uncalibrated
from extract.record.from_quote import to_record
from extract.record.record import Provenance

_PARTS = {"quote", "speaker", "organizations", "said", "dates", "confidence", "flags"}


def quotes_of(doc: Doc) -> list[dict[str, Any]]:
    """The parts of a record that are about the quote; offsets are code points of `doc.text`.

    `doc._.extract_published`, where it is set, dates the article.
    """
    article = Article(
        id="doc",
        text=doc.text,
        path="-",
        title=doc._.extract_title,
        published=doc._.extract_published,
    )
    judge = load_calibration(model_folder()) or uncalibrated
    provenance = Provenance(extract=__version__, model="")
    return [
        to_record(article, quote, provenance=provenance).model_dump(mode="json", include=_PARTS)
        for quote in quotes_in(article, doc, judge=judge)
    ]
