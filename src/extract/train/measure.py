"""Measuring of a network on annotated articles: loss, and F1 of words for each role and label."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import torch

from extract.pipeline.network.labels import ENTITY_LABELS, ROLES
from extract.train.batches import make_batch
from extract.train.data.examples import Example
from extract.train.loop import TrainingSettings, loss_of
from extract.train.network import Network

IntArray = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """Figures of a network. loss: mean over the windows. f1: of words, by role and label."""

    loss: float
    f1: dict[str, float]


def measure(network: Network, items: Sequence[Example], special: tuple[int, int]) -> Measure:
    """Measure a network on windows, one at a time, as at run time.

    items: at least one. special: the pieces that open and close a window.
    """
    device = next(network.parameters()).device
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    losses = []
    network.eval()
    for item in items:
        batch = make_batch([item], *special).to(device)
        with torch.no_grad():
            losses.append(float(loss_of(network, batch, TrainingSettings())["all"]))
            entity, role, _ = network(batch.ids, batch.shapes, batch.gaps, batch.mask)
        found = [scores[0, batch.first[0]].argmax(-1).cpu().numpy() for scores in (entity, role)]
        for name, kind in (*_of_names(item, found[0]), *_of_roles(item, found[1])):
            counts[name][kind] += 1
    order = [name for name in (*ROLES, *ENTITY_LABELS) if counts[name]["true"] or counts[name]["missed"]]
    return Measure(loss=float(np.mean(losses)), f1={name: _f1(counts[name]) for name in order})


def _of_roles(item: Example, tags: IntArray) -> Iterator[tuple[str, str]]:
    for true, found in zip(((item.roles + 1) // 2).tolist(), ((tags + 1) // 2).tolist(), strict=True):
        if true == found and true > 0:
            yield ROLES[true - 1], "true"
        elif true >= 0:
            yield from _errors(ROLES, true, found)


def _of_names(item: Example, tags: IntArray) -> Iterator[tuple[str, str]]:
    """Count names; a wide label that covers several of ours counts as the first that is permitted."""
    for allowed, tag in zip(item.allowed, tags.tolist(), strict=True):
        if allowed.all():
            continue
        kinds = sorted({(int(one) + 1) // 2 for one in np.flatnonzero(allowed)})
        found = (tag + 1) // 2
        if 0 not in kinds and found in kinds:
            yield ENTITY_LABELS[kinds[0] - 1], "true"
        elif 0 in kinds:
            yield from _errors(ENTITY_LABELS, 0, 0 if found in kinds else found)
        else:
            yield from _errors(ENTITY_LABELS, kinds[0], found)


def _errors(labels: Sequence[str], true: int, found: int) -> Iterator[tuple[str, str]]:
    if true > 0:
        yield labels[true - 1], "missed"
    if found > 0:
        yield labels[found - 1], "false"


def _f1(count: Counter[str]) -> float:
    both = 2 * count["true"]
    return both / (both + count["false"] + count["missed"]) if both else 0.0
