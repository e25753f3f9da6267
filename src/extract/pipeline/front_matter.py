"""What an article's own text says of it: its headline, who wrote it, when it was published."""

from __future__ import annotations

from dataclasses import replace
from itertools import takewhile

from extract.article import Article
from extract.layout.author import author_of, joined
from extract.layout.blocks import Layout
from extract.timex.anchor import date_of_text
from extract.timex.publication import with_date_of_text


def told_by_text(article: Article, layout: Layout) -> Article:
    """`article` with title, author and day of publication of its text, each where nothing else says it."""
    dated = with_date_of_text(article, date_of_text(article.text, layout.dateline))
    return replace(
        dated,
        title=article.title or _headline(article.text, layout),
        author=article.author or _author(article.text, layout),
    )


def _headline(text: str, layout: Layout) -> str | None:
    return next((block.span.of(text) for block in layout.blocks if block.kind == "title"), None)


def _author(text: str, layout: Layout) -> str | None:
    """Of the bylines above the body; those below also name editors and who helped."""
    head = takewhile(lambda block: block.kind != "body", layout.blocks)
    names = (author_of(block.span.of(text)) for block in head if block.kind == "byline")
    return joined(filter(None, names))
