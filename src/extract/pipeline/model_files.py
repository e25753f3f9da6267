"""Find the folder and the name of a model without loading it."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path

from extract.errors import ModelError

# The shipped ones: the most accurate, which is the default, and the fastest.
LARGE_MODEL, SMALL_MODEL = "en_news_lg-0.3.0", "en_news_sm-0.2.0"
MODELS = (LARGE_MODEL, SMALL_MODEL)


def model_folder(name: str = LARGE_MODEL) -> Path:
    """The folder of a shipped model: in the installed package, or in `models/` of a checkout.

    name: with its version or without. Raises ModelError when it is in neither.
    """
    package = Path(__file__).parents[1]
    name = next((model for model in MODELS if name == _without_version(model)), name)
    for folder in (package / "models" / name, package.parents[1] / "models" / name):
        if (folder / "meta.json").is_file():
            return folder
    if name not in MODELS:
        raise ModelError(f"the model {name} is none of the shipped ones: {', '.join(MODELS)}; check the name")
    raise ModelError(f"the model {name} is missing from {package}; reinstall the package")


def is_shipped(name: str) -> bool:
    """Whether a shipped model has this name, with its version or without."""
    return name in MODELS or name in map(_without_version, MODELS)


def _without_version(model: str) -> str:
    return model.rpartition("-")[0]


def find_model(model: str | None) -> Path:
    """The folder of a model.

    model: a folder, the name of a shipped model or of an installed spaCy package; None for the default.
    Raises ModelError when there is none.
    """
    if model is None:
        return model_folder()
    if is_shipped(model):
        return model_folder(model)
    if Path(model).is_dir():
        return Path(model)
    try:
        spec = importlib.util.find_spec(model)
    except (ImportError, ValueError):
        spec = None
    if spec is None or spec.origin is None:
        raise ModelError(
            f"cannot load the model {model}: no folder and no installed package has this name; check the name"
            f" (the shipped ones are {' and '.join(map(_without_version, MODELS))})"
        )
    return Path(spec.origin).parent


def model_name(folder: Path) -> str:
    """Name and version of the model in `folder`, as records state it: "en_news_lg-0.3.0".

    Raises ModelError.
    """
    try:
        meta = json.loads((folder / "meta.json").read_bytes())
        return f"{meta['lang']}_{meta['name']}-{meta['version']}"
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ModelError(
            f"cannot load the model {folder}: its meta.json is missing or damaged; get the model again"
        ) from error
