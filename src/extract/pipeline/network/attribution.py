"""Group sources, cues and contents into attributions by their link scores."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from extract.pipeline.network.labels import ROLES
from extract.pipeline.network.link_scorer import FloatArray, IntArray, LinkWeights
from extract.pipeline.network.viterbi import WordSpan
from extract.spans import CharSpan

SOURCE, CUE, CONTENT = range(len(ROLES))
# A cue that no source has chosen takes its likeliest source, at this probability or more: two cues may share
# one source ("he said A and added B").
_MIN_SHARED_SOURCE_PROBABILITY = 0.1
_MIN_SAME_CUE_PROBABILITY = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """One attribution of the network. Spans are ascending, in code points; () where there is none.

    confidence: the mean probability of the content's tags times that of its link to the cue.
    source_confidence: the same for the source; 0 without one.
    """

    source: tuple[CharSpan, ...]
    cue: tuple[CharSpan, ...]
    content: tuple[CharSpan, ...]
    confidence: float
    source_confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class EncodedText:
    """The words of a text with the encoder's link vectors; the arrays are (n_words, ...).

    starts, ends: offsets in code points, end exclusive. link: (n_words, 3 * size) vectors for `weights`.
    window: the window in which the encoder read each word.
    """

    starts: IntArray
    ends: IntArray
    link: FloatArray
    window: IntArray
    weights: LinkWeights

    def chars(self, span: WordSpan) -> CharSpan:
        """The code points of a span of words."""
        return CharSpan(int(self.starts[span.first]), int(self.ends[span.last]))


def group_attributions(encoded: EncodedText, spans: list[WordSpan]) -> list[Attribution]:
    """Join the role spans of one text into attributions, in the order of their contents.

    spans: ascending, labels as in `labels.ROLES`. A cue without a content and a source without a cue are
    dropped; a content without a cue stands alone. Spans of different windows are never joined.
    """
    windows: dict[int, list[WordSpan]] = {}
    for span in spans:
        windows.setdefault(int(encoded.window[span.first]), []).append(span)
    found = [item for inside in windows.values() for item in _grouped(encoded, inside)]
    return sorted(found, key=lambda item: item.content)


def _grouped(encoded: EncodedText, spans: list[WordSpan]) -> list[Attribution]:
    """The attributions of one window."""
    by_role = [[span for span in spans if span.label == role] for role in range(len(ROLES))]
    heads, pieces = _cue_heads(encoded, by_role[CUE])
    contents = _links(encoded, by_role[CONTENT], heads)
    sources = _links(encoded, by_role[SOURCE], heads)
    chosen_cue = contents.argmax(axis=1) if len(contents) else np.zeros(0, dtype=np.int64)
    source_cue = sources.argmax(axis=1) if len(sources) else np.zeros(0, dtype=np.int64)
    out = []
    for k in range(len(heads)):
        own = np.flatnonzero(chosen_cue == k)
        if not len(own):
            continue
        who = _sources_of(k, sources, source_cue)
        out.append(
            Attribution(
                source=tuple(encoded.chars(by_role[SOURCE][i]) for i in who),
                cue=tuple(encoded.chars(span) for span in pieces[k]),
                content=tuple(encoded.chars(by_role[CONTENT][i]) for i in own),
                confidence=_mean(by_role[CONTENT], contents, own, k),
                source_confidence=_mean(by_role[SOURCE], sources, who, k),
            )
        )
    for i in np.flatnonzero(chosen_cue == len(heads)):
        alone = by_role[CONTENT][i]
        confidence = alone.score * float(contents[i, -1])
        out.append(
            Attribution(
                source=(),
                cue=(),
                content=(encoded.chars(alone),),
                confidence=confidence,
                source_confidence=0.0,
            )
        )
    return out


def _links(encoded: EncodedText, spans: list[WordSpan], heads: list[WordSpan]) -> FloatArray:
    """The probability of each cue head, then of none, for each span. (n_spans, n_heads + 1)"""
    rows = np.array([(s.first, s.last, s.label) for s in spans], dtype=np.int64).reshape(-1, 3)
    cues = np.array([head.first for head in heads], dtype=np.int64)
    if not len(rows):
        return np.zeros((0, len(heads) + 1), dtype=np.float32)
    return encoded.weights.probabilities(encoded.link, rows, cues)


def _cue_heads(encoded: EncodedText, cues: list[WordSpan]) -> tuple[list[WordSpan], list[list[WordSpan]]]:
    """The cues that begin an attribution, and all pieces of each; a cue may be interrupted."""
    if not cues:
        return [], []
    links = _links(encoded, cues, cues)
    np.fill_diagonal(links, 0.0)
    best = links[:, :-1].argmax(axis=1)
    joins = links[np.arange(len(cues)), best] > _MIN_SAME_CUE_PROBABILITY
    joins &= ~joins[best]
    heads = [k for k in range(len(cues)) if not joins[k]]
    pieces = [
        sorted([cues[head], *(cues[k] for k in range(len(cues)) if joins[k] and best[k] == head)], key=_first)
        for head in heads
    ]
    return [cues[head] for head in heads], pieces


def _first(span: WordSpan) -> int:
    return span.first


def _sources_of(cue: int, links: FloatArray, chosen: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    own: npt.NDArray[np.int64] = np.flatnonzero(chosen == cue)
    if len(own) or not len(links):
        return own
    best = int(links[:, cue].argmax())
    return np.array([best] if links[best, cue] >= _MIN_SHARED_SOURCE_PROBABILITY else [], dtype=np.int64)


def _mean(spans: list[WordSpan], links: FloatArray, chosen: npt.NDArray[np.int64], cue: int) -> float:
    if not len(chosen):
        return 0.0
    return float(sum(spans[i].score * float(links[i, cue]) for i in chosen) / len(chosen))
