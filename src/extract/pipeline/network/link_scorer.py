"""Score the links of sources and contents to cues: the network's link head, in NumPy."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

FloatArray = npt.NDArray[np.float32]
IntArray = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkWeights:
    """Trained weights of the link head.

    role: (3, size). none: (size,). distance: (32, 3), by bucket and role. size: of a link vector.
    """

    role: FloatArray
    none: FloatArray
    distance: FloatArray
    size: int

    def save(self, path: Path) -> None:
        """Write an .npz file that runs no code when it is read."""
        np.savez(path, role=self.role, none=self.none, distance=self.distance, size=self.size)

    @classmethod
    def load(cls, path: Path) -> LinkWeights:
        """Read what `save` wrote."""
        with np.load(path, allow_pickle=False) as file:
            return cls(
                role=file["role"], none=file["none"], distance=file["distance"], size=int(file["size"])
            )

    def probabilities(self, vectors: npt.NDArray[np.floating], spans: IntArray, cues: IntArray) -> FloatArray:
        """The probability that each span belongs to each cue.

        vectors: (n_words, 3 * size) from the encoder, any float. spans: (n, 3) first word, last word, role.
        cues: (m,) first words. All were read in one window.
        Returns (n, m + 1), rows sum to 1; the last column is "no cue here".
        Method: biaffine attention after Dozat and Manning (2017).
        """
        first, last, head = (vectors[:, k * self.size : (k + 1) * self.size] for k in range(3))
        span = first[spans[:, 0]].astype(np.float32) + last[spans[:, 1]] + self.role[spans[:, 2]]
        distance = cues[None, :] - spans[:, :1]
        bias = self.distance[_bucket(distance), spans[:, 2:]]
        scores = span @ head[cues].astype(np.float32).T / np.sqrt(self.size) + bias
        none = span @ self.none / np.sqrt(self.size)
        scores = np.concatenate([scores, none[:, None]], axis=1)
        scores = np.exp(scores - scores.max(axis=1, keepdims=True))
        out: FloatArray = (scores / scores.sum(axis=1, keepdims=True)).astype(np.float32)
        return out


def _bucket(distance: IntArray) -> IntArray:
    """The distance from span to cue in words, as one of 32 buckets: `train.network.distance_bucket`."""
    size = np.maximum(np.abs(distance), 1).astype(np.float32)
    step = np.minimum(np.round(2 * np.log2(size)), 15).astype(np.int64)
    return np.where(distance < 0, step, step + 16)
