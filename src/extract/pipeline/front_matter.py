"""Front matter: the headline, author and day of publication that the text of an article states."""

from __future__ import annotations

from dataclasses import replace
from itertools import takewhile

from extract.article import Article
from extract.layout.author_names import author_of, join_names
from extract.layout.blocks import Layout
from extract.timex.anchor import date_of_text
from extract.timex.publication import with_date_of_text


def with_front_matter(article: Article, layout: Layout) -> Article:
    """`article` with the title, author and day of publication of its text, where its metadata has none."""
    dated = with_date_of_text(article, date_of_text(article.text, layout.dateline))
    return replace(
        dated,
        title=article.title or _headline(article.text, layout),
        author=article.author or _author(article.text, layout),
    )


def _headline(text: str, layout: Layout) -> str | None:
    return next((block.span.of(text) for block in layout.blocks if block.kind == "title"), None)


def _author(text: str, layout: Layout) -> str | None:
    """The names in the bylines above the body; bylines below it also name editors and contributors."""
    head = takewhile(lambda block: block.kind != "body", layout.blocks)
    names = (author_of(block.span.of(text)) for block in head if block.kind == "byline")
    return join_names(filter(None, names))
