"""Fuller phrases: the longer descriptions under which an article introduced "the ministers"."""

from __future__ import annotations

import re

from extract.layout.spans import CharSpan
from extract.lexicon.function_words import NO_MODIFIERS
from extract.quotes.article_index import ArticleIndex


class FullerPhrases:
    """Finds earlier phrases with the same head noun: "the three foreign ministers" for "the ministers".

    The text is looked through once for each head.
    """

    def __init__(self, index: ArticleIndex) -> None:
        self._text = index.text
        self._found: dict[str, list[tuple[int, str]]] = {}

    def of(self, phrase: CharSpan, head: str) -> str | None:
        """The longest earlier phrase "the ... HEAD" for "the HEAD"."""
        if len(phrase.of(self._text).split()) != 2:
            return None
        if head not in self._found:
            self._found[head] = self._all(head)
        earlier = (words for end, words in self._found[head] if end <= phrase.start)
        return max(earlier, key=len, default=None)

    def _all(self, head: str) -> list[tuple[int, str]]:
        """Each such phrase without "the", with its end."""
        pattern = re.compile(rf"\b[Tt]he\s+((?:[\w’'-]+\s+){{1,3}}{re.escape(head)})\b")
        found = ((match.end(), match[1]) for match in pattern.finditer(self._text))
        return [(end, words) for end, words in found if not NO_MODIFIERS & set(words.lower().split())]
