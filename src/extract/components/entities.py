"""Names of people, organizations, places and more, from the encoder's scores."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from extract.components.encoder import SCORES, Scores
from extract.tags import ENTITY_LABELS
from extract.viterbi import WordSpan, decode


@Language.factory("extract_entities", assigns=["doc.ents"])
def make_entities(nlp: Language, name: str) -> EntityFinder:
    """The `extract_entities` component: sets `doc.ents`."""
    return EntityFinder()


class EntityFinder:
    """Decodes the encoder's entity scores into `doc.ents`, labels as in `tags.ENTITY_LABELS`."""

    def __call__(self, doc: Doc) -> Doc:
        """Set the entities of one text."""
        return next(iter(self.pipe([doc])))

    def pipe(self, stream: Iterable[Doc], batch_size: int = 32) -> Iterator[Doc]:
        """Set the entities of many texts."""
        docs = iter(stream)
        while batch := list(islice(docs, batch_size)):
            found = decode([doc.user_data[SCORES].entity for doc in batch])
            for doc, spans in zip(batch, found, strict=True):
                doc.ents = filter_spans(list(_entities(doc, doc.user_data[SCORES], spans)))
            yield from batch


def _entities(doc: Doc, scores: Scores, spans: list[WordSpan]) -> Iterator[Span]:
    for span in spans:
        start, end = scores.pieces.starts[span.first], scores.pieces.ends[span.last]
        entity = doc.char_span(
            int(start), int(end), label=ENTITY_LABELS[span.label], alignment_mode="expand"
        )
        if entity is not None:
            yield entity
