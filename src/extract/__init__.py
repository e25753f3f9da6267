"""Who said what about which organization, and when: quotations out of news articles."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from extract._version import __version__

if TYPE_CHECKING:
    from extract.article import Article
    from extract.pipeline.model_files import model_folder
    from extract.record.dataframe import to_frame
    from extract.record.record import Record
    from extract.runs.loaded import Loaded, load, records

__all__ = ["Article", "Loaded", "Record", "__version__", "load", "model_folder", "records", "to_frame"]

# Imported when they are asked for: the command line and its help need none of it.
_HOMES = {
    "Article": "extract.article",
    "Loaded": "extract.runs.loaded",
    "Record": "extract.record.record",
    "load": "extract.runs.loaded",
    "model_folder": "extract.pipeline.model_files",
    "records": "extract.runs.loaded",
    "to_frame": "extract.record.dataframe",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
