"""Who said what about which organization, and when: quotations out of news articles."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from extract.article import Article, Failure
    from extract.errors import ArticleError, ExtractError, InputError, ModelError, TooManyFailuresError
    from extract.pipeline.annotations import Annotations
    from extract.pipeline.load import annotate, load_pipeline
    from extract.pipeline.model_files import model_folder
    from extract.quotes.entities.watchlist import Entry, WatchList, read_watch_list
    from extract.readers import Fields, InputPlan, Skipped, plan_inputs, read_articles
    from extract.readers.article.file_name_date import NamePattern
    from extract.record.dataframe import to_frame
    from extract.record.flat import FlatRow, flat_rows
    from extract.record.record import (
        ArticlePart,
        ConfidencePart,
        DatePart,
        MemberPart,
        OrganizationPart,
        Provenance,
        QuotePart,
        Record,
        SaidPart,
        SpeakerPart,
        TextSpan,
    )
    from extract.runs.batch import BatchListener, BatchOptions, run_batch
    from extract.runs.dataframe import FrameExtractor, quotes_frame, spark_schema
    from extract.runs.engines.limits import Limits
    from extract.runs.engines.local import local_engine
    from extract.runs.extractor import Extractor, Outcome, load_extractor
    from extract.runs.fingerprint import Fingerprint, fingerprint
    from extract.runs.model import Model, load, records
    from extract.runs.output import Output
    from extract.runs.resume import Done
    from extract.runs.settings import Settings
    from extract.runs.summary import InputCounts, Summary

__version__ = "0.1.0"

__all__ = [
    "Annotations",
    "Article",
    "ArticleError",
    "ArticlePart",
    "BatchListener",
    "BatchOptions",
    "ConfidencePart",
    "DatePart",
    "Done",
    "Entry",
    "ExtractError",
    "Extractor",
    "Failure",
    "Fields",
    "Fingerprint",
    "FlatRow",
    "FrameExtractor",
    "InputCounts",
    "InputError",
    "InputPlan",
    "Limits",
    "MemberPart",
    "Model",
    "ModelError",
    "NamePattern",
    "OrganizationPart",
    "Outcome",
    "Output",
    "Provenance",
    "QuotePart",
    "Record",
    "SaidPart",
    "Settings",
    "Skipped",
    "SpeakerPart",
    "Summary",
    "TextSpan",
    "TooManyFailuresError",
    "WatchList",
    "__version__",
    "annotate",
    "fingerprint",
    "flat_rows",
    "load",
    "load_extractor",
    "load_pipeline",
    "local_engine",
    "model_folder",
    "plan_inputs",
    "quotes_frame",
    "read_articles",
    "read_watch_list",
    "records",
    "run_batch",
    "spark_schema",
    "to_frame",
]

# The module of each name, imported when the name is asked for: the help of the command line needs none.
_HOMES = {
    "Annotations": "extract.pipeline.annotations",
    "Article": "extract.article",
    "ArticleError": "extract.errors",
    "ArticlePart": "extract.record.record",
    "BatchListener": "extract.runs.batch",
    "BatchOptions": "extract.runs.batch",
    "ConfidencePart": "extract.record.record",
    "DatePart": "extract.record.record",
    "Done": "extract.runs.resume",
    "Entry": "extract.quotes.entities.watchlist",
    "ExtractError": "extract.errors",
    "Extractor": "extract.runs.extractor",
    "Failure": "extract.article",
    "Fields": "extract.readers",
    "Fingerprint": "extract.runs.fingerprint",
    "FlatRow": "extract.record.flat",
    "FrameExtractor": "extract.runs.dataframe",
    "InputCounts": "extract.runs.summary",
    "InputError": "extract.errors",
    "InputPlan": "extract.readers",
    "Limits": "extract.runs.engines.limits",
    "Model": "extract.runs.model",
    "MemberPart": "extract.record.record",
    "ModelError": "extract.errors",
    "NamePattern": "extract.readers.article.file_name_date",
    "OrganizationPart": "extract.record.record",
    "Outcome": "extract.runs.extractor",
    "Output": "extract.runs.output",
    "Provenance": "extract.record.record",
    "QuotePart": "extract.record.record",
    "Record": "extract.record.record",
    "SaidPart": "extract.record.record",
    "Settings": "extract.runs.settings",
    "Skipped": "extract.readers",
    "SpeakerPart": "extract.record.record",
    "Summary": "extract.runs.summary",
    "TextSpan": "extract.record.record",
    "TooManyFailuresError": "extract.errors",
    "WatchList": "extract.quotes.entities.watchlist",
    "annotate": "extract.pipeline.load",
    "fingerprint": "extract.runs.fingerprint",
    "flat_rows": "extract.record.flat",
    "load": "extract.runs.model",
    "load_extractor": "extract.runs.extractor",
    "load_pipeline": "extract.pipeline.load",
    "local_engine": "extract.runs.engines.local",
    "model_folder": "extract.pipeline.model_files",
    "plan_inputs": "extract.readers",
    "quotes_frame": "extract.runs.dataframe",
    "read_articles": "extract.readers",
    "read_watch_list": "extract.quotes.entities.watchlist",
    "records": "extract.runs.model",
    "run_batch": "extract.runs.batch",
    "spark_schema": "extract.runs.dataframe",
    "to_frame": "extract.record.dataframe",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
