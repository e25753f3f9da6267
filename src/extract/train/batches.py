"""Batches: windows padded together as tensors."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from extract.pipeline.network.labels import ROLES
from extract.train.data.examples import Example

# oneDNN makes its kernels anew for each shape, which costs as much as a step: lengths are multiples of this.
STEP = 16
N_ROLE_TAGS = 1 + 2 * len(ROLES)


@dataclass(slots=True)
class Batch:
    """Windows padded to one length; word-level targets padded to the most words.

    scored: words with soft targets, which have no others.
    """

    ids: Tensor
    shapes: Tensor
    gaps: Tensor
    mask: Tensor
    first: Tensor
    allowed: Tensor
    roles: Tensor
    words: Tensor
    links: Tensor
    scored: Tensor
    soft_entity: Tensor
    soft_role: Tensor

    def to(self, device: torch.device) -> Batch:
        return Batch(*(getattr(self, name).to(device) for name in self.__slots__))


def make_batch(items: Sequence[Example], cls: int, sep: int, *, step: int = 1) -> Batch:
    """Pad windows together, each between the encoder's two special pieces.

    step: the length is a multiple of it.
    """
    n, pieces = len(items), max(_length(item, step) for item in items)
    words = max(len(item.first) for item in items)
    ids, shapes, gaps = (np.zeros((n, pieces), dtype=np.int64) for _ in range(3))
    mask = np.zeros((n, pieces), dtype=np.int64)
    first = np.zeros((n, words), dtype=np.int64)
    allowed = np.ones((n, words, items[0].allowed.shape[1]), dtype=bool)
    roles = np.full((n, words), -1, dtype=np.int64)
    real, scored = (np.zeros((n, words), dtype=bool) for _ in range(2))
    soft_entity = np.zeros(allowed.shape, dtype=np.float32)
    soft_role = np.zeros((n, words, N_ROLE_TAGS), dtype=np.float32)
    links = []
    for k, item in enumerate(items):
        size, count = len(item.ids), len(item.first)
        ids[k, 0], ids[k, size + 1] = cls, sep
        ids[k, 1 : size + 1] = item.ids
        shapes[k, 1 : size + 1] = item.shapes
        gaps[k, 1 : size + 1] = item.gaps
        mask[k, : size + 2] = 1
        first[k, :count] = item.first + 1
        real[k, :count] = True
        if item.soft is None:
            allowed[k, :count] = item.allowed
            roles[k, :count] = item.roles
        else:
            scored[k, :count] = True
            soft_entity[k, :count] = np.exp(item.soft.entity)
            soft_role[k, :count] = np.exp(item.soft.role)
        links.append(np.hstack([np.full((len(item.links), 1), k), item.links]))
    targets = (allowed, roles, real, np.vstack(links), scored, soft_entity, soft_role)
    return Batch(*map(torch.from_numpy, (ids, shapes, gaps, mask, first, *targets)))


def batches(items: list[Example], budget: int, rng: random.Random) -> list[list[Example]]:
    """Windows of like length together, at most `budget` pieces with padding, in random order."""
    items = list(items)
    rng.shuffle(items)
    out: list[list[Example]] = []
    waiting = defaultdict[int, list[Example]](list)
    for item in items:
        length = _length(item, STEP)
        waiting[length].append(item)
        if (len(waiting[length]) + 1) * length > budget:
            out.append(waiting.pop(length))
    out += waiting.values()
    rng.shuffle(out)
    return out


def _length(item: Example, step: int) -> int:
    """Pieces of a window with the special ones, rounded up to a multiple of `step`."""
    return -(-(len(item.ids) + 2) // step) * step
