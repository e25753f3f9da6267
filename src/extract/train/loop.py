"""Training loop: seeded, resumable, on the CPU or a GPU."""

from __future__ import annotations

import json
import logging
import random
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor, nn

from extract.errors import InputError
from extract.pipeline.network.word_pieces import special_ids
from extract.train.data.examples import Example, examples
from extract.train.data.rename import Pools
from extract.train.data.row import Row
from extract.train.network import Network

log = logging.getLogger(__name__)
# Shares: of windows with hidden words; in these, of the words of names and of others.
_HIDDEN_IN, _HIDDEN_NAMES, _HIDDEN_WORDS = 0.5, 0.2, 0.07


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingSettings:
    """Settings of training.

    silver_parts: each epoch reads one of so many parts of the machine-annotated articles. plain_epochs:
    the last ones, which read what people annotated alone, with the names it has and no word hidden.
    """

    epochs: int = 5
    seed: int = 0
    rate: float = 1.5e-4
    warmup: float = 0.06
    batch_pieces: int = 2560
    limits: tuple[int, ...] = (128, 192, 256, 256)
    role_weight: float = 1.0
    entity_weight: float = 1.0
    link_weight: float = 0.3
    upper: float = 0.04
    silver_parts: int = 3
    plain_epochs: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Corpus:
    """Corpus of training: annotated articles, machine-annotated ones, names to exchange."""

    rows: Sequence[Row]
    silver: Sequence[Row] = ()
    pools: Pools | None = None


@dataclass(slots=True)
class Batch:
    """Batch of windows padded to one length; word-level targets padded to the most words."""

    ids: Tensor
    shapes: Tensor
    gaps: Tensor
    mask: Tensor
    first: Tensor
    allowed: Tensor
    roles: Tensor
    words: Tensor
    links: Tensor

    def to(self, device: torch.device) -> Batch:
        return Batch(*(getattr(self, name).to(device) for name in self.__slots__))


def make_batch(items: Sequence[Example], cls: int, sep: int) -> Batch:
    """Pad windows together, each between the encoder's two special pieces."""
    n, pieces = len(items), 2 + max(len(item.ids) for item in items)
    words = max(len(item.first) for item in items)
    ids, shapes, gaps = (np.zeros((n, pieces), dtype=np.int64) for _ in range(3))
    mask = np.zeros((n, pieces), dtype=np.int64)
    first = np.zeros((n, words), dtype=np.int64)
    allowed = np.ones((n, words, items[0].allowed.shape[1]), dtype=bool)
    roles = np.full((n, words), -1, dtype=np.int64)
    real = np.zeros((n, words), dtype=bool)
    links = []
    for k, item in enumerate(items):
        size, count = len(item.ids), len(item.first)
        ids[k, 0], ids[k, size + 1] = cls, sep
        ids[k, 1 : size + 1] = item.ids
        shapes[k, 1 : size + 1] = item.shapes
        gaps[k, 1 : size + 1] = item.gaps
        mask[k, : size + 2] = 1
        first[k, :count] = item.first + 1
        allowed[k, :count] = item.allowed
        roles[k, :count] = item.roles
        real[k, :count] = True
        links.append(np.hstack([np.full((len(item.links), 1), k), item.links]))
    arrays = (ids, shapes, gaps, mask, first, allowed, roles, real, np.vstack(links))
    return Batch(*map(torch.from_numpy, arrays))


def loss_of(network: Network, batch: Batch, settings: TrainingSettings) -> dict[str, Tensor]:
    """Compute the mean losses of the three heads over what the batch annotates."""
    entity, role, link = network(batch.ids, batch.shapes, batch.gaps, batch.mask)

    def at_words(scores: Tensor) -> Tensor:
        return scores.gather(1, batch.first[..., None].expand(-1, -1, scores.shape[-1])).float()

    log_p = at_words(entity).log_softmax(-1)
    known = batch.words & ~batch.allowed.all(-1)
    permitted = log_p.masked_fill(~batch.allowed, float("-inf")).logsumexp(-1)
    out = {"entity": -permitted[known].sum() / known.sum().clamp(min=1)}
    out["role"] = nn.functional.cross_entropy(
        at_words(role).flatten(0, 1), batch.roles.flatten(), ignore_index=-1, reduction="sum"
    ) / (batch.roles >= 0).sum().clamp(min=1)
    spans = batch.links
    is_head = (spans[:, 3] == 1) & (spans[:, 4] < 0)
    cues = spans[is_head][:, :2]
    if len(cues):
        scores = network.link_scores(at_words(link), spans[:, :4], cues)
        same = (spans[:, None, 0] == cues[None, :, 0]) & (spans[:, None, 4] == cues[None, :, 1])
        target = torch.where(same.any(1), same.int().argmax(1), len(cues))
        out["link"] = nn.functional.cross_entropy(scores, target)
    weights = {
        "entity": settings.entity_weight,
        "role": settings.role_weight,
        "link": settings.link_weight,
    }
    out["all"] = torch.stack([weights[name] * value for name, value in out.items()]).sum()
    return out


def batches(items: list[Example], budget: int, rng: random.Random) -> list[list[Example]]:
    """Batch windows of like length, at most `budget` pieces with padding, in random order."""
    items = list(items)
    rng.shuffle(items)
    out: list[list[Example]] = []
    for at in range(0, len(items), 512):
        chunk = sorted(items[at : at + 512], key=lambda item: len(item.ids))
        batch: list[Example] = []
        for item in chunk:
            if batch and (len(batch) + 1) * (len(item.ids) + 2) > budget:
                out.append(batch)
                batch = []
            batch.append(item)
        out.append(batch)
    rng.shuffle(out)
    return out


def _shout(item: Example, rng: random.Random, share: float) -> Example:
    """Put some windows in capitals, as headlines are."""
    if rng.random() >= share:
        return item
    shapes = item.shapes.copy()
    shapes[(shapes == 1) | (shapes == 2) | (shapes == 4)] = 3
    return replace(item, shapes=shapes)


def _hide(item: Example, rng: random.Random, share: float, mask: int) -> Example:
    """Hide some words of some windows, names above all: the context must tell what they are."""
    if rng.random() >= share:
        return item
    draw = np.array([rng.random() for _ in range(len(item.first))])
    hidden = draw < np.where(item.allowed[:, 0], _HIDDEN_WORDS, _HIDDEN_NAMES)
    ids = item.ids.copy()
    ids[np.repeat(hidden, np.diff(item.first, append=len(ids)))] = mask
    return replace(item, ids=ids)


def epoch_batches(
    corpus: Corpus, tokenizer: Tokenizer, settings: TrainingSettings, epoch: int
) -> list[list[Example]]:
    """Make the batches of one epoch; the same for the same seed and epoch."""
    rng = random.Random(settings.seed * 1000 + epoch)
    rows, pools, hidden = [*corpus.rows], None, 0.0
    if epoch < settings.epochs - settings.plain_epochs:
        rows += corpus.silver[epoch % settings.silver_parts :: settings.silver_parts]
        pools, hidden = corpus.pools, _HIDDEN_IN
    mask = tokenizer.token_to_id("[MASK]") or 0
    items = [
        _hide(_shout(item, rng, settings.upper), rng, hidden, mask)
        for item in examples(rows, tokenizer, settings.limits, rng, pools)
    ]
    return batches(items, settings.batch_pieces, rng)


def train(
    network: Network,
    tokenizer: Tokenizer,
    corpus: Corpus,
    out: Path,
    settings: TrainingSettings,
    device: torch.device,
    save_every: float = 300.0,
) -> None:
    """Train to the end of the last epoch, resuming from `out/checkpoint.pt` where there is one."""
    torch.manual_seed(settings.seed)
    out.mkdir(parents=True, exist_ok=True)
    network.to(device).train()
    learned = [p for p in network.parameters() if p.requires_grad]
    decay = [p for p in learned if p.ndim > 1]
    plain = [p for p in learned if p.ndim <= 1]
    optimizer = torch.optim.AdamW(
        [{"params": decay, "weight_decay": 0.01}, {"params": plain, "weight_decay": 0.0}],
        lr=settings.rate,
        fused=True,
    )
    checkpoint = out / "checkpoint.pt"
    epoch = step = done = 0
    if checkpoint.exists():
        state = torch.load(checkpoint, map_location=device, weights_only=True)
        if state["settings"] != asdict(settings):
            raise InputError(
                f"{checkpoint} was made with other settings ({state['settings']}); use them, or begin anew"
            )
        network.load_state_dict(state["network"])
        optimizer.load_state_dict(state["optimizer"])
        torch.set_rng_state(state["rng"].cpu())
        epoch, step, done = state["epoch"], state["step"], state["done"]
        log.info("going on at epoch %d, step %d", epoch, step)
    cls, sep = special_ids(tokenizer)
    per_epoch = len(epoch_batches(corpus, tokenizer, settings, 0))
    total = per_epoch * settings.epochs
    saved = began = time.monotonic()
    pieces = 0
    sums: dict[str, float] = {}
    while epoch < settings.epochs:
        todo = epoch_batches(corpus, tokenizer, settings, epoch)
        for at in range(step, len(todo)):
            progress = min(1.0, (epoch * per_epoch + at) / total)
            warm = min(1.0, progress / settings.warmup)
            for group in optimizer.param_groups:
                group["lr"] = settings.rate * warm * (1 - progress)
            batch = make_batch(todo[at], cls, sep).to(device)
            with torch.autocast(device.type, dtype=torch.bfloat16):
                losses = loss_of(network, batch, settings)
            losses["all"].backward()
            nn.utils.clip_grad_norm_(learned, 1.0)
            optimizer.step()
            optimizer.zero_grad(set_to_none=True)
            pieces += int(batch.mask.sum())
            for name, value in losses.items():
                sums[name] = 0.99 * sums.get(name, value.item()) + 0.01 * value.item()
            done += 1
            if done % 100 == 0:
                rate = pieces / (time.monotonic() - began)
                text = " ".join(f"{name} {value:.4f}" for name, value in sums.items())
                log.info("epoch %d step %d/%d %s %.0f pieces/s", epoch, at + 1, len(todo), text, rate)
            if time.monotonic() - saved > save_every:
                _save(checkpoint, network, optimizer, settings, epoch, at + 1, done)
                saved = time.monotonic()
        epoch, step = epoch + 1, 0
        _save(checkpoint, network, optimizer, settings, epoch, 0, done)
        saved = time.monotonic()
    (out / "settings.json").write_text(json.dumps(asdict(settings), indent=1) + "\n")


def _save(
    path: Path,
    network: Network,
    optimizer: torch.optim.Optimizer,
    settings: TrainingSettings,
    epoch: int,
    step: int,
    done: int,
) -> None:
    beside = path.with_suffix(".part")
    torch.save(
        {
            "network": network.state_dict(),
            "optimizer": optimizer.state_dict(),
            "rng": torch.get_rng_state(),
            "settings": asdict(settings),
            "epoch": epoch,
            "step": step,
            "done": done,
        },
        beside,
    )
    beside.replace(path)
