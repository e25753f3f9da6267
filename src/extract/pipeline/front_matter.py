"""Front matter: the headline, author and day of publication that the text of an article states."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import takewhile

from extract.article import Article
from extract.layout.author_names import author_of, join_names
from extract.layout.blocks import Layout
from extract.timex.anchor import Anchor, day_of_text
from extract.timex.publication import with_date_of_text


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontMatter:
    """Title, author and day of publication (EDTF); None where the text states none or nobody asked."""

    title: str | None = None
    author: str | None = None
    published: str | None = None

    def complete(self, article: Article) -> Article:
        """`article` with each of them where it has none of its own."""
        return replace(
            with_date_of_text(article, self.published),
            title=article.title or self.title,
            author=article.author or self.author,
        )


def read_front_matter(article: Article, layout: Layout, anchor: Anchor) -> FrontMatter:
    """What the text of `article` states and its provenance leaves open. anchor: of that article."""
    return FrontMatter(
        title=None if article.title else _headline(article.text, layout),
        author=None if article.author else _author(article.text, layout),
        published=None if article.published else day_of_text(article.text, anchor),
    )


def _headline(text: str, layout: Layout) -> str | None:
    return next((block.span.of(text) for block in layout.blocks if block.kind == "title"), None)


def _author(text: str, layout: Layout) -> str | None:
    """The names in the bylines above the body; bylines below it also name editors and contributors."""
    head = takewhile(lambda block: block.kind != "body", layout.blocks)
    names = (author_of(block.span.of(text)) for block in head if block.kind == "byline")
    return join_names(filter(None, names))
