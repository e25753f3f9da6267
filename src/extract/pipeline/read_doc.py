"""From a `Doc` that has been through the pipeline to its annotations: the last place that knows spaCy."""

from __future__ import annotations

from spacy.tokens import Doc

from extract.article import Article
from extract.pipeline.annotations import Annotations
from extract.pipeline.components.attribution import read_attributions
from extract.pipeline.components.layout import layout_of, quotations_of
from extract.pipeline.components.timex import anchor_of, read_timexes
from extract.pipeline.entity import Entity
from extract.pipeline.front_matter import read_front_matter
from extract.spans import CharSpan


def read_annotations(article: Article, doc: Doc) -> Annotations:
    """The annotations of `article` that the components left on its `doc`."""
    layout = layout_of(doc)
    anchor = anchor_of(doc, article.published)
    return Annotations(
        article=article,
        layout=layout,
        quotations=quotations_of(doc),
        sentences=tuple(CharSpan(sentence.start_char, sentence.end_char) for sentence in doc.sents),
        entities=tuple(Entity(CharSpan(name.start_char, name.end_char), name.label_) for name in doc.ents),
        attributions=tuple(read_attributions(doc)),
        anchor=anchor,
        timexes=tuple(read_timexes(doc)),
        front_matter=read_front_matter(article, layout, anchor),
    )
