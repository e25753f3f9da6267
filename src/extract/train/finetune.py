"""Fine-tuning of the shipped network on a few articles, without forgetting (Li and Hoiem, 2016)."""

from __future__ import annotations

import copy
import logging
from collections.abc import Sequence
from dataclasses import dataclass

import torch
from tokenizers import Tokenizer
from torch import Tensor, nn

from extract.pipeline.network.word_pieces import special_ids
from extract.train.batches import Batch, make_batch
from extract.train.data.row import Row
from extract.train.loop import Corpus, TrainingSettings, epoch_batches, loss_of
from extract.train.network import Network

log = logging.getLogger(__name__)
Outputs = tuple[Tensor, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FineTuning:
    """Settings of fine-tuning.

    keep: weight of staying with the start network where the annotation says nothing; keep_known: where
    it says something. warmup: share of the steps in which the rate rises.
    """

    epochs: int = 3
    rate: float = 3e-5
    seed: int = 0
    keep: float = 1.0
    keep_known: float = 0.1
    warmup: float = 0.1
    batch_pieces: int = 1024

    def loop_settings(self) -> TrainingSettings:
        """The same as settings of the training loop: no word hidden, no name exchanged."""
        return TrainingSettings(
            epochs=self.epochs,
            seed=self.seed,
            rate=self.rate,
            batch_pieces=self.batch_pieces,
            plain_epochs=self.epochs,
        )


def fine_tune(network: Network, tokenizer: Tokenizer, rows: Sequence[Row], settings: FineTuning) -> None:
    """Train `network` in place on the articles.

    What they do not annotate is held where it was: the start network is the teacher for those words
    (learning without forgetting; Li and Hoiem, 2016). The word embeddings stay as they are, so that names
    which no article has keep their place among those that one has.
    """
    torch.manual_seed(settings.seed)
    teacher = copy.deepcopy(network).eval()
    device = next(network.parameters()).device
    network.encoder.embeddings.word_embeddings.weight.requires_grad_(False)
    learned = [weight for weight in network.parameters() if weight.requires_grad]
    optimizer = torch.optim.AdamW(learned, lr=settings.rate, weight_decay=0.0)
    common, special = settings.loop_settings(), special_ids(tokenizer)
    epochs = [epoch_batches(Corpus(rows=rows), tokenizer, common, epoch) for epoch in range(settings.epochs)]
    total, done = sum(map(len, epochs)), 0
    for epoch, todo in enumerate(epochs, start=1):
        network.train()
        sum_of_losses = 0.0
        for items in todo:
            for group in optimizer.param_groups:
                group["lr"] = settings.rate * _share(done, total, settings.warmup)
            batch = make_batch(items, *special).to(device)
            loss = _loss(network, teacher, batch, settings, common)
            loss.backward()
            nn.utils.clip_grad_norm_(learned, 1.0)
            optimizer.step()
            optimizer.zero_grad(set_to_none=True)
            sum_of_losses += float(loss.detach())
            done += 1
        log.info("epoch %d of %d: loss %.4f", epoch, settings.epochs, sum_of_losses / len(todo))
    network.encoder.embeddings.word_embeddings.weight.requires_grad_(True)
    network.eval()


def _share(done: int, total: int, warmup: float) -> float:
    """Share of the full rate at a step: it rises, then falls to zero."""
    progress = (done + 1) / (total + 1)
    return min(1.0, progress / warmup) * (1 - progress)


def _loss(
    network: Network, teacher: Network, batch: Batch, settings: FineTuning, common: TrainingSettings
) -> Tensor:
    """Loss of the annotation, and of drifting from the teacher."""
    seen: list[Outputs] = []
    hook = network.register_forward_hook(lambda _module, _inputs, outputs: seen.append(outputs))
    try:
        loss: Tensor = loss_of(network, batch, common)["all"]
    finally:
        hook.remove()
    with torch.no_grad():
        wanted = teacher(batch.ids, batch.shapes, batch.gaps, batch.mask)
    return loss + _drift(seen[0], wanted, batch, settings)


def _drift(found: Outputs, wanted: Outputs, batch: Batch, settings: FineTuning) -> Tensor:
    """Drift from the teacher: divergence of tags, distance of link vectors."""
    names, roles = ~batch.allowed.all(-1), batch.roles >= 0
    total = found[0].new_zeros(())
    for k, known in enumerate((names, roles, roles)):
        one, other = (
            scores[k].gather(1, batch.first[..., None].expand(-1, -1, scores[k].shape[-1])).float()
            for scores in (found, wanted)
        )
        if k < 2:
            target = other.log_softmax(-1)
            apart = (target.exp() * (target - one.log_softmax(-1))).sum(-1)
        else:
            apart = (one - other).square().mean(-1)
        weight = torch.where(known, settings.keep_known, settings.keep) * batch.words
        total = total + (weight * apart).sum() / batch.words.sum()
    return total
