"""Words that come back, which spaCy's tokenizer need not cut anew."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

from spacy.tokens import Doc

from extract.article import Article

_OFTEN = 2
_LONGEST = 30  # characters


class WordKeeper:
    """Has the tokenizer keep the words that come back.

    Inside a memory zone spaCy's tokenizer keeps nothing and cuts every word anew, with a dozen searches
    each. What it has met before the zone began, it knows; so does the vocabulary, for good. Therefore there
    is a `limit` to the number of words, that of spaCy's own cache.
    """

    def __init__(self, tokenizer: Callable[[str], Doc], *, limit: int = 10_000) -> None:
        self._tokenizer = tokenizer
        self._limit = limit
        self._kept: set[str] = set()

    def __call__(self, articles: Iterable[Article]) -> None:
        """Keep the words that these articles hold often; call it outside of any memory zone."""
        if len(self._kept) >= self._limit:
            return
        times = Counter(word for article in articles for word in article.text.split())
        often = [
            word
            for word, number in times.items()
            if number >= _OFTEN and len(word) <= _LONGEST and word.isprintable()
        ]
        for word in often:
            if word not in self._kept and len(self._kept) < self._limit:
                self._kept.add(word)
                self._tokenizer(word)
