"""The spaCy component `extract_timex`: time expressions of a Doc, in any pipeline, also a blank one."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc, SpanGroup

from extract.anchor import find_anchor
from extract.components.layout import layout_of, text_of
from extract.quote import Timex
from extract.span import CharSpan
from extract.timex import find_timexes

SPANS_KEY = "extract.timex"


def register_extensions() -> None:
    """Declare what this component reads and writes on a Doc.

    extract_published, extract_anchor: EDTF dates. Expressions hang on the anchor where it is set, else on
    the dateline, else on publication.
    extract_timexes: list of {"start", "end", "text", "type", "value", "edtf"}, offsets in code points.
    """
    for name in ("extract_published", "extract_anchor"):
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=None)
    if not Doc.has_extension("extract_timexes"):
        Doc.set_extension("extract_timexes", default=[])


@Language.factory("extract_timex", assigns=["doc._.extract_timexes", "doc.spans"])
def make_timex(nlp: Language, name: str) -> TimexFinder:
    """Make the component; it has no settings."""
    return TimexFinder(name)


def _anchor_of(doc: Doc, text: str) -> str | None:
    if doc._.extract_anchor is not None:
        return str(doc._.extract_anchor)
    return find_anchor(text, layout_of(doc).dateline, published=doc._.extract_published).date


class TimexFinder:
    """Finds and resolves time expressions; `doc.spans["extract.timex"]` holds those that fit its tokens."""

    def __init__(self, name: str) -> None:
        self.name = name
        register_extensions()

    def __call__(self, doc: Doc) -> Doc:
        """Set `doc._.extract_timexes` and the span group, labelled with the TIMEX3 type."""
        text = text_of(doc)
        timexes = find_timexes(text, _anchor_of(doc, text))
        doc._.extract_timexes = [
            {
                "start": timex.span.start,
                "end": timex.span.end,
                "text": timex.span.of(text),
                "type": timex.type,
                "value": timex.value,
                "edtf": timex.edtf,
            }
            for timex in timexes
        ]
        spans = [
            doc.char_span(timex.span.start, timex.span.end, label=timex.type, alignment_mode="expand")
            for timex in timexes
        ]
        doc.spans[SPANS_KEY] = SpanGroup(
            doc, name=SPANS_KEY, spans=[span for span in spans if span is not None]
        )
        return doc


def read_timexes(doc: Doc) -> list[Timex]:
    """The time expressions that the component left on `doc`."""
    return [
        Timex(
            span=CharSpan(item["start"], item["end"]),
            type=item["type"],
            value=item["value"],
            edtf=item["edtf"],
        )
        for item in doc._.extract_timexes
    ]
