"""Articles that a trained pipeline has annotated, for the next one to learn from.

Self-training with noise (Xie et al., 2020): the teacher reads clean text and gives a name one label
throughout an article; the student sees the same text restyled and with words hidden. Where the teacher
is in doubt, nothing is taught.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from extract.attribution import Encoded, group
from extract.components.encoder import NewsEncoder, Scores
from extract.consistency import consistent
from extract.tags import ENTITY_LABELS, ROLES
from extract.train.data import Row, Scheme, read_jsonl
from extract.viterbi import decode

log = logging.getLogger(__name__)

RAW = "raw/news"
# Newswire and radio news of terms that do not forbid commercial use; see the model card.
_SOURCES = frozenset({"te3-silver", "abc-2006", "ecb+"})
_LEAST_CHARACTERS = 300
_AT_ONCE = 512
_SURE_OF_NAME, _SURE_OF_ROLE = np.log(0.8), np.log(0.7)
_SCHEME = Scheme(fine={label: (label,) for label in ENTITY_LABELS}, open=())


def read_raw(data: Path) -> list[str]:
    """The texts of `raw/news` that a teacher annotates."""
    return [
        row["text"]
        for row in read_jsonl(data / f"{RAW}.jsonl.gz")
        if row["source"] in _SOURCES and len(row["text"]) > _LEAST_CHARACTERS
    ]


def annotated(texts: Sequence[str], encoder: NewsEncoder) -> Iterator[Row]:
    """Each text as the encoder of a trained pipeline sees it."""
    for at in range(0, len(texts), _AT_ONCE):
        log.info("annotating text %d of %d", at, len(texts))
        part = texts[at : at + _AT_ONCE]
        for text, scores in zip(part, encoder.score(part), strict=True):
            if len(scores.pieces):
                yield _row(text, scores)


def _row(text: str, scores: Scores) -> Row:
    starts, ends = scores.pieces.starts, scores.pieces.ends
    names = consistent(
        [text[start:end] for start, end in zip(starts, ends, strict=True)],
        decode(scores.entity),
        list(range(len(ENTITY_LABELS))),
        person=ENTITY_LABELS.index("PERSON"),
        organization=ENTITY_LABELS.index("ORG"),
    )
    encoded = Encoded(
        starts=starts, ends=ends, link=scores.link, window=scores.window, weights=scores.link_weights
    )
    return Row(
        set="silver",
        text=text,
        entities=tuple((int(starts[n.first]), int(ends[n.last]), ENTITY_LABELS[n.label]) for n in names),
        ignore=_runs(scores.entity.max(axis=1) < _SURE_OF_NAME, starts, ends),
        scheme=_SCHEME,
        attributions=tuple(
            {role: tuple((span.start, span.end) for span in getattr(item, role)) for role in ROLES}
            for item in group(encoded, decode(scores.role))
        ),
        doubtful=_runs(scores.role.max(axis=1) < _SURE_OF_ROLE, starts, ends),
    )


def _runs(
    chosen: npt.NDArray[np.bool_], starts: npt.NDArray[np.int64], ends: npt.NDArray[np.int64]
) -> tuple[tuple[int, int], ...]:
    """Where the chosen words stand, neighbours together."""
    steps = np.diff(np.concatenate([[0], chosen.astype(np.int8), [0]]))
    firsts, lasts = np.flatnonzero(steps == 1), np.flatnonzero(steps == -1) - 1
    return tuple((int(starts[a]), int(ends[b])) for a, b in zip(firsts, lasts, strict=True))
