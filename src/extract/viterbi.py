"""The best valid BIO sequence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

FloatArray = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class WordSpan:
    """Words `first` to `last`, both inside; label: its place in the label set; score: mean probability."""

    first: int
    last: int
    label: int
    score: float


def decode(texts: Sequence[FloatArray]) -> list[list[WordSpan]]:
    """Join B and I tags into spans, by the valid sequence of tags of highest probability.

    texts: for each text (n_words, 1 + 2 * n_labels) log-probabilities in the order of `tags.bio`: O,
    then B and I of each label. I follows only B or I of the same label. Spans of a text are ascending
    and none overlap. All texts run side by side, one step per word of the longest.
    """
    order = sorted(range(len(texts)), key=lambda k: -len(texts[k]))
    spans: list[list[WordSpan]] = [[] for _ in texts]
    if not order or not len(texts[order[0]]):
        return spans
    lengths = np.array([len(texts[k]) for k in order])
    longest, n_tags = texts[order[0]].shape
    padded = np.zeros((longest, len(order), n_tags), dtype=np.float32)
    for row, k in enumerate(order):
        padded[: len(texts[k]), row] = texts[k]
    for row, tags in enumerate(_best_tags(padded, lengths)):
        spans[order[row]] = _spans(tags, texts[order[row]])
    return spans


def _best_tags(scores: FloatArray, lengths: npt.NDArray[np.int64]) -> list[npt.NDArray[np.int64]]:
    """scores: (longest, n, n_tags); lengths descending. Returns the best tags of each of the n texts."""
    longest, n, n_tags = scores.shape
    inner = np.arange(2, n_tags, 2)
    any_back = np.zeros((longest, n), dtype=np.int64)
    inner_back = np.zeros((longest, n, len(inner)), dtype=np.int64)
    total = scores[0].copy()
    total[:, inner] = -np.inf
    for at in range(1, longest):
        live = int(np.searchsorted(-lengths, -at, side="left"))  # texts longer than `at`
        before = total[:live]
        best = before.argmax(axis=1)
        any_back[at, :live] = best
        goes_on = before[:, inner] >= before[:, inner - 1]
        inner_back[at, :live] = np.where(goes_on, inner, inner - 1)
        new = scores[at, :live] + before[np.arange(live), best][:, None]
        new[:, inner] = scores[at, :live][:, inner] + np.maximum(before[:, inner], before[:, inner - 1])
        total[:live] = new
    out = []
    for row in range(n):
        tags = np.zeros(lengths[row], dtype=np.int64)
        if len(tags):
            tags[-1] = int(total[row].argmax())
        for at in range(len(tags) - 1, 0, -1):
            tag = tags[at]
            is_inner = tag > 0 and tag % 2 == 0
            tags[at - 1] = inner_back[at, row, tag // 2 - 1] if is_inner else any_back[at, row]
        out.append(tags)
    return out


def _spans(tags: npt.NDArray[np.int64], scores: FloatArray) -> list[WordSpan]:
    begins = np.flatnonzero(tags % 2 == 1)
    if not len(begins):
        return []
    inner = (tags > 0) & (tags % 2 == 0)
    stops = np.flatnonzero(~inner)
    chosen = np.exp(scores[np.arange(len(tags)), tags])
    out = []
    for first in begins:
        after = np.searchsorted(stops, first, side="right")
        last = int(stops[after]) - 1 if after < len(stops) else len(tags) - 1
        mean = float(chosen[first : last + 1].mean())
        out.append(WordSpan(int(first), last, int(tags[first] - 1) // 2, mean))
    return out
