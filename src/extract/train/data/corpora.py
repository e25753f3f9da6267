"""Training data as word-level targets.

Reads the folder that `extract train --data` names: `quotes/*.jsonl.gz` (attributions in the manner of
PolNeAR) and `ner/*.jsonl.gz` with `ner/LABELS.json` (which labels a set annotates). A label that a set
does not annotate is masked: a word it leaves unlabelled may carry such a label at no cost.
"""

from __future__ import annotations

import gzip
import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer

from extract.errors import InputError
from extract.pipeline.network.labels import ENTITY_LABELS, ROLES
from extract.pipeline.network.word_pieces import Pieces, cut, windows
from extract.train.data.augment import Rewrite, apply, restyle
from extract.train.data.rename import Pools, exchanged

QUOTE_SETS = ("quotes/train",)
# Sets made by people whose terms do not forbid commercial use; see the model card.
WORLD_SET = "ner/worldwide-train"
ENTITY_SETS = (
    WORLD_SET,
    "ner/conll2003-train",
    "ner/ieer",
    "ner/re3d",
    "ner/meantime",
    "ner/crossner-politics-train",
    "ner/crossner-politics-dev",
    "ner/wikigold",
    "ner/uner-ewt-dev",
    "ner/timeml-dates",
)
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
N_TAGS = 1 + 2 * len(ENTITY_LABELS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scheme:
    """What one set's entity labels mean in ours.

    fine: set label -> our labels it may stand for. open: our labels that an unlabelled word may carry.
    """

    fine: dict[str, tuple[str, ...]]
    open: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One article. entities: (start, end, label). attributions: role -> spans. None: not annotated.

    ignore, doubtful: (start, end) where entities and attributions are not known.
    """

    set: str
    text: str
    entities: tuple[tuple[int, int, str], ...] | None = None
    ignore: tuple[tuple[int, int], ...] = ()
    scheme: Scheme | None = None
    attributions: tuple[dict[str, tuple[tuple[int, int], ...]], ...] | None = None
    doubtful: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One window. Arrays are over its words; `first` counts pieces from the window's start.

    allowed: (n_words, N_TAGS) tags that the annotation permits. roles: (n_words,), -1 unknown.
    links: (n_links, 4): first word, last word, role and the first word of its cue (-1: none here).
    """

    ids: npt.NDArray[np.int64]
    shapes: npt.NDArray[np.int64]
    gaps: npt.NDArray[np.int64]
    first: npt.NDArray[np.int64]
    allowed: npt.NDArray[np.bool_]
    roles: npt.NDArray[np.int64]
    links: npt.NDArray[np.int64]


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


def read_jsonl(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of a JSON Lines file, gzipped or not. Raises InputError when it is not there."""
    if not path.is_file():
        raise InputError(f"{path} is missing; the model card lists the sets that training reads")
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


def _forbidden(row: dict[str, Any]) -> bool:
    """Dev gold is for measuring; so is BBC text, which comes under non-commercial terms."""
    publisher = f"{row.get('publisher') or ''} {row.get('source') or ''} {row.get('id') or ''}"
    return bool(row.get("gold_dev")) or "bbc" in publisher.lower()


def read_entities(data: Path, name: str) -> list[Row]:
    """The articles of one `ner/` set."""
    notes = json.loads((data / "ner/LABELS.json").read_text(encoding="utf-8"))
    meaning = scheme(notes[name.split("/")[1]])
    return [
        Row(
            set=name,
            text=row["text"],
            entities=tuple((s, e, label) for s, e, label in row["entities"]),
            ignore=tuple((s, e) for s, e in row.get("ignore", [])),
            scheme=meaning,
        )
        for row in read_jsonl(data / f"{name}.jsonl.gz")
        if not _forbidden(row)
    ]


def read_quotes(data: Path, name: str) -> list[Row]:
    """The articles of one `quotes/` set."""
    return [
        Row(
            set=name,
            text=row["text"],
            attributions=tuple(
                {role: tuple((s, e) for s, e in item[role]) for role in ROLES} for item in row["attributions"]
            ),
        )
        for row in read_jsonl(data / f"{name}.jsonl.gz")
        if not _forbidden(row)
    ]


def read_training(data: Path) -> list[Row]:
    """All sets that train the shipped weights; the one with news of all the world twice."""
    rows = [row for name in QUOTE_SETS for row in read_quotes(data, name)]
    return rows + [row for name in (*ENTITY_SETS, WORLD_SET) for row in read_entities(data, name)]


class _Words:
    """Finds the words that a span covers."""

    def __init__(self, pieces: Pieces) -> None:
        self._pieces = pieces

    def of(self, start: int, end: int) -> tuple[int, int] | None:
        """First and last word (inclusive) that overlap the span; None when it covers no word."""
        first = int(np.searchsorted(self._pieces.ends, start, side="right"))
        last = int(np.searchsorted(self._pieces.starts, end, side="left")) - 1
        return (first, last) if first <= last else None


def _restyled(row: Row, rng: random.Random) -> Row:
    return _moved(row, restyle(row.text, rng))


def _renamed(row: Row, pools: Pools, rng: random.Random, share: float) -> Row:
    if not row.entities:
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


def _allowed(row: Row, pieces: Pieces) -> npt.NDArray[np.bool_]:
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


def _roles(row: Row, pieces: Pieces) -> tuple[npt.NDArray[np.int64], list[tuple[int, int, int, int]]]:
    roles = np.full(len(pieces), -1, dtype=np.int64)
    links: list[tuple[int, int, int, int]] = []
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


def _survives(link: tuple[int, int, int, int], roles: npt.NDArray[np.int64]) -> bool:
    first, last, k, _ = link
    return bool(roles[first] == 1 + 2 * k and (roles[first + 1 : last + 1] == 2 + 2 * k).all())


def examples(
    rows: Sequence[Row],
    tokenizer: Tokenizer,
    limits: Sequence[int],
    rng: random.Random | None,
    pools: Pools | None = None,
) -> Iterator[Example]:
    """Windows of every row. With `rng`, each article is restyled and its window limit drawn.

    With `pools`, half of the articles have half of their names exchanged.
    """
    if rng is not None:
        if pools is not None:
            rows = [_renamed(row, pools, rng, 0.5) if rng.random() < 0.5 else row for row in rows]
        rows = [_restyled(row, rng) for row in rows]
    for row, pieces in zip(rows, cut(tokenizer, [row.text for row in rows]), strict=True):
        allowed = _allowed(row, pieces)
        roles, links = _roles(row, pieces)
        limit = rng.choice(limits) if rng is not None else limits[-1]
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
            )


def _inside(links: list[tuple[int, int, int, int]], start: int, end: int) -> npt.NDArray[np.int64]:
    """Links whose span begins in the window, counted from its start; a cue elsewhere is none."""
    out = [
        (first - start, min(last, end - 1) - start, role, cue - start if start <= cue < end else -1)
        for first, last, role, cue in links
        if start <= first < end
    ]
    return np.array(out, dtype=np.int64).reshape(-1, 4)
