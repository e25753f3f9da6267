"""Who said what about which organization, and when: quotations out of news articles."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from extract.article import Article
    from extract.frames import to_frame
    from extract.loaded import Loaded, load, records
    from extract.model_files import model_folder
    from extract.record import Record

__version__ = "0.1.0"
__all__ = ["Article", "Loaded", "Record", "__version__", "load", "model_folder", "records", "to_frame"]

# Imported when they are asked for: the command line and its help need none of it.
_HOMES = {
    "Article": "extract.article",
    "Loaded": "extract.loaded",
    "Record": "extract.record",
    "load": "extract.loaded",
    "model_folder": "extract.model_files",
    "records": "extract.loaded",
    "to_frame": "extract.frames",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
