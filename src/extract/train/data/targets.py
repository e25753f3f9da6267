"""Targets of the network, word by word: tags of entities and of attributions, and links.

A label that a set does not annotate is masked: a word it leaves unlabelled may carry such a label at no cost.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from extract.pipeline.network.labels import ENTITY_LABELS, ROLES
from extract.pipeline.network.word_pieces import Pieces
from extract.train.data.row import Row

N_TAGS = 1 + 2 * len(ENTITY_LABELS)

# First word, last word, role, and the first word of its cue (-1: it has none, or it is the cue).
Link = tuple[int, int, int, int]


class _Words:
    """Index of the words that a span covers."""

    def __init__(self, pieces: Pieces) -> None:
        self._pieces = pieces

    def of(self, start: int, end: int) -> tuple[int, int] | None:
        """Find the first and last word (inclusive) of the span; None when it covers no word."""
        first = int(np.searchsorted(self._pieces.ends, start, side="right"))
        last = int(np.searchsorted(self._pieces.starts, end, side="left")) - 1
        return (first, last) if first <= last else None


def allowed_tags(row: Row, pieces: Pieces) -> npt.NDArray[np.bool_]:
    """Mark the tags of entities that the annotation permits at each word: (n_words, N_TAGS)."""
    allowed = np.ones((len(pieces), N_TAGS), dtype=bool)
    if row.entities is None or row.scheme is None:
        return allowed
    words = _Words(pieces)
    allowed[:] = False
    allowed[:, 0] = True
    for label in row.scheme.open:
        at = 1 + 2 * ENTITY_LABELS.index(label)
        allowed[:, at : at + 2] = True
    for start, end in row.ignore:
        if covered := words.of(start, end):
            allowed[covered[0] : covered[1] + 1] = True
    for start, end, label in row.entities:
        covered = words.of(start, end)
        fine = row.scheme.fine.get(label)
        if covered is None or fine is None:
            continue
        tags = 1 + 2 * np.array([ENTITY_LABELS.index(name) for name in fine])
        allowed[covered[0] : covered[1] + 1] = False
        allowed[covered[0], tags] = True
        for tag in tags:
            allowed[covered[0] + 1 : covered[1] + 1, tag + 1] = True
    return allowed


def role_tags(row: Row, pieces: Pieces) -> tuple[npt.NDArray[np.int64], list[Link]]:
    """Tag each word by its attribution, -1 where unknown, and list the links of spans to their cues."""
    roles = np.full(len(pieces), -1, dtype=np.int64)
    links: list[Link] = []
    if row.attributions is None:
        return roles, links
    words = _Words(pieces)
    roles[:] = 0
    for item in row.attributions:
        spans = {role: [w for s, e in item[role] if (w := words.of(s, e))] for role in ROLES}
        cue = min(spans["cue"])[0] if spans["cue"] else -1
        for k, role in enumerate(ROLES):
            for first, last in sorted(spans[role]):
                roles[first] = 1 + 2 * k
                roles[first + 1 : last + 1] = 2 + 2 * k
                links.append((first, last, k, -1 if role == "cue" and first == cue else cue))
    # Where spans of two attributions overlap, the later one wins; what is left of the other begins anew.
    before = np.concatenate([[0], roles[:-1]])
    orphans = (roles > 0) & (roles % 2 == 0) & (before != roles) & (before != roles - 1)
    roles[orphans] -= 1
    kept = [link for link in links if _survives(link, roles)]
    for start, end in row.doubtful:
        if covered := words.of(start, end):
            roles[covered[0] : covered[1] + 1] = -1
    return roles, [link for link in kept if (roles[link[0] : link[1] + 1] >= 0).all()]


def _survives(link: Link, roles: npt.NDArray[np.int64]) -> bool:
    first, last, k, _ = link
    return bool(roles[first] == 1 + 2 * k and (roles[first + 1 : last + 1] == 2 + 2 * k).all())
