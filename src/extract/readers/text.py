"""Articles out of plain text: one file is one article."""

from __future__ import annotations

from pathlib import Path

from extract.article import Article
from extract.errors import ArticleError
from extract.publication import Hints, with_publication
from extract.readers.decode import decode
from extract.readers.metadata import read_sidecar


def read_text_file(path: Path, *, name: str, shown: str, hints: Hints) -> Article:
    """The article that `path` holds, with the metadata of `NAME.meta.json` where that lies beside it.

    hints: when it was published, where that does not say.
    Raises ArticleError when there is no text in it, OSError when it cannot be opened.
    """
    if not path.is_file():
        path.stat()
        raise ArticleError("this is no regular file")
    text = check_text(decode(path.read_bytes()))
    metadata = read_sidecar(path)
    article = Article(id=name, text=text, path=shown, title=metadata.title, publisher=metadata.publisher)
    return with_publication(article, metadata.published, "sidecar", hints)


def check_text(text: str) -> str:
    """`text` as it is. Raises ArticleError when nothing can be in it."""
    if not text.strip():
        raise ArticleError("there is no text in it")
    if "\0" in text:
        raise ArticleError(f"NUL character at {text.index(chr(0))}; this is binary or damaged")
    return text
