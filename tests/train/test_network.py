"""The network, its training and its export, on a tiny one. Needs the `train` extra."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
import pytest

from extract.errors import InputError
from extract.pipeline.network.labels import ENTITY_LABELS, ROLES
from extract.pipeline.network.link_scorer import _bucket
from extract.train.data.examples import examples
from extract.train.data.row import Row, Soft, scheme
from tests.small_tokenizer import small_tokenizer

torch = pytest.importorskip("torch")
pytest.importorskip("transformers")
save_file = pytest.importorskip("safetensors.torch").save_file

from extract.train import loop, network  # noqa: E402
from extract.train.batches import batches, make_batch  # noqa: E402

TOKENIZER = small_tokenizer()
TEXT = "Ada Brunn of Norvik said no.\n\n“It is safe,” she told us."


@pytest.fixture(autouse=True)
def _one_thread() -> Iterator[None]:
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(threads)


KINDS = ("bert", "mpnet")


def make_network(seed: int = 0, kind: str = "bert") -> Any:
    torch.manual_seed(seed)
    config = network.encoder_config(
        model_type=kind,
        layer_norm_eps=1e-5 if kind == "mpnet" else 1e-12,
        vocab_size=TOKENIZER.get_vocab_size(),
        hidden_size=16,
        num_hidden_layers=1,
        num_attention_heads=2,
        intermediate_size=16,
        max_position_embeddings=320,
    )
    return network.Network(config)


def make_rows() -> list[Row]:
    meaning = scheme({"complete": ["PERSON", "ORG"], "partial": []})
    entities = ((0, 9, "PERSON"), (13, 19, "ORG"))
    attributions: tuple[dict[str, tuple[tuple[int, int], ...]], ...] = (
        {"source": ((0, 9),), "cue": ((20, 24),), "content": ((25, 27),)},
        {"source": ((44, 47),), "cue": ((48, 55),), "content": ((31, 41),)},
    )
    return [
        Row(set="ner/x", text=TEXT, entities=entities, scheme=meaning),
        Row(set="quotes/x", text=TEXT, attributions=attributions),
    ] * 4


# The bucket of MPNet's for a distance of nought to the left.
_NO_DISTANCE = 16
SETTINGS = loop.TrainingSettings(epochs=2, batch_pieces=150, limits=(64, 96), rate=1e-3)


def trained(folder: Path, settings: loop.TrainingSettings = SETTINGS, **options: float) -> dict[str, Any]:
    net = make_network()
    loop.train(
        net, TOKENIZER, loop.Corpus(rows=make_rows()), folder, settings, torch.device("cpu"), **options
    )
    weights: dict[str, Any] = net.state_dict()
    return weights


def inputs(length: int = 12, batch: int = 1) -> dict[str, Any]:
    rng = np.random.default_rng(0)
    ids = rng.integers(4, TOKENIZER.get_vocab_size(), size=(batch, length))
    return {
        "ids": ids,
        "shapes": rng.integers(0, 9, size=ids.shape),
        "gaps": rng.integers(0, 9, size=ids.shape),
    }


def test_distances_fall_into_the_buckets_of_the_run_time() -> None:
    distances = np.concatenate([np.arange(-400, 400), [10**4, -(10**4), 10**6]])
    assert network.distance_bucket(torch.from_numpy(distances)).tolist() == _bucket(distances).tolist()


@pytest.mark.parametrize("kind", KINDS)
def test_every_piece_has_scores_of_each_head(kind: str) -> None:
    given = [*map(torch.from_numpy, inputs(batch=2).values())]
    entity, role, link = make_network(kind=kind)(*given, torch.ones_like(given[0]))
    assert entity.shape == (2, 12, 1 + 2 * len(ENTITY_LABELS))
    assert role.shape == (2, 12, 1 + 2 * len(ROLES))
    assert link.shape == (2, 12, 3 * network.LINK_SIZE)


def test_a_cue_of_another_window_gets_no_score() -> None:
    links = torch.randn(2, 9, 3 * network.LINK_SIZE)
    spans, cues = torch.tensor([[0, 1, 2, 2]]), torch.tensor([[0, 4], [1, 4]])
    [[same, other, none]] = make_network().link_scores(links, spans, cues).tolist()
    assert other == float("-inf")
    assert abs(same) + abs(none) < 1e6


def test_links_score_as_at_run_time() -> None:
    export = pytest.importorskip("extract.train.export", exc_type=ImportError)
    net = make_network()
    torch.nn.init.normal_(net.link_none)
    links = torch.randn(1, 9, 3 * network.LINK_SIZE)
    spans, cues = np.array([[0, 2, 2], [5, 5, 0], [7, 7, 1]]), np.array([3, 7])
    rows = torch.from_numpy(np.hstack([np.zeros((3, 1), dtype=np.int64), spans]))
    with torch.no_grad():
        scores = net.link_scores(links, rows, torch.tensor([[0, 3], [0, 7]])).softmax(-1)
    found = export.link_weights(net).probabilities(links[0].numpy(), spans, cues)
    assert np.allclose(found, scores.numpy(), atol=1e-4)


@pytest.mark.parametrize("kind", KINDS)
def test_the_first_layers_of_a_base_model_are_taken(tmp_path: Path, kind: str) -> None:
    whole = make_network(kind=kind)
    shape = whole.encoder.config.to_dict() | {"num_hidden_layers": 3}
    (tmp_path / "config.json").write_text(json.dumps(shape), encoding="utf-8")
    deep = network.Network.blank(tmp_path).encoder
    assert len(deep.encoder.layer) == 3
    save_file(deep.state_dict(), tmp_path / "model.safetensors")
    short = network.Network.from_pretrained(tmp_path, layers=2).encoder
    assert len(short.encoder.layer) == 2
    weights = deep.state_dict()
    assert all(torch.equal(weight, weights[name]) for name, weight in short.state_dict().items())


def test_weights_of_another_shape_of_encoder_are_no_base_model(tmp_path: Path) -> None:
    shape = make_network().encoder.config.to_dict()
    (tmp_path / "config.json").write_text(json.dumps(shape), encoding="utf-8")
    save_file(make_network(kind="mpnet").encoder.state_dict(), tmp_path / "model.safetensors")
    with pytest.raises(ValueError, match="weights lack"):
        network.Network.from_pretrained(tmp_path)


def test_a_batch_pads_windows_between_the_special_pieces() -> None:
    items = list(examples(make_rows()[:1], TOKENIZER, [24], None))
    batch = make_batch(items, 2, 3)
    assert batch.ids.shape == (len(items), 2 + max(len(item.ids) for item in items))
    for k, item in enumerate(items):
        size = len(item.ids)
        assert batch.ids[k, 0] == 2
        assert batch.ids[k, size + 1] == 3
        assert batch.mask[k].sum() == size + 2
        assert batch.words[k].sum() == len(item.first)
        assert batch.ids[k][batch.first[k, 0]] == item.ids[0]


def test_lengths_are_multiples_of_the_step_with_nothing_but_padding_behind() -> None:
    items = list(examples(make_rows()[:2], TOKENIZER, [24], None))
    plain, stepped = make_batch(items, 2, 3), make_batch(items, 2, 3, step=16)
    short, size = plain.ids.shape[1], stepped.ids.shape[1]
    assert short < size
    assert size % 16 == 0
    assert size - short < 16
    assert torch.equal(stepped.ids[:, :short], plain.ids)
    assert not stepped.mask[:, short:].any()


def test_batches_hold_every_window_once_within_the_budget() -> None:
    items = list(examples(make_rows() * 5, TOKENIZER, [24], None))
    found = batches(items, 100, random.Random(0))
    assert sorted(id(item) for batch in found for item in batch) == sorted(map(id, items))
    for batch in found:
        assert len(batch) == 1 or len(batch) * (2 + max(len(item.ids) for item in batch)) <= 100


def test_what_a_batch_does_not_annotate_costs_nothing() -> None:
    [entities_only] = examples(make_rows()[:1], TOKENIZER, [96], None)
    [quotes_only] = examples(make_rows()[1:2], TOKENIZER, [96], None)
    net = make_network().eval()
    losses = loop.loss_of(net, make_batch([entities_only], 2, 3), SETTINGS)
    assert losses["entity"] > 0
    assert losses["role"] == 0
    assert "link" not in losses
    losses = loop.loss_of(net, make_batch([quotes_only], 2, 3), SETTINGS)
    assert losses["entity"] == 0
    assert losses["role"] > 0
    assert losses["link"] > 0


def test_training_lowers_the_loss(tmp_path: Path) -> None:
    net = make_network()
    batch = make_batch(list(examples(make_rows(), TOKENIZER, [96], None)), 2, 3)
    before = loop.loss_of(net.eval(), batch, SETTINGS)["all"].item()
    settings = loop.TrainingSettings(epochs=8, batch_pieces=300, limits=(96,), rate=5e-3)
    loop.train(net, TOKENIZER, loop.Corpus(rows=make_rows()), tmp_path, settings, torch.device("cpu"))
    assert loop.loss_of(net.eval(), batch, settings)["all"].item() < before - 0.5


def test_frozen_word_embeddings_stay_as_they_were(tmp_path: Path) -> None:
    name = "encoder.embeddings.word_embeddings.weight"
    before = make_network().state_dict()
    after = trained(tmp_path, replace(SETTINGS, frozen_words=True))
    assert torch.equal(before[name], after[name])
    assert not torch.equal(before["shape.weight"], after["shape.weight"])


def test_the_heads_have_a_rate_of_their_own(tmp_path: Path) -> None:
    before = make_network().state_dict()
    after = trained(tmp_path, replace(SETTINGS, rate=0.0, head_rate=1e-3))
    moved = {name for name in before if not torch.equal(before[name], after[name])}
    assert {"entity.weight", "role.weight", "link.weight", "shape.weight", "gap.weight"} <= moved
    assert not any(name.startswith("encoder.") for name in moved)


def test_the_same_seed_gives_the_same_weights(tmp_path: Path) -> None:
    one, other = trained(tmp_path / "one"), trained(tmp_path / "other")
    assert all(torch.equal(one[name], other[name]) for name in one)


def test_an_interrupted_run_goes_on_to_the_same_weights(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = trained(tmp_path / "whole")
    calls = [0]

    def breaking(*arguments: Any, **options: Any) -> Any:
        calls[0] += 1
        if calls[0] == 4:
            raise KeyboardInterrupt
        return make_batch(*arguments, **options)

    with monkeypatch.context() as patch:
        patch.setattr(loop, "make_batch", breaking)
        with pytest.raises(KeyboardInterrupt):
            trained(tmp_path / "broken", save_every=-1)
    assert (tmp_path / "broken/checkpoint.pt").is_file()
    again = trained(tmp_path / "broken")
    assert all(torch.equal(whole[name], again[name]) for name in whole)


def test_a_finished_run_has_nothing_left_to_do(tmp_path: Path) -> None:
    first = trained(tmp_path)
    again = trained(tmp_path)
    assert all(torch.equal(first[name], again[name]) for name in first)


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("kind", KINDS)
def test_exported_scores_are_those_of_the_network(tmp_path: Path, kind: str) -> None:
    pytest.importorskip("onnx")
    export = pytest.importorskip("extract.train.export", exc_type=ImportError)
    net = make_network(kind=kind).eval()
    if kind == "mpnet":
        torch.nn.init.normal_(net.encoder.encoder.relative_attention_bias.weight, std=2.0)
    export.export_onnx(net, tmp_path / "model.onnx", quantize=False)
    net.eval()  # exporting leaves it as it trains, with dropout
    session = onnxruntime.InferenceSession(tmp_path / "model.onnx", providers=["CPUExecutionProvider"])
    for length in (8, 30, 300):
        given = inputs(length)
        found = session.run(list(export.OUTPUTS), given)
        tensors = [*map(torch.from_numpy, given.values())]
        with torch.no_grad():
            entity, role, link = net(*tensors, torch.ones_like(tensors[0]))
        for one, other in zip(found, (entity.log_softmax(-1), role.log_softmax(-1), link), strict=True):
            assert np.allclose(one, other.numpy(), atol=1e-4)


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(("quantize", "least"), [(False, 1e-7), (True, 2e-3)])
def test_an_exported_network_can_be_trained_further(
    tmp_path: Path, quantize: bool, least: float, kind: str
) -> None:
    pytest.importorskip("onnx")
    export = pytest.importorskip("extract.train.export", exc_type=ImportError)
    net = make_network(kind=kind)
    for weight in net.parameters():
        torch.nn.init.normal_(weight, std=0.1)
    if kind == "mpnet":
        with torch.no_grad():
            net.encoder.encoder.relative_attention_bias.weight[_NO_DISTANCE] = 0.0
    export.export_onnx(net, tmp_path / "model.onnx", quantize=quantize)
    export.link_weights(net).save(tmp_path / "links.npz")
    again = export.read_network(tmp_path)
    assert again.encoder.config.num_attention_heads == 2
    assert again.encoder.config.model_type == kind
    for name, weight in net.state_dict().items():
        assert torch.allclose(again.state_dict()[name], weight, atol=least), name


@pytest.mark.filterwarnings("ignore")
def test_a_network_of_another_make_cannot_be_trained_further(tmp_path: Path) -> None:
    onnx = pytest.importorskip("onnx")
    export = pytest.importorskip("extract.train.export", exc_type=ImportError)
    net = make_network()
    export.export_onnx(net, tmp_path / "model.onnx", quantize=False)
    export.link_weights(net).save(tmp_path / "links.npz")
    model = onnx.load(tmp_path / "model.onnx")
    for tensor in model.graph.initializer:
        tensor.name = "x" + tensor.name
    onnx.save(model, tmp_path / "model.onnx")
    with pytest.raises(InputError, match="another version"):
        export.read_network(tmp_path)


def test_hidden_words_are_names_above_all() -> None:
    [item] = examples(make_rows()[:1], TOKENIZER, [96], None)
    mask = TOKENIZER.token_to_id("[MASK]")
    assert mask is not None
    names, others = [], []
    for seed in range(200):
        hidden = loop._hide(item, random.Random(seed), 1.0, mask).ids == mask
        inside = np.repeat(~item.allowed[:, 0], np.diff(item.first, append=len(item.ids)))
        names.append(hidden[inside].mean())
        others.append(hidden[~inside].mean())
    assert 0.15 < np.mean(names) < 0.25
    assert 0.04 < np.mean(others) < 0.1


def test_what_a_teacher_says_takes_the_place_of_an_annotation() -> None:
    plain = make_rows()[0]
    [item] = examples([plain], TOKENIZER, [96], None)
    count = len(item.first)
    sure = [np.full((count, size), -30, dtype=np.float16) for size in (item.allowed.shape[1], 7)]
    for scores in sure:
        scores[:, 1] = 0
    soft = Soft(entity=sure[0], role=sure[1])
    rows = [replace(plain, soft=soft), replace(plain, soft=soft.part(1, count))]
    [scored], [other] = (list(examples([row], TOKENIZER, [96], random.Random(1))) for row in rows)
    batch = make_batch([scored, item], 2, 3)
    assert batch.scored.sum(1).tolist() == [count, 0]
    assert batch.allowed[0].all()
    assert (batch.roles[0] == -1).all()
    assert torch.allclose(batch.soft_entity[0, :count].sum(-1), torch.ones(count))
    assert (batch.soft_role[0, :count].argmax(-1) == 1).all()
    assert other.soft is None, "of another division into words"


def test_every_part_of_the_machine_annotated_articles_has_its_epoch() -> None:
    silver = [Row(set="silver", text=f"{word}.") for word in ("one", "two", "three")]
    settings = replace(SETTINGS, epochs=4, silver_parts=3, plain_epochs=1)
    corpus = loop.Corpus(rows=make_rows()[:1], silver=silver)
    lengths = [
        [len(item.ids) for batch in loop.epoch_batches(corpus, TOKENIZER, settings, epoch) for item in batch]
        for epoch in range(4)
    ]
    silver_only = [[length for length in found if length < 10] for found in lengths]
    assert silver_only == [[4], [4], [6], []]
    assert all(len(found) > len(short) for found, short in zip(lengths, silver_only, strict=True))
