"""Training articles, and what the labels of their sets mean in ours."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from extract.pipeline.network.labels import ENTITY_LABELS

# What a label of a set may be in ours. GPE is LOC; every expression of time is DATE.
_FINE = {
    "GPE": "LOC",
    "TIME": "DATE",
    "DURATION": "DATE",
    "SET": "DATE",
    "EVENT": "MISC",
    "WORK": "MISC",
    "LANGUAGE": "NORP",
    "LAW": "MISC",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Scheme:
    """Meaning of one set's entity labels in ours.

    fine: set label -> our labels it may stand for. open: our labels that an unlabelled word may carry.
    """

    fine: dict[str, tuple[str, ...]]
    open: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Soft:
    """Log-probabilities that a teacher gives the words of a text: a student learns more from them than from
    its choices alone (Hinton, Vinyals and Dean, 2015).

    entity: (n_words, 19), role: (n_words, 7), in the order of `labels.bio`.
    """

    entity: npt.NDArray[np.float16]
    role: npt.NDArray[np.float16]

    def __len__(self) -> int:
        return len(self.entity)

    def part(self, start: int, end: int) -> Soft:
        """The words from `start` to `end`."""
        return Soft(entity=self.entity[start:end], role=self.role[start:end])


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """Training article. entities: (start, end, label). attributions: role -> spans. None: not annotated.

    ignore, doubtful: (start, end) where entities and attributions are not known. soft: what is learned of
    the words in place of entities and attributions, if a teacher annotated them.
    """

    set: str
    text: str
    entities: tuple[tuple[int, int, str], ...] | None = None
    ignore: tuple[tuple[int, int], ...] = ()
    scheme: Scheme | None = None
    attributions: tuple[dict[str, tuple[tuple[int, int], ...]], ...] | None = None
    doubtful: tuple[tuple[int, int], ...] = ()
    soft: Soft | None = None


def scheme(notes: dict[str, Any]) -> Scheme:
    """Read one entry of LABELS.json."""
    fine = {}
    for label in {*notes["complete"], *notes["partial"]}:
        kinds = {_FINE.get(kind, kind) for kind in notes.get("ambiguous", {}).get(label, [label])}
        known = tuple(name for name in ENTITY_LABELS if name in kinds)
        if known:
            fine[label] = known
    closed = {name for label in notes["complete"] for name in fine.get(label, ())}
    return Scheme(fine=fine, open=tuple(name for name in ENTITY_LABELS if name not in closed))
