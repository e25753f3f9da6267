"""Annotations: what the pipeline finds in an article, as plain values that know no spaCy."""

from __future__ import annotations

from dataclasses import dataclass

from extract.article import Article
from extract.layout.blocks import Layout
from extract.layout.quotation_marks.quotations import Quotations
from extract.pipeline.entity import Entity
from extract.pipeline.front_matter import FrontMatter
from extract.pipeline.network.attribution import Attribution
from extract.spans import CharSpan
from extract.timex.anchor import Anchor
from extract.timex.timex import Timex


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotations:
    """One article with all that the rules need to know of it; every sequence in the order of the text.

    quotations: of the layout's blocks. anchor: what the time expressions hang on. front_matter: what the
    text states of itself and `article` does not.
    """

    article: Article
    layout: Layout
    quotations: Quotations
    sentences: tuple[CharSpan, ...]
    entities: tuple[Entity, ...]
    attributions: tuple[Attribution, ...]
    anchor: Anchor
    timexes: tuple[Timex, ...]
    front_matter: FrontMatter
