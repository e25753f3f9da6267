"""Who said what: sources, cues and contents, from the encoder's scores."""

from __future__ import annotations

from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from extract.pipeline.components.encoder import SCORES, Scores
from extract.pipeline.network.attribution import Attribution, EncodedText, group_attributions
from extract.pipeline.network.labels import ROLES
from extract.pipeline.network.viterbi import decode
from extract.spans import CharSpan

EXTENSION = "extract_attributions"


@Language.factory("extract_attribution", assigns=["doc.spans"])
def make_attribution(nlp: Language, name: str) -> AttributionFinder:
    """The `extract_attribution` component: sets `doc._.extract_attributions` and `doc.spans`."""
    return AttributionFinder()


class AttributionFinder:
    """Decodes roles and links.

    `doc._.extract_attributions` holds JSON values, {"source", "cue", "content": [[start, end], ...],
    "confidence", "source_confidence"} with offsets of the text, in reading order. `doc.spans` gets the
    same as "extract.source", "extract.cue" and "extract.content", widened to spaCy's tokens; spans of
    one attribution share `span.id_`. The encoder's scores are let go.
    """

    def __init__(self) -> None:
        register_extension()

    def __call__(self, doc: Doc) -> Doc:
        """Find the attributions of one text."""
        scores: Scores = doc.user_data.pop(SCORES)
        encoded = EncodedText(
            starts=scores.pieces.starts,
            ends=scores.pieces.ends,
            link=scores.link,
            window=scores.window,
            weights=scores.link_weights,
        )
        _annotate(doc, group_attributions(encoded, decode(scores.role)))
        return doc


def register_extension() -> None:
    """Make `doc._.extract_attributions` known; again and again does no harm."""
    if not Doc.has_extension(EXTENSION):
        Doc.set_extension(EXTENSION, default=None)


def read_attributions(doc: Doc) -> list[Attribution]:
    """The attributions that the component left on `doc`."""
    register_extension()
    return [
        Attribution(
            **{role: tuple(CharSpan(*span) for span in item[role]) for role in ROLES},
            confidence=item["confidence"],
            source_confidence=item["source_confidence"],
        )
        for item in doc._.get(EXTENSION) or ()
    ]


def _annotate(doc: Doc, attributions: list[Attribution]) -> None:
    items: list[dict[str, Any]] = []
    groups: dict[str, list[Any]] = {role: [] for role in ROLES}
    for number, attribution in enumerate(attributions):
        item: dict[str, Any] = {
            "confidence": attribution.confidence,
            "source_confidence": attribution.source_confidence,
        }
        for role in ROLES:
            spans: tuple[CharSpan, ...] = getattr(attribution, role)
            item[role] = [[span.start, span.end] for span in spans]
            for span in spans:
                tokens = doc.char_span(
                    span.start, span.end, label=role, span_id=str(number), alignment_mode="expand"
                )
                if tokens is not None:
                    groups[role].append(tokens)
        items.append(item)
    doc._.set(EXTENSION, items)
    for role, found in groups.items():
        doc.spans[f"extract.{role}"] = found
