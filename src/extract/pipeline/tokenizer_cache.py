"""Pre-warm the cache of spaCy's tokenizer with frequent words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

from spacy.tokens import Doc

from extract.article import Article

_MIN_COUNT = 2
_MAX_WORD_CHARS = 30


class TokenizerCache:
    """Pre-warms the cache of a tokenizer with the words that articles repeat.

    Inside a memory zone spaCy's tokenizer adds nothing to its cache and splits every word anew, at the cost
    of a dozen searches. Words that it splits before the zone begins stay in the cache, and in the vocabulary.

    limit: the number of words, so that memory stays bounded; by default the size of spaCy's own cache.
    """

    def __init__(self, tokenizer: Callable[[str], Doc], *, limit: int = 10_000) -> None:
        self._tokenizer = tokenizer
        self._limit = limit
        self._kept: set[str] = set()

    def __call__(self, articles: Iterable[Article]) -> None:
        """Cache the words that these articles repeat. Call it outside of any memory zone."""
        if len(self._kept) >= self._limit:
            return
        times = Counter(word for article in articles for word in article.text.split())
        often = [
            word
            for word, number in times.items()
            if number >= _MIN_COUNT and len(word) <= _MAX_WORD_CHARS and word.isprintable()
        ]
        for word in often:
            if word not in self._kept and len(self._kept) < self._limit:
                self._kept.add(word)
                self._tokenizer(word)
