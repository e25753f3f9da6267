"""The spaCy component `extract_timex`: time expressions of a Doc, in any pipeline, also a blank one."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date

from spacy.language import Language
from spacy.tokens import Doc, SpanGroup

from extract.errors import ArticleError
from extract.layout.spans import CharSpan
from extract.pipeline.components.layout import layout_of, text_of
from extract.pipeline.doc_memo import memo_of
from extract.timex import find_timexes
from extract.timex.anchor import Anchor, find_anchor
from extract.timex.article_dates import timex_as_json
from extract.timex.publication import parse_published
from extract.timex.timex import Timex

SPANS_KEY = "extract.timex"
_UNKNOWN_YEAR = re.compile(r"XXXX-\d\d(?:-\d\d)?", re.ASCII)  # "XXXX-04", "XXXX-04-06"


def register_extensions() -> None:
    """Declare what this component reads and writes on a Doc.

    extract_published, extract_anchor: EDTF, a day, month or year. Expressions hang on the anchor where it is
    set, else on the dateline, else on publication.
    extract_timexes: list of {"start", "end", "text", "type", "value", "edtf"}, offsets in code points.
    """
    for name in ("extract_published", "extract_anchor"):
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=None)
    if not Doc.has_extension("extract_timexes"):
        Doc.set_extension("extract_timexes", default=[])


@Language.factory(
    "extract_timex",
    assigns=["doc._.extract_timexes", "doc.spans"],
    default_config={"published": None},
)
def make_timex(nlp: Language, name: str, published: str | None) -> TimexFinder:
    """published: EDTF, for each Doc that does not say it in `doc._.extract_published`."""
    return TimexFinder(name, published=published)


class TimexFinder:
    """Finds and resolves time expressions; `doc.spans["extract.timex"]` holds those that fit its tokens."""

    def __init__(self, name: str, *, published: str | None = None) -> None:
        self.name = name
        self.published = _checked(published, "published")
        register_extensions()

    def __call__(self, doc: Doc) -> Doc:
        """Set `doc._.extract_timexes` and the span group, labelled with the TIMEX3 type."""
        text = text_of(doc)
        timexes = find_timexes(text, self._anchor_of(doc))
        doc._.extract_timexes = [timex_as_json(timex, text) for timex in timexes]
        spans = [
            doc.char_span(timex.span.start, timex.span.end, label=timex.type, alignment_mode="expand")
            for timex in timexes
        ]
        doc.spans[SPANS_KEY] = SpanGroup(
            doc, name=SPANS_KEY, spans=[span for span in spans if span is not None]
        )
        return doc

    def _anchor_of(self, doc: Doc) -> str | None:
        if doc._.extract_anchor is not None:
            return _checked(doc._.extract_anchor, "doc._.extract_anchor")
        return anchor_of(doc, published_of(doc) or self.published).date


def published_of(doc: Doc) -> str | None:
    """`doc._.extract_published` as EDTF. Raises ValueError when it is no date."""
    return _checked(doc._.extract_published, "doc._.extract_published")


def anchor_of(doc: Doc, published: str | None) -> Anchor:
    """What the time expressions of an article `published` then (EDTF) hang on."""
    anchors = memo_of(doc).anchors
    if published not in anchors:
        anchors[published] = find_anchor(text_of(doc), layout_of(doc).dateline, published=published)
    return anchors[published]


def _checked(value: object, what: str) -> str | None:
    """`value` as EDTF; of a `datetime.date` and of a time its day. Raises ValueError when it is no date."""
    if value is None:
        return None
    written = value.isoformat() if isinstance(value, date) else value
    if isinstance(written, str):
        if _UNKNOWN_YEAR.fullmatch(written):
            return written
        with suppress(ArticleError):
            return parse_published(written)
    raise ValueError(f"{what} is {value!r}; write YYYY-MM-DD, YYYY-MM or YYYY")


def read_timexes(doc: Doc) -> list[Timex]:
    """The time expressions that the component left on `doc`."""
    register_extensions()
    return [
        Timex(
            span=CharSpan(item["start"], item["end"]),
            type=item["type"],
            value=item["value"],
            edtf=item["edtf"],
        )
        for item in doc._.extract_timexes
    ]
