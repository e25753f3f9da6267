"""Articles out of plain text: one file is one article."""

from __future__ import annotations

from extract.article import Article
from extract.errors import ArticleError
from extract.publication import Hints, with_publication
from extract.readers.decode import decode
from extract.readers.metadata import Metadata


def article_of_text(data: bytes, *, name: str, shown: str, hints: Hints, beside: Metadata) -> Article:
    """The article that `data` is.

    beside: what the file of metadata beside it says. hints: when it was published, where that does not.
    Raises ArticleError when there is no text in it.
    """
    text = check_text(decode(data))
    article = Article(id=name, text=text, path=shown, title=beside.title, publisher=beside.publisher)
    return with_publication(article, beside.published, "sidecar", hints)


def check_text(text: str) -> str:
    """`text` as it is. Raises ArticleError when nothing can be in it."""
    if not text.strip():
        raise ArticleError("there is no text in it")
    if "\0" in text:
        raise ArticleError(f"NUL character at {text.index(chr(0))}; this is binary or damaged")
    return text
