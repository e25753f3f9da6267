"""Fingerprint of all that shapes the records of a run: the journal reuses outcomes of the same alone."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import astuple, dataclass, fields
from importlib.metadata import version
from pathlib import Path
from typing import Any

import extract
from extract import __version__
from extract.article import Article
from extract.pipeline.model_files import find_model, model_folder, model_name
from extract.quotes.entities.watchlist import WatchList
from extract.record.record import Provenance
from extract.runs.settings import Settings

# Libraries whose next version may find something else.
PACKAGES = ("dateparser", "onnxruntime", "rapidfuzz", "spacy", "tokenizers")
# Settings that change no outcome of an `Article`; those of reading show in the article itself.
_OF_READING = ("published", "date_from_name", "fields", "max_article_size")
_WITHOUT_EFFECT_ON_RECORDS = (*_OF_READING, "formats", "threads", "replace", "keep_text")
_DIGEST_BYTES = 16  # that any two of a billion articles share a digest has a probability below 1e-20


@dataclass(frozen=True, slots=True, kw_only=True)
class Fingerprint:
    """Digest of the program, its libraries, the model and the settings. provenance: as records state it."""

    provenance: Provenance
    digest: bytes

    def key(self, article: Article) -> bytes:
        """Digest of the fingerprint and the whole `article`: the key of its outcome in the journal."""
        digest = hashlib.blake2b(self.digest, digest_size=_DIGEST_BYTES)
        digest.update(repr(astuple(article)).encode("utf-8", "surrogatepass"))
        return digest.digest()


def fingerprint(settings: Settings) -> Fingerprint:
    """Compute the fingerprint of a run with `settings`, without loading the model. Raises ModelError."""
    folder = find_model(settings.model)
    told = {
        "settings": {
            field.name: _described(getattr(settings, field.name))
            for field in fields(settings)
            if field.name not in _WITHOUT_EFFECT_ON_RECORDS
        },
        "packages": {name: version(name) for name in PACKAGES},
    }
    digest = hashlib.blake2b(
        json.dumps(told, sort_keys=True, default=repr).encode(), digest_size=_DIGEST_BYTES
    )
    # A model that is not ours is joined with parts of the shipped one.
    for path in (Path(extract.__file__).parent, folder, model_folder()):
        for file in _files(path):
            digest.update(f"{file.relative_to(path).as_posix()}:{file.stat().st_size}\n".encode())
            with file.open("rb") as stream:
                for block in iter(lambda: stream.read(1 << 20), b""):
                    digest.update(block)
    return Fingerprint(
        provenance=Provenance(extract=__version__, model=model_name(folder)), digest=digest.digest()
    )


def _described(value: Any) -> Any:
    """Reduce a setting to what matters: of a watch list its content, wherever it lies."""
    return value.sha256 if isinstance(value, WatchList) else value


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.rglob("*")) if path.is_file() and path.suffix != ".pyc")
