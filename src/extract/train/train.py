"""Training of the shipped model: from a folder of training sets to a pipeline that `spacy.load` reads."""

from __future__ import annotations

import logging
import random
import shutil
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import spacy
import torch
from tokenizers import Tokenizer

from extract.errors import InputError
from extract.pipeline.components.encoder import NewsEncoder
from extract.pipeline.load import COMPONENTS, QUOTES
from extract.train.base_models import BASE_MODELS, TRAINED, BaseModel, base_folder
from extract.train.data.annotated_files import read_annotated
from extract.train.data.corpora import read_training
from extract.train.data.name_pools import make_pools
from extract.train.data.overlap import without
from extract.train.data.row import Row
from extract.train.data.silver import annotate_texts, read_raw, with_attributions
from extract.train.export import export_onnx, link_weights, read_network
from extract.train.loop import Corpus, train
from extract.train.network import Network

log = logging.getLogger(__name__)
DEFAULT_BASE = "mpnet"
# How often an epoch reads the articles that are given besides the training sets.
_OWN_TIMES = 2


def train_model(
    data: Path,
    out: Path,
    *,
    articles: Sequence[Path] = (),
    left_out: Sequence[Path] = (),
    epochs: int | None = None,
    seed: int = 0,
    device: str | None = None,
    resume: bool = True,
    base: str | None = None,
    teacher: Path | None = None,
) -> Path:
    """Train on `data` and write the pipeline to `out`; return its folder.

    data: a folder with `quotes/` and `ner/`. out: gets checkpoints and `settings.json` too. articles: more
    annotated ones, see `read_annotated`. left_out: gold files; no article of theirs, nor one that shares much
    with them, is trained on. epochs: None is the number the shipped model was trained for. device: "cpu",
    "cuda"; None takes a GPU where there is one. resume: go on from the checkpoint in `out`. base: a name in
    `BASE_MODELS`, the folder of a trained pipeline, or one with an encoder's weights and tokenizer. teacher:
    the folder of a trained pipeline; it says who said what in the sets with names alone, and scores the words
    of `raw/news` of `data` if the base's settings read that; without a `base`, it is the start as well.
    Raises InputError when the data or the base model is not there.
    """
    if not (data / "quotes").is_dir() or not (data / "ner" / "LABELS.json").is_file():
        raise InputError(
            f"{data}: no quotes/ and ner/LABELS.json there; give the folder with the training data"
        )
    if not resume:
        (out / "checkpoint.pt").unlink(missing_ok=True)
    torch.manual_seed(seed)
    model, folder = base_model(base or (DEFAULT_BASE if teacher is None else str(teacher)), out)
    is_ours = (folder / "model.onnx").is_file()
    network = read_network(folder) if is_ours else Network.from_pretrained(folder, layers=model.layers)
    settings = replace(model.settings, seed=seed, epochs=epochs or model.settings.epochs)
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    rows = read_training(data) + (read_annotated(articles) if articles else []) * _OWN_TIMES
    if left_out:
        rows = without(rows, [row.text for row in read_annotated(left_out)])
    pools = make_pools(((label, row.text[s:e]) for row in rows for s, e, label in row.entities or ()), seed)
    silver: list[Row] = []
    if teacher is not None:
        encoder = _encoder(teacher)
        rows = with_attributions(rows, encoder)
        if settings.silver_parts:
            silver = list(annotate_texts(read_raw(data), encoder))
            random.Random(seed).shuffle(silver)
    chosen = torch.device(device or ("cuda" if torch.cuda.is_available() else "cpu"))
    corpus = Corpus(rows=rows, silver=silver, pools=pools)
    train(network, tokenizer, corpus, out, settings, chosen)
    return export_pipeline(network, folder / "tokenizer.json", out / model.pipeline)


def export_pipeline(network: Network, tokenizer: Path, out: Path, *, quantize: bool = True) -> Path:
    """Write a whole pipeline with the network's weights to the folder `out`; return it.

    out: its name is that of the pipeline, with its language and version: "en_news_lg-0.3.0".
    """
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
    lang, _, rest = out.name.partition("_")
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


def base_model(base: str, work: Path) -> tuple[BaseModel, Path]:
    """Find a base model by its name, or as a folder; return it with the folder of its files.

    work: where a packed one is written. Raises InputError when it is not there.
    """
    if base in BASE_MODELS:
        return BASE_MODELS[base], base_folder(BASE_MODELS[base], work)
    trained = Path(base) / "extract_encoder"
    if (trained / "model.onnx").is_file():
        return TRAINED, trained
    if not (Path(base) / "model.safetensors").is_file():
        raise InputError(
            f"{base}: neither {' nor '.join(BASE_MODELS)}, nor a folder with extract_encoder or"
            " model.safetensors in it; choose one"
        )
    return BaseModel(packages=()), Path(base)
