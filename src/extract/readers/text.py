"""What counts as a text."""

from __future__ import annotations

from extract.errors import ArticleError


def check_text(text: str) -> str:
    """`text` as it is. Raises ArticleError when nothing can be in it."""
    if not text.strip():
        raise ArticleError("there is no text in it")
    if "\0" in text:
        raise ArticleError(f"NUL character at {text.index(chr(0))}; this is binary or damaged")
    return text
