"""Silver annotation by a trained pipeline: of raw news, and of what a training set leaves open."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import numpy.typing as npt

from extract.pipeline.components.encoder import NewsEncoder, Scores
from extract.pipeline.network.attribution import EncodedText, group_attributions
from extract.pipeline.network.entity_consistency import unify_labels
from extract.pipeline.network.labels import ENTITY_LABELS, ROLES
from extract.pipeline.network.viterbi import decode
from extract.train.data.corpora import read_jsonl
from extract.train.data.row import Row, Scheme, Soft

log = logging.getLogger(__name__)

RAW = "raw/news"
# Newswire and radio news of terms that do not forbid commercial use; see the model card.
_SOURCES = frozenset({"te3-silver", "abc-2006", "ecb+"})
_MIN_ARTICLE_CHARS = 300
_TEXTS_PER_BATCH = 512
_MIN_NAME_LOG_PROBABILITY, _MIN_ROLE_LOG_PROBABILITY = np.log(0.8), np.log(0.7)
_SCHEME = Scheme(fine={label: (label,) for label in ENTITY_LABELS}, open=())


def read_raw(data: Path) -> list[str]:
    """Read the texts of `raw/news` that a teacher annotates."""
    return [
        row["text"]
        for row in read_jsonl(data / f"{RAW}.jsonl.gz")
        if row["source"] in _SOURCES and len(row["text"]) > _MIN_ARTICLE_CHARS
    ]


def with_attributions(rows: Sequence[Row], encoder: NewsEncoder) -> list[Row]:
    """Add who said what, as a trained pipeline finds it, to the rows that annotate names alone."""
    texts = list(dict.fromkeys(row.text for row in rows if row.attributions is None))
    found = {row.text: row for row in annotate_texts(texts, encoder)}
    return [
        replace(row, attributions=silver.attributions, doubtful=silver.doubtful)
        if row.attributions is None and (silver := found.get(row.text))
        else row
        for row in rows
    ]


def annotate_texts(texts: Sequence[str], encoder: NewsEncoder) -> Iterator[Row]:
    """Annotate each text by the encoder of a trained pipeline; one without a word is left out."""
    for at in range(0, len(texts), _TEXTS_PER_BATCH):
        log.info("annotating text %d of %d", at, len(texts))
        part = texts[at : at + _TEXTS_PER_BATCH]
        for text, scores in zip(part, encoder.score(part), strict=True):
            if len(scores.pieces):
                yield _row(text, scores)


def _row(text: str, scores: Scores) -> Row:
    starts, ends = scores.pieces.starts, scores.pieces.ends
    names = unify_labels(
        [text[start:end] for start, end in zip(starts, ends, strict=True)],
        decode(scores.entity),
        list(range(len(ENTITY_LABELS))),
        person=ENTITY_LABELS.index("PERSON"),
        organization=ENTITY_LABELS.index("ORG"),
    )
    encoded = EncodedText(
        starts=starts, ends=ends, link=scores.link, window=scores.window, weights=scores.link_weights
    )
    return Row(
        set="silver",
        text=text,
        entities=tuple((int(starts[n.first]), int(ends[n.last]), ENTITY_LABELS[n.label]) for n in names),
        ignore=_runs(scores.entity.max(axis=1) < _MIN_NAME_LOG_PROBABILITY, starts, ends),
        scheme=_SCHEME,
        attributions=tuple(
            {role: tuple((span.start, span.end) for span in getattr(item, role)) for role in ROLES}
            for item in group_attributions(encoded, decode(scores.role))
        ),
        doubtful=_runs(scores.role.max(axis=1) < _MIN_ROLE_LOG_PROBABILITY, starts, ends),
        soft=Soft(entity=scores.entity.astype(np.float16), role=scores.role.astype(np.float16)),
    )


def _runs(
    chosen: npt.NDArray[np.bool_], starts: npt.NDArray[np.int64], ends: npt.NDArray[np.int64]
) -> tuple[tuple[int, int], ...]:
    """Spans of the chosen words, neighbours together."""
    steps = np.diff(np.concatenate([[0], chosen.astype(np.int8), [0]]))
    firsts, lasts = np.flatnonzero(steps == 1), np.flatnonzero(steps == -1) - 1
    return tuple((int(starts[a]), int(ends[b])) for a, b in zip(firsts, lasts, strict=True))
