"""Names of people, organizations, places and more, from the encoder's scores."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from extract.pipeline.components.encoder import SCORES, Scores
from extract.pipeline.components.layout import layout_of, text_of
from extract.pipeline.network.entity_consistency import unify_labels
from extract.pipeline.network.labels import ENTITY_LABELS
from extract.pipeline.network.viterbi import WordSpan, decode

_PERSON, _ORG = ENTITY_LABELS.index("PERSON"), ENTITY_LABELS.index("ORG")
# No name begins or ends with one of these; one may end with an apostrophe or a full stop.
_CAPITALISED = tuple(ENTITY_LABELS.index(label) for label in ("PERSON", "ORG", "LOC", "FAC"))
_ARTICLES = frozenset(["the", "a", "an"])
_MARKS = frozenset(', ; : - – — / \\ | * _ " “ ” « » ` ‘ ('.split())
_NAMES = tuple(k for k, label in enumerate(ENTITY_LABELS) if label not in ("MONEY", "DATE"))


@Language.factory("extract_entities", assigns=["doc.ents"])
def make_entities(nlp: Language, name: str) -> EntityFinder:
    """The `extract_entities` component: sets `doc.ents`."""
    return EntityFinder()


class EntityFinder:
    """Decodes the encoder's entity scores into `doc.ents`, labels as in `tags.ENTITY_LABELS`."""

    def __call__(self, doc: Doc) -> Doc:
        """Set the entities of one text."""
        scores: Scores = doc.user_data[SCORES]
        doc.ents = filter_spans(list(_entities(doc, scores, decode(scores.entity))))
        return doc


def _entities(doc: Doc, scores: Scores, spans: list[WordSpan]) -> Iterator[Span]:
    text, starts, ends = text_of(doc), scores.pieces.starts, scores.pieces.ends
    words = [text[start:end] for start, end in zip(starts.tolist(), ends.tolist(), strict=True)]
    block_ends = np.array([block.span.end for block in layout_of(doc).blocks], dtype=np.int64)
    blocks = np.searchsorted(block_ends, starts, side="right").tolist()
    in_one_block = [_trimmed(words, part) for span in spans for part in _by_block(blocks, span)]
    for span in unify_labels(words, in_one_block, _NAMES, person=_PERSON, organization=_ORG):
        start, end = int(starts[span.first]), int(ends[span.last])
        if span.label in _CAPITALISED and not _is_name(words[span.first : span.last + 1]):
            if f"({text[start:end]})" not in text:  # the acronym of a name, however it is written
                continue
        entity = doc.char_span(start, end, label=ENTITY_LABELS[span.label], alignment_mode="expand")
        if entity is not None:
            yield entity


def _is_name(words: Sequence[str]) -> bool:
    """Whether words may be a name: not "regional" or "the", which stand beside one; "norvik.com" may."""
    if all(word.lower() in _ARTICLES for word in words):
        return False
    return "." in words or any(char.isalnum() and not char.islower() for word in words for char in word)


def _trimmed(words: Sequence[str], span: WordSpan) -> WordSpan:
    """A span without the marks at its edges; one of nothing but marks stays."""
    first, last = span.first, span.last
    while first < last and words[first] in _MARKS:
        first += 1
    while first < last and words[last] in _MARKS:
        last -= 1
    return WordSpan(first, last, span.label, span.score) if (first, last) != (span.first, span.last) else span


def _by_block(blocks: Sequence[int], span: WordSpan) -> Iterator[WordSpan]:
    """The parts of a span in each block of the layout; `blocks` has the block of each word."""
    first = span.first
    for at in range(span.first, span.last):
        if blocks[at] != blocks[at + 1]:
            yield WordSpan(first, at, span.label, span.score)
            first = at + 1
    yield span if first == span.first else WordSpan(first, span.last, span.label, span.score)
