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
from torch.optim.swa_utils import AveragedModel

from extract.errors import InputError
from extract.pipeline.network.word_pieces import mask_id, special_ids
from extract.train.batches import STEP, Batch, batches, make_batch
from extract.train.data.examples import Example, examples
from extract.train.data.rename import Pools
from extract.train.data.row import Row
from extract.train.network import Network

log = logging.getLogger(__name__)
# Shares: of windows with hidden words; in these, of the words of names and of others.
_HIDDEN_IN, _HIDDEN_NAMES, _HIDDEN_WORDS = 0.5, 0.2, 0.07
# How often the moving average of the weights takes in the present ones, and how much of it stays at most.
_AVERAGE_EVERY_STEPS, _AVERAGE_KEEPS = 5, 0.99


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingSettings:
    """Settings of training.

    rate, head_rate: the highest of the encoder and of what is new; None is the same. frozen_words: whether
    word embeddings stay as they are. silver_parts: each epoch reads one of so many parts of the
    machine-annotated articles; 0 reads none. plain_epochs: the last ones, which read what people annotated
    alone, with the names it has and no word hidden.
    """

    epochs: int = 5
    seed: int = 0
    rate: float = 1.5e-4
    head_rate: float | None = None
    frozen_words: bool = False
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


def loss_of(network: Network, batch: Batch, settings: TrainingSettings) -> dict[str, Tensor]:
    """Compute the mean losses of the three heads over what the batch annotates."""
    entity, role, link = network(batch.ids, batch.shapes, batch.gaps, batch.mask)

    def at_words(scores: Tensor) -> Tensor:
        return scores.gather(1, batch.first[..., None].expand(-1, -1, scores.shape[-1])).float()

    log_p = at_words(entity).log_softmax(-1)
    known = batch.words & ~batch.allowed.all(-1)
    permitted = log_p.masked_fill(~batch.allowed, float("-inf")).logsumexp(-1)
    out = {"entity": _mean(-permitted[known].sum() + _crossed(log_p, batch.soft_entity), known, batch.scored)}
    log_p, known = at_words(role).log_softmax(-1), batch.roles >= 0
    of_roles = log_p.gather(-1, batch.roles.clamp(min=0)[..., None])[..., 0]
    out["role"] = _mean(-of_roles[known].sum() + _crossed(log_p, batch.soft_role), known, batch.scored)
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


def _crossed(log_p: Tensor, soft: Tensor) -> Tensor:
    """Cross entropy with a teacher's probabilities, summed; words without any have noughts."""
    return -(soft * log_p).sum()


def _mean(total: Tensor, known: Tensor, scored: Tensor) -> Tensor:
    return total / (known.sum() + scored.sum()).clamp(min=1)


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
        if settings.silver_parts:
            rows += corpus.silver[epoch % settings.silver_parts :: settings.silver_parts]
        pools, hidden = corpus.pools, _HIDDEN_IN
    mask = mask_id(tokenizer)
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
    """Train to the end of the last epoch, resuming from `out/checkpoint.pt` where there is one.

    The network ends with the moving average of its weights (Polyak and Juditsky, 1992), which scores better
    than the last ones.
    """
    torch.manual_seed(settings.seed)
    out.mkdir(parents=True, exist_ok=True)
    network.to(device).train()
    network.encoder.embeddings.word_embeddings.weight.requires_grad_(not settings.frozen_words)
    learned = [p for p in network.parameters() if p.requires_grad]
    optimizer = _optimizer(network, settings)
    average = AveragedModel(network, multi_avg_fn=_move_average)
    checkpoint = out / "checkpoint.pt"
    epoch = step = done = 0
    if checkpoint.exists():
        state = torch.load(checkpoint, map_location=device, weights_only=True)
        if state["settings"] != asdict(settings):
            raise InputError(
                f"{checkpoint} was made with other settings ({state['settings']}); use them, or begin anew"
            )
        network.load_state_dict(state["network"])
        average.load_state_dict(state["average"])
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
                group["lr"] = group["highest"] * warm * (1 - progress)
            batch = make_batch(todo[at], cls, sep, step=STEP).to(device)
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
            if done % _AVERAGE_EVERY_STEPS == 0:
                average.update_parameters(network)
            if done % 100 == 0:
                rate = pieces / (time.monotonic() - began)
                text = " ".join(f"{name} {value:.4f}" for name, value in sums.items())
                log.info("epoch %d step %d/%d %s %.0f pieces/s", epoch, at + 1, len(todo), text, rate)
            if time.monotonic() - saved > save_every:
                _save(checkpoint, network, average, optimizer, settings, epoch, at + 1, done)
                saved = time.monotonic()
        epoch, step = epoch + 1, 0
        _save(checkpoint, network, average, optimizer, settings, epoch, 0, done)
        saved = time.monotonic()
    average.update_parameters(network)
    network.load_state_dict(average.module.state_dict())
    (out / "settings.json").write_text(json.dumps(asdict(settings), indent=1) + "\n")


def _move_average(average: Sequence[Tensor], now: Sequence[Tensor], count: Tensor | int) -> None:
    """Move the average towards the present weights; the fewer it is made of, the further."""
    keeps = min(_AVERAGE_KEEPS, (1 + int(count)) / (10 + int(count)))
    torch._foreach_lerp_(list(average), list(now), 1 - keeps)


def _optimizer(network: Network, settings: TrainingSettings) -> torch.optim.Optimizer:
    """AdamW; matrices decay, and each group of weights knows its highest rate."""
    of_encoder = set(network.encoder.parameters())
    groups: dict[tuple[bool, bool], list[nn.Parameter]] = {}
    for weight in network.parameters():
        if weight.requires_grad:
            groups.setdefault((weight in of_encoder, weight.ndim > 1), []).append(weight)
    head_rate = settings.rate if settings.head_rate is None else settings.head_rate
    return torch.optim.AdamW(
        [
            {
                "params": weights,
                "weight_decay": 0.01 if is_matrix else 0.0,
                "highest": settings.rate if is_encoder else head_rate,
            }
            for (is_encoder, is_matrix), weights in groups.items()
        ],
        fused=True,
    )


def _save(
    path: Path,
    network: Network,
    average: AveragedModel,
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
            "average": average.state_dict(),
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
