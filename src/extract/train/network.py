"""Network: one small encoder, a head for entities, one for roles, one for links."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from transformers import BertConfig, BertModel, MPNetConfig, MPNetModel, PretrainedConfig

from extract.pipeline.network.labels import ENTITY_LABELS, ROLES
from extract.pipeline.network.word_pieces import N_GAPS, N_SHAPES

LINK_SIZE = 64
N_DISTANCES = 32


class Network(nn.Module):
    """A fine-tuned encoder (BERT's kind or MPNet's) with word shape and white space as further embeddings.

    Roles and entities are scored for the first piece of each word. A link scores a span (by its first
    and last word, its role and its distance) against the first word of every cue in the window:
    biaffine attention in the manner of Dozat and Manning (2017), with one score for "no cue here".
    """

    def __init__(self, config: PretrainedConfig) -> None:
        super().__init__()
        is_mpnet = isinstance(config, MPNetConfig)
        self.encoder = (MPNetModel if is_mpnet else BertModel)(config, add_pooling_layer=False)
        width = config.hidden_size
        self.shape = nn.Embedding(N_SHAPES, width)
        self.gap = nn.Embedding(N_GAPS, width)
        # What MPNet's layers put out is so small that heads would learn nothing from it.
        self.norm = nn.LayerNorm(width) if is_mpnet else nn.Identity()
        self.drop = nn.Dropout(0.1)
        self.entity = nn.Linear(width, 1 + 2 * len(ENTITY_LABELS))
        self.role = nn.Linear(width, 1 + 2 * len(ROLES))
        self.link = nn.Linear(width, 3 * LINK_SIZE)
        self.link_role = nn.Embedding(len(ROLES), LINK_SIZE)
        self.link_none = nn.Parameter(torch.zeros(LINK_SIZE))
        self.link_distance = nn.Embedding(N_DISTANCES, len(ROLES))
        for table in (self.shape, self.gap, self.link_distance):
            nn.init.normal_(table.weight, std=0.02)

    @classmethod
    def blank(cls, folder: Path, *, layers: int | None = None) -> Network:
        """Make a network of the shape that the base model's folder states, all weights at random.

        layers: the first so many; None is all.
        """
        shape = json.loads((folder / "config.json").read_text(encoding="utf-8"))
        if layers is not None:
            shape["num_hidden_layers"] = layers
        return cls(encoder_config(**shape))

    @classmethod
    def from_pretrained(cls, folder: Path, *, layers: int | None = None) -> Network:
        """Load the base model's weights; the heads start at random."""
        network = cls.blank(folder, layers=layers)
        weights = load_file(folder / "model.safetensors")
        own = network.encoder.state_dict()
        network.encoder.load_state_dict({k: v for k, v in weights.items() if k in own}, strict=False)
        missing = set(own) - set(weights)
        if any("weight" in name for name in missing):
            raise ValueError(f"{folder}: weights lack {sorted(missing)[:3]}")
        return network

    def forward(self, ids: Tensor, shapes: Tensor, gaps: Tensor, mask: Tensor) -> tuple[Tensor, ...]:
        """All (batch, pieces). Returns entity, role and link scores, (batch, pieces, n) each."""
        words = self.encoder.embeddings.word_embeddings(ids)
        hidden = self.encoder(
            inputs_embeds=words + self.shape(shapes) + self.gap(gaps), attention_mask=mask
        ).last_hidden_state
        hidden = self.drop(self.norm(hidden))
        return self.entity(hidden), self.role(hidden), self.link(hidden)

    def link_scores(self, links: Tensor, spans: Tensor, cues: Tensor) -> Tensor:
        """Scores of every span against every cue of the batch and, in the last column, none.

        links: (batch, words, 3 * LINK_SIZE). spans: (n, 4) batch, first, last, role.
        cues: (m, 2) batch, first word. Cues of another window score minus infinity. -> (n, m + 1)
        """
        first, last, head = links.float().split(LINK_SIZE, dim=-1)
        span = first[spans[:, 0], spans[:, 1]] + last[spans[:, 0], spans[:, 2]]
        span = span + self.link_role(spans[:, 3])
        cue = head[cues[:, 0], cues[:, 1]]
        distance = distance_bucket(cues[None, :, 1] - spans[:, None, 1])
        bias = self.link_distance(distance).gather(2, spans[:, 3][:, None, None].expand(-1, len(cues), 1))[
            ..., 0
        ]
        scores = span @ cue.T / LINK_SIZE**0.5 + bias
        scores = scores.masked_fill(spans[:, None, 0] != cues[None, :, 0], float("-inf"))
        none = span @ self.link_none / LINK_SIZE**0.5
        return torch.cat([scores, none[:, None]], dim=1)


def encoder_config(*, model_type: str = "bert", **shape: Any) -> PretrainedConfig:
    """Configuration of the encoder, in the names of its `config.json`. model_type: "bert" or "mpnet"."""
    config = (MPNetConfig if model_type == "mpnet" else BertConfig)(**shape)
    config.attention_probs_dropout_prob = 0.0  # its random numbers cost a third of a step on a CPU
    config._attn_implementation = "eager"
    return config


def distance_bucket(distance: Tensor) -> Tensor:
    """Bucket the words from span to cue: sign, then the distance by powers of the square root of 2."""
    size = distance.abs().clamp(min=1).float()
    step = (2 * torch.log2(size)).round().clamp(max=15).long()
    return torch.where(distance < 0, step, step + 16)
