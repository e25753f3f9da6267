"""`extract info`: print versions for bug reports."""

from __future__ import annotations

from pathlib import Path

import click

import extract
from extract.errors import ExtractError


@click.command()
@click.option(
    "--model",
    metavar="NAME",
    help="en_news_lg, en_news_sm, or a spaCy pipeline by package or folder; default: en_news_lg.",
)
def info(model: str | None) -> None:
    """Print versions and the model, for bug reports.

    \b
    Example:
      extract info
    """
    import platform
    from importlib.metadata import PackageNotFoundError, version

    from extract.pipeline import load as pipeline

    try:
        nlp = pipeline.load_pipeline(model)
        found = f"{pipeline.model_version(nlp)} ({', '.join(nlp.pipe_names)})"
    except ExtractError as error:
        found = f"none: {error}"
    lines = {
        "extract": extract.__version__,
        "model": found,
        "python": platform.python_version(),
        "platform": platform.platform(),
        "location": str(Path(extract.__file__).parent),
    }
    for package in (
        "click",
        "dateparser",
        "numpy",
        "onnxruntime",
        "pydantic",
        "rapidfuzz",
        "rich",
        "spacy",
        "tokenizers",
    ):
        try:
            lines[package] = version(package)
        except PackageNotFoundError:
            lines[package] = "missing"
    for name, value in lines.items():
        click.echo(f"{name + ':':13}{value}")
