"""The command `extract`: parses, calls and prints."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from extract import __version__
from extract.errors import ExtractError, InputError
from extract.options import FORMATS, model_options, several

if TYPE_CHECKING:
    from extract.article import Article
    from extract.config import Settings
    from extract.extractor import Outcome
    from extract.failure import Failure
    from extract.readers import InputPlan

# Only click loads at start, for help to be quick; every command imports what it needs.


class _CannotRun(click.ClickException):
    exit_code = 2


class _ErrorsExit2(click.Group):
    """Errors of the package end the command with one line and code 2: nothing could run."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except ExtractError as error:
            raise _CannotRun(str(error)) from error
        except BrokenPipeError:
            # Whoever read the output has had enough (`extract run ... | head`): no failure of any input.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            ctx.exit(0)


@click.group(
    cls=_ErrorsExit2, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}
)
@click.version_option(__version__, prog_name="extract")
def main() -> None:
    """Who said what about which organization, and when: quotations out of news articles.

    \b
    Example:
      extract run articles/ -o out
    """


@main.command()
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@click.option("-o", "--out", type=click.Path(path_type=Path), help="Folder for the results.")
@click.option(
    "-f",
    "--format",
    "formats",
    metavar="LIST",
    multiple=True,
    callback=several(*FORMATS),
    help="jsonl, json, csv, or all; repeat it or use commas.  [default: jsonl,csv]",
)
@model_options
@click.option("--force", is_flag=True, help="Replace records in OUT that no run of extract has written.")
@click.option("-q", "--quiet", is_flag=True, help="No progress, no summary; errors only.")
@click.option("-v", "--verbose", is_flag=True, help="Also say what is skipped, and where failures arose.")
def run(
    inputs: tuple[str, ...],
    out: Path | None,
    formats: tuple[str, ...],
    published: str | None,
    acts: tuple[Any, ...],
    model: str | None,
    threads: int,
    force: bool,
    quiet: bool,
    verbose: bool,
) -> None:
    """Extract the quotes of every article in INPUT.

    INPUT is a text file, a folder (read with its subfolders), a .jsonl or .jsonl.gz file with an
    article a line (keys text, id, title, published, publisher), or - for standard input.
    NAME.meta.json beside NAME.txt may hold title, published and publisher.

    OUT receives records.jsonl and records.csv, failures.jsonl where something failed, and run.json;
    results of an earlier run there are replaced. Without -o, records go to standard output as JSON
    Lines.

    Exit code: 0 done, 1 some inputs failed (all others are written), 2 wrong usage or nothing could run.

    \b
    Examples:
      extract run articles/ more.jsonl -o out --format jsonl,csv,json
      extract run - < article.txt
    """
    from extract.config import Settings
    from extract.readers import plan_inputs
    from extract.writers.folder import output_files

    _log(logging.DEBUG if verbose else logging.WARNING)
    if out is None and set(formats) - {"jsonl"}:
        raise click.UsageError("standard output takes JSON Lines only; give a folder with -o OUT")
    settings = Settings(
        acts=acts,
        formats=formats or ("jsonl", "csv"),
        published=published,
        model=model,
        threads=threads,
        replace=force,
    )
    plan = plan_inputs(inputs, leave_out=output_files(out) if out else ())
    if verbose:
        for path in plan.skipped:
            click.echo(f"skipped: {path}", err=True)
    if not plan.files:
        raise InputError("; ".join(f"{failure.path}: {failure.message}" for failure in plan.failures))
    sys.exit(_filter(plan, settings) if out is None else _batch(plan, out, settings, quiet=quiet))


def _batch(plan: InputPlan, out: Path, settings: Settings, *, quiet: bool) -> int:
    from extract.batch import run_batch
    from extract.extractor import load_extractor
    from extract.writers.folder import prepare_folder

    prepare_folder(out, replace=settings.replace)
    extractor = load_extractor(settings)
    failures: list[Failure] = []
    with _progress(plan, visible=not quiet) as advance:

        def note(outcome: Outcome) -> None:
            advance()
            if outcome.failure and len(failures) < 10:
                failures.append(outcome.failure)

        summary = run_batch(plan, out, extractor=extractor, settings=settings, on_outcome=note)
    for failure in failures:
        _complain(failure)
    if summary.failures > len(failures):
        click.echo(f"... and {summary.failures - len(failures)} more", err=True)
    if not quiet:
        click.echo(f"{out}: {summary.line()}", err=True)
    return summary.exit_code


def _filter(plan: InputPlan, settings: Settings) -> int:
    from extract.batch import outcomes
    from extract.extractor import load_extractor
    from extract.readers import read_plan
    from extract.writers.json_lines import json_line

    code = 0
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")  # type: ignore[union-attr]
    for outcome in outcomes(read_plan(plan, published=settings.published), load_extractor(settings)):
        for record in outcome.records:
            click.echo(json_line(record), nl=False)
        if outcome.failure:
            _complain(outcome.failure)
            code = 1
    return code


@main.command()
@click.argument("file")
@click.option("--id", "article_id", metavar="ID", help="Which article, where FILE holds several.")
@model_options
def show(
    file: str,
    article_id: str | None,
    published: str | None,
    acts: tuple[Any, ...],
    model: str | None,
    threads: int,
) -> None:
    """Print one article with its quotes marked, and the list of its records.

    FILE is a text file, a .jsonl file, or - for standard input. Colours on a terminal, brackets elsewhere.

    \b
    Examples:
      extract show article.txt
      extract show articles.jsonl --id 17
    """
    from extract.config import Settings

    settings = Settings(acts=acts, published=published, model=model, threads=threads)
    article = _one_article(file, article_id, settings.published)

    from rich.console import Console

    from extract.extractor import load_extractor
    from extract.show import show_article

    [outcome] = load_extractor(settings)([article])
    if outcome.failure:
        _complain(outcome.failure)
        sys.exit(1)
    show_article(Console(), article, outcome.records)


def _one_article(file: str, article_id: str | None, published: str | None) -> Article:
    """The first article of `file`, or the one with `article_id`."""
    from extract.article import Article
    from extract.readers import read_articles

    items = iter(read_articles([file], published=published))
    for item in items:
        if isinstance(item, Article) and article_id in (None, item.id):
            if article_id is None and next(items, None) is not None:
                click.echo(
                    f"{file} holds several articles; this is the first, choose one with --id", err=True
                )
            return item
        if not isinstance(item, Article) and article_id in (None, item.article_id):
            raise InputError(f"{item.path}: {item.message}")
    raise InputError(f"{file} holds no article with the id {article_id!r}")


@main.command()
@click.option("--model", metavar="NAME", help="A spaCy pipeline, installed or a folder; default: ours.")
def info(model: str | None) -> None:
    """Print versions and the model, for bug reports.

    \b
    Example:
      extract info
    """
    import platform
    from importlib.metadata import PackageNotFoundError, version

    from extract import pipeline

    try:
        nlp = pipeline.load_pipeline(model)
        found = f"{pipeline.model_version(nlp)} ({', '.join(nlp.pipe_names)})"
    except ExtractError as error:
        found = f"none: {error}"
    lines = {
        "extract": __version__,
        "model": found,
        "python": platform.python_version(),
        "platform": platform.platform(),
        "location": str(Path(__file__).parent),
    }
    for package in (
        "click",
        "dateparser",
        "numpy",
        "onnxruntime",
        "pydantic",
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


@main.command()
@click.option(
    "--data",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    required=True,
    help="Folder of the training sets.",
)
@click.option("--out", "-o", type=click.Path(path_type=Path), required=True, help="Folder for the model.")
@click.option("--epochs", type=click.IntRange(1), help="Rounds over the data; default: the recipe's.")
@click.option("--seed", type=int, default=0, show_default=True, help="Of everything that is random.")
@click.option("--device", metavar="NAME", help="cpu or cuda; default: cuda where there is one.")
@click.option("--resume", is_flag=True, help="Go on from the last checkpoint in OUT.")
@click.option("--base", type=click.Path(exists=True, path_type=Path), help="Model to start from.")
def train(
    data: Path, out: Path, epochs: int | None, seed: int, device: str | None, resume: bool, base: Path | None
) -> None:
    """Make the model from training data. Needs the extra: pip install 'extract-news[train]'.

    \b
    Example:
      extract train --data training-data/ --out runs/1
    """
    try:
        from extract.train.main import train_model
    except ModuleNotFoundError as error:
        raise InputError(
            f"training needs {error.name}, which is not installed; pip install 'extract-news[train]'"
        ) from error
    _log(logging.INFO)
    train_model(data, out, epochs=epochs, seed=seed, device=device, resume=resume, base=base)


@contextmanager
def _progress(plan: InputPlan, *, visible: bool) -> Iterator[Callable[[], None]]:
    """Give the function that notes one article as done; a bar on standard error, if that is a terminal."""
    if not (visible and sys.stderr.isatty()):
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    from extract.readers import expected_articles

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("articles", total=expected_articles(plan))
        yield lambda: bar.advance(task)


def _complain(failure: Failure) -> None:
    where = failure.path if failure.line is None else f"{failure.path}:{failure.line}"
    click.echo(f"{where}: {failure.message} [{failure.stage}]", err=True)


def _log(level: int) -> None:
    handler = logging.StreamHandler()
    logger = logging.getLogger("extract")
    logger.handlers = [handler]
    logger.setLevel(level)
