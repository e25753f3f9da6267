"""Reprints: articles of which every record stands in another too, such as one article in two newspapers."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Sequence
from hashlib import blake2b

import numpy as np

from extract.record.views import RecordView

_DIGEST_BYTES = 8  # so that two of millions of records hardly ever have one digest
_BETWEEN = "\x1f"


class ArticleDigests:
    """Digests of the records of every article: what was said, and how everyone is named there."""

    def __init__(self) -> None:
        self._articles, self._digests = array("I"), array("Q")

    def add(self, article: int, record: RecordView, words: str) -> None:
        """Add a record. words: of its content, without capitals and marks."""
        self._articles.append(article)
        self._digests.append(_digest(record, words))

    def reprints(self, names: Sequence[str]) -> dict[int, int]:
        """Find the articles all of whose records another article has too, and that other one, by number.

        Of articles that are the same the first by name is the original; else the one with most records is.
        names: ids of the articles by number.
        """
        articles, digests = np.array(self._articles, dtype=np.int64), np.array(self._digests, dtype=np.uint64)
        order = np.lexsort((articles, digests))
        articles, digests = articles[order], digests[order]
        if not len(articles):
            return {}
        new = np.append(True, (np.diff(articles) != 0) | (digests[1:] != digests[:-1]))
        articles, digests = articles[new], digests[new]
        _, places, counts = np.unique(digests, return_inverse=True, return_counts=True)
        shared = counts[places] > 1
        sizes = np.bincount(articles)
        found: dict[int, set[int]] = defaultdict(set)
        for article, digest in zip(articles[shared].tolist(), digests[shared].tolist(), strict=True):
            found[article].add(digest)
        originals: dict[int, int] = {}
        kept: dict[int, dict[int, None]] = defaultdict(dict)  # articles that have a digest, in order
        for article in sorted(found, key=lambda number: (-sizes[number], names[number])):
            own = found[article]
            others = sorted((kept[digest] for digest in own), key=len) if len(own) == sizes[article] else []
            original = (
                next((a for a in others[0] if all(a in rest for rest in others[1:])), None)
                if others
                else None
            )
            if original is not None:
                originals[article] = original
                continue
            for digest in own:
                kept[digest][article] = None
        return originals


def _digest(record: RecordView, words: str) -> int:
    speaker = record.speaker
    mention = speaker.mention.text if speaker.mention else None
    parts = [words, speaker.kind, speaker.name, speaker.id, speaker.title, speaker.affiliation, mention]
    for part in record.organizations:
        parts += ["", part.kind, part.name, part.id, part.how, *(mention.text for mention in part.mentions)]
    text = _BETWEEN.join(part or "" for part in parts)
    return int.from_bytes(blake2b(text.encode("utf-8", "replace"), digest_size=_DIGEST_BYTES).digest())
