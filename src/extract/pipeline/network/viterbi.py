"""Decode BIO tags: the valid sequence of highest probability."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

FloatArray = npt.NDArray[np.float32]
IntArray = npt.NDArray[np.int64]

_MIN_SURE_LOG_PROBABILITY = float(np.log(0.99))


@dataclass(frozen=True, slots=True)
class WordSpan:
    """A labelled run of words.

    first, last: numbers of words, both inside. label: its index in the label set. score: mean probability.
    """

    first: int
    last: int
    label: int
    score: float


def decode(scores: FloatArray) -> list[WordSpan]:
    """Join B and I tags into spans, by the valid sequence of tags of highest probability.

    scores: (n_words, 1 + 2 * n_labels) log-probabilities in the order of `labels.bio`: O, then B and I of
    each label. I follows only B or I of the same label. Spans are ascending and none overlap.

    The best tag of each word is the best sequence wherever it is valid; only around a tag that is not,
    between the nearest words whose tag is sure, the sequence is searched (Viterbi, 1967).
    """
    if not len(scores):
        return []
    tags = scores.argmax(axis=1)
    for first, end in _doubtful(scores, tags):
        tags[first:end] = _best(scores[first:end], int(tags[first - 1]) if first else 0)
    return _spans(tags, scores)


def _doubtful(scores: FloatArray, tags: IntArray) -> list[tuple[int, int]]:
    """Stretches of words, from first to end (exclusive), whose best tags are not a valid sequence.

    Each begins at a word with a sure tag and ends before a word that surely continues no span.
    """
    before = np.concatenate([[0], tags[:-1]])
    inner = (tags > 0) & (tags % 2 == 0)
    wrong = inner & (before != tags) & (before != tags - 1)
    sure = np.flatnonzero((scores.max(axis=1) > _MIN_SURE_LOG_PROBABILITY) & ~wrong)
    fresh = sure[~inner[sure]]
    out: list[tuple[int, int]] = []
    for at in np.flatnonzero(wrong).tolist():
        if out and at < out[-1][1]:
            continue
        before_at, behind = int(np.searchsorted(sure, at)), int(np.searchsorted(fresh, at))
        first = int(sure[before_at - 1]) if before_at > 0 else 0
        end = int(fresh[behind]) if behind < len(fresh) else len(tags)
        out.append((max(first, out[-1][1]) if out else first, end))
    return out


def _best(scores: FloatArray, before: int) -> IntArray:
    """The best valid tags of a stretch that follows a word with the tag `before`."""
    n, n_tags = scores.shape
    begin, inner = slice(1, None, 2), slice(2, None, 2)
    begins = np.arange(1, n_tags, 2)
    back = np.zeros((n, n_tags), dtype=np.int64)
    total = scores[0].copy()
    total[inner][(begins != before) & (begins + 1 != before)] = -np.inf
    for at in range(1, n):
        begun, gone_on = total[begin], total[inner]
        back[at] = best = int(total.argmax())
        back[at, inner] = begins + (gone_on >= begun)
        reached = np.full(n_tags, total[best])
        np.maximum(gone_on, begun, out=reached[inner])
        total = scores[at] + reached
    tags = np.zeros(n, dtype=np.int64)
    tags[-1] = int(total.argmax())
    for at in range(n - 1, 0, -1):
        tags[at - 1] = back[at, tags[at]]
    return tags


def _spans(tags: IntArray, scores: FloatArray) -> list[WordSpan]:
    begins = np.flatnonzero(tags % 2 == 1)
    if not len(begins):
        return []
    inner = (tags > 0) & (tags % 2 == 0)
    stops = np.flatnonzero(~inner)
    ends = np.concatenate([stops, [len(tags)]])[np.searchsorted(stops, begins, side="right")]
    chosen = np.exp(scores[np.arange(len(tags)), tags].astype(np.float64))
    sums = np.concatenate([[0.0], np.cumsum(chosen)])
    means = (sums[ends] - sums[begins]) / (ends - begins)
    labels = (tags[begins] - 1) // 2
    return [
        WordSpan(first, end - 1, label, mean)
        for first, end, label, mean in zip(
            begins.tolist(), ends.tolist(), labels.tolist(), means.tolist(), strict=True
        )
    ]
