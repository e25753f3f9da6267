"""Windows of training articles as the network reads them, in varied house styles and with other names."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer

from extract.pipeline.network.word_pieces import cut, windows
from extract.train.data.augment import Rewrite, apply, restyle
from extract.train.data.rename import Pools, exchanged
from extract.train.data.row import Row, Soft
from extract.train.data.targets import Link, allowed_tags, role_tags


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """Window of an article. Arrays are over its words; `first` counts pieces from the window's start.

    allowed: (n_words, N_TAGS) tags that the annotation permits. roles: (n_words,), -1 unknown.
    links: (n_links, 4): first word, last word, role and the first word of its cue (-1: none here).
    soft: what is learned in place of `allowed` and `roles`, if anything.
    """

    ids: npt.NDArray[np.int64]
    shapes: npt.NDArray[np.int64]
    gaps: npt.NDArray[np.int64]
    first: npt.NDArray[np.int64]
    allowed: npt.NDArray[np.bool_]
    roles: npt.NDArray[np.int64]
    links: npt.NDArray[np.int64]
    soft: Soft | None = None


def examples(
    rows: Sequence[Row],
    tokenizer: Tokenizer,
    limits: Sequence[int],
    rng: random.Random | None,
    pools: Pools | None = None,
) -> Iterator[Example]:
    """Cut every row into windows. With `rng`, each article is restyled and its window limit drawn.

    With `pools`, half of the articles have half of their names exchanged. One that a teacher scored word by
    word keeps its words.
    """
    if rng is not None:
        if pools is not None:
            rows = [_renamed(row, pools, rng, 0.5) if rng.random() < 0.5 else row for row in rows]
        rows = [row if row.soft is not None else _restyled(row, rng) for row in rows]
    for row, pieces in zip(rows, cut(tokenizer, [row.text for row in rows]), strict=True):
        allowed = allowed_tags(row, pieces)
        roles, links = role_tags(row, pieces)
        limit = rng.choice(limits) if rng is not None else limits[-1]
        soft = row.soft if row.soft is not None and len(row.soft) == len(pieces) else None
        bounds = np.concatenate([pieces.first, [len(pieces.ids)]])
        for window in windows(pieces, limit):
            low, high = bounds[window.start], bounds[window.end]
            inside = slice(window.start, window.end)
            yield Example(
                ids=pieces.ids[low:high],
                shapes=pieces.shapes[low:high],
                gaps=pieces.gaps[low:high],
                first=pieces.first[inside] - low,
                allowed=allowed[inside],
                roles=roles[inside],
                links=_inside(links, window.start, window.end),
                soft=None if soft is None else soft.part(window.start, window.end),
            )


def _inside(links: list[Link], start: int, end: int) -> npt.NDArray[np.int64]:
    """Select the links whose span begins in the window, counted from its start; a cue elsewhere is none."""
    out = [
        (first - start, min(last, end - 1) - start, role, cue - start if start <= cue < end else -1)
        for first, last, role, cue in links
        if start <= first < end
    ]
    return np.array(out, dtype=np.int64).reshape(-1, 4)


def _restyled(row: Row, rng: random.Random) -> Row:
    return _moved(row, restyle(row.text, rng))


def _renamed(row: Row, pools: Pools, rng: random.Random, share: float) -> Row:
    if not row.entities or row.soft is not None:
        return row
    return _moved(row, apply(row.text, exchanged(row.text, row.entities, pools, rng, share)))


def _moved(row: Row, rewrite: Rewrite) -> Row:
    return Row(
        set=row.set,
        text=rewrite.text,
        entities=None
        if row.entities is None
        else tuple((*rewrite.move(s, e), label) for s, e, label in row.entities),
        ignore=tuple(rewrite.move(s, e) for s, e in row.ignore),
        scheme=row.scheme,
        attributions=None
        if row.attributions is None
        else tuple(
            {role: tuple(rewrite.move(s, e) for s, e in spans) for role, spans in item.items()}
            for item in row.attributions
        ),
        doubtful=tuple(rewrite.move(s, e) for s, e in row.doubtful),
    )
