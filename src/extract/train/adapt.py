"""Adaptation of the shipped pipeline to users' annotated articles by fine-tuning."""

from __future__ import annotations

import logging
import random
import re
import tempfile
from collections.abc import Collection, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from spacy.language import Language
from tokenizers import Tokenizer

import extract
from extract.errors import InputError
from extract.pipeline.components.encoder import NewsEncoder
from extract.pipeline.load import load_pipeline, model_version
from extract.pipeline.model_files import model_folder
from extract.pipeline.network.word_pieces import special_ids
from extract.train.data.annotated_files import read_annotated
from extract.train.data.examples import Example, examples
from extract.train.data.row import Row
from extract.train.export import export_onnx, link_weights, read_network
from extract.train.finetune import FineTuning, fine_tune
from extract.train.measure import Measure, measure
from extract.train.network import Network

log = logging.getLogger(__name__)
_NAME = re.compile(r"[a-z][a-z0-9_]*")  # "my_news2"
_MAX_WINDOW_PIECES = 256  # pieces, as at run time


@dataclass(frozen=True, slots=True, kw_only=True)
class Adapted:
    """Result of an adaptation. before, after: measured on the held-out articles, None without any."""

    folder: Path
    trained: int
    held_out: int
    before: Measure | None
    after: Measure | None


def adapt_model(
    articles: Sequence[Path],
    out: Path,
    *,
    name: str = "my_news",
    base_model: Path | None = None,
    settings: FineTuning | None = None,
    held_out: float = 0.1,
    ignored: Collection[str] = (),
) -> Adapted:
    """Fine-tune a pipeline of ours on annotated articles and write it to `out/en_NAME-X.Y.Z`.

    articles: see `read_annotated`. base_model: the pipeline's folder, None for the shipped one. held_out:
    share of the articles that is kept from training to measure with, at least one article unless it is
    nought or there is only one. Same articles, model and settings give the same weights on the same machine.
    Raises InputError, ModelError; nothing is written before all articles have been read.
    """
    if not _NAME.fullmatch(name):
        raise InputError(f"--name {name!r}: a model's name has small letters, digits and underscores")
    settings = settings or FineTuning()
    rows = read_annotated(articles, ignored=ignored)
    start = base_model or model_folder()
    files = start / "extract_encoder"
    if not files.is_dir():
        raise InputError(f"{start}: no extract_encoder in it; give the folder of a model of extract")
    nlp = load_pipeline(start)
    encoder = nlp.get_pipe("extract_encoder")
    assert isinstance(encoder, NewsEncoder)
    network = read_network(files)
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputError(f"{out}: the folder cannot be made: {error.strerror}; choose another") from error
    tokenizer = _tokenizer(files / "tokenizer.json")
    train, test = split(rows, held_out, settings.seed)
    log.info("%d articles to learn from, %d held out", len(train), len(test))
    windows = list(examples(test, tokenizer, [_MAX_WINDOW_PIECES], None))
    before = _measured(network, windows, tokenizer)
    fine_tune(network, tokenizer, train, settings)
    after = _measured(network, windows, tokenizer)
    origin = {
        "base": model_version(nlp),
        "extract": extract.__version__,
        "articles": len(train),
        "held_out": len(test),
        "settings": asdict(settings),
        "before": None if before is None else asdict(before),
        "after": None if after is None else asdict(after),
    }
    folder = _write(nlp, encoder, network, files / "tokenizer.json", out, name, origin)
    return Adapted(folder=folder, trained=len(train), held_out=len(test), before=before, after=after)


def split(rows: Sequence[Row], share: float, seed: int) -> tuple[list[Row], list[Row]]:
    """Split the articles into those to train on and those to hold out, each in the order given."""
    count = min(max(1, round(share * len(rows))), len(rows) - 1) if share > 0 else 0
    chosen = set(random.Random(seed).sample(range(len(rows)), count))
    return (
        [row for number, row in enumerate(rows) if number not in chosen],
        [rows[number] for number in sorted(chosen)],
    )


def _measured(network: Network, windows: Sequence[Example], tokenizer: Tokenizer) -> Measure | None:
    return measure(network, windows, special_ids(tokenizer)) if windows else None


def _tokenizer(path: Path) -> Tokenizer:
    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def _write(
    nlp: Language,
    encoder: NewsEncoder,
    network: Network,
    tokenizer: Path,
    out: Path,
    name: str,
    origin: dict[str, object],
) -> Path:
    """Write the pipeline with the network's weights, all else as it was."""
    with tempfile.TemporaryDirectory() as work:
        onnx = Path(work) / "model.onnx"
        export_onnx(network, onnx)
        encoder.load_files(
            {"model.onnx": onnx.read_bytes(), "tokenizer.json": tokenizer.read_bytes()}, link_weights(network)
        )
    nlp.meta.update(
        name=name,
        description=f"{origin['base']}, trained further on {origin['articles']} articles.",
        origin=origin,
    )
    folder = out / model_version(nlp)
    nlp.to_disk(folder)
    return folder
