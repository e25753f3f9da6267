"""Where a gold article does not tell whether something is attributed.

The gold annotates statements. The data that the shipped model was trained on has attitudes, plans and
perceptions too, so a sentence without a quote shows that nothing is attributed only where it looks like a
statement.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from extract.layout.blocks import find_layout
from extract.pipeline.components.encoder import NewsEncoder, Scores
from extract.pipeline.components.sentences import SentenceSplitter
from extract.pipeline.network.attribution import Encoded, group
from extract.pipeline.network.entity_consistency import consistent
from extract.pipeline.network.labels import ENTITY_LABELS, ROLES
from extract.pipeline.network.viterbi import decode
from extract.quotes.passages.act import act_of
from extract.quotes.quote import Act
from extract.spans import CharSpan
from extract.train.data.corpora import read_jsonl
from extract.train.data.reported import Attribution
from extract.train.data.row import Row, Scheme

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


_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_QUOTE_MARK = re.compile(r"[\"“”„«»]|(?<!\w)[‘']|``|''")


class SentenceDoubt:
    """Judges the sentences of one text by the quotes that stand in them."""

    def __init__(self, text: str, attributions: Sequence[Attribution], left_open: Sequence[CharSpan]) -> None:
        """left_open: spans of which the gold does not say whether, or how, they are quotes."""
        self._text = text
        self._attributions = attributions
        self._known = sorted(
            CharSpan(*span) for item in attributions for spans in item.values() for span in spans
        )
        self._open = left_open
        self._acts: dict[str, Act] = {}

    def stretches(self) -> list[CharSpan]:
        """The stretches of text in doubt, ascending, outside all known spans.

        What follows a source belongs to them: the gold leaves out its relative clauses and appositions.
        """
        sources = {end for item in self._attributions for _, end in item["source"]}
        return [
            part
            for sentence in self._sentences()
            for part in self._outside(sentence)
            if part.of(self._text).strip() and (part.start in sources or self._is_doubtful(sentence, part))
        ]

    def _is_doubtful(self, sentence: CharSpan, part: CharSpan) -> bool:
        if any(span.overlaps(sentence) for span in self._open):
            return True
        acts = {self._act(word) for word in _WORD.findall(part.of(self._text).lower())}
        if "attitude" in acts:
            return True
        if any(span.overlaps(sentence) for span in self._known):
            return False
        return "statement" not in acts and not _QUOTE_MARK.search(self._text, part.start, part.end)

    def _act(self, word: str) -> Act:
        """The act of a cue of this word alone."""
        if word not in self._acts:
            self._acts[word] = act_of(word, "it is", quoted=False)
        return self._acts[word]

    def _outside(self, sentence: CharSpan) -> Iterator[CharSpan]:
        """The parts of a sentence between the known spans."""
        at = sentence.start
        for span in self._known:
            if span.overlaps(sentence):
                if at < span.start:
                    yield CharSpan(at, span.start)
                at = max(at, span.end)
        if at < sentence.end:
            yield CharSpan(at, sentence.end)

    def _sentences(self) -> list[CharSpan]:
        starts = sorted(
            SentenceSplitter("sentences", punct_chars=None).sentence_starts(
                self._text, find_layout(self._text)
            )
        )
        ends = [*starts[1:], len(self._text)]
        return [CharSpan(start, end) for start, end in zip(starts, ends, strict=True)]
