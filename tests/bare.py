"""Annotations of articles in which nothing is found, for extractors made by hand, in worker processes too."""

from __future__ import annotations

from extract.article import Article
from extract.layout.blocks import Layout
from extract.layout.quotation_marks.quotations import Quotations
from extract.pipeline.annotations import Annotations
from extract.pipeline.front_matter import FrontMatter
from extract.timex.anchor import Anchor


def bare_annotations(article: Article) -> Annotations:
    """The annotations of an article in which nothing is found."""
    return Annotations(
        article=article,
        layout=Layout((), None),
        quotations=Quotations((), ()),
        sentences=(),
        entities=(),
        attributions=(),
        anchor=Anchor(date=None, basis=None),
        timexes=(),
        front_matter=FrontMatter(),
    )
