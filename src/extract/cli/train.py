"""`extract train`: fine-tune the model on annotated articles, or train it from the training sets."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING

import click

from extract.cli.messages import log_to_stderr
from extract.errors import InputError

if TYPE_CHECKING:
    from extract.train.adapt import Adapted

_OPTIONS_WITH_DATA = ("device", "resume", "base", "teacher", "left_out")
_OPTIONS_WITH_ARTICLES = ("rate", "held_out", "name", "base_model", "ignored")


@click.command()
@click.argument("articles", nargs=-1, metavar="[ARTICLES]...", type=click.Path(path_type=Path))
@click.option(
    "--out",
    "-o",
    type=click.Path(file_okay=False, path_type=Path),
    required=True,
    help="Folder for the model.",
)
@click.option("--epochs", type=click.IntRange(1), help="Epochs; default: 3, with --data those of the recipe.")
@click.option(
    "--rate",
    type=click.FloatRange(0, 1, min_open=True),
    default=3e-5,
    show_default=True,
    help="Highest learning rate.",
)
@click.option("--seed", type=int, default=0, show_default=True, help="Seed of everything random.")
@click.option(
    "--held-out",
    type=click.FloatRange(0, 0.9),
    default=0.1,
    show_default=True,
    help="Share of the articles kept from training to measure with.",
)
@click.option("--name", default="my_news", show_default=True, help="Name of the model.")
@click.option(
    "--base-model",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Model to start from; default: the shipped one.",
)
@click.option(
    "--ignore",
    "ignored",
    multiple=True,
    metavar="TYPE",
    help="Type of brat annotations to leave out; may be repeated.",
)
@click.option(
    "--data",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Train the whole model from the training sets in this folder, and from ARTICLES if given.",
)
@click.option("--device", metavar="NAME", help="With --data: cpu or cuda; default: cuda where there is one.")
@click.option("--resume", is_flag=True, help="With --data: resume from the last checkpoint in OUT.")
@click.option(
    "--base",
    metavar="NAME",
    help="With --data: encoder to start from, mpnet or minilm, a folder of one, or a model to go on from; "
    "default: mpnet.",
)
@click.option(
    "--teacher",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="With --data: trained model that annotates the raw texts; without --base, it is the start as well.",
)
@click.option(
    "--leave-out",
    "left_out",
    multiple=True,
    metavar="FILE",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="With --data: gold file to measure with; its articles are trained on nowhere. May be repeated.",
)
@click.pass_context
def train(
    ctx: click.Context,
    articles: tuple[Path, ...],
    out: Path,
    epochs: int | None,
    rate: float,
    seed: int,
    held_out: float,
    name: str,
    base_model: Path | None,
    ignored: tuple[str, ...],
    data: Path | None,
    device: str | None,
    resume: bool,
    base: str | None,
    teacher: Path | None,
    left_out: tuple[Path, ...],
) -> None:
    """Fine-tune the model on your own annotated articles.

    ARTICLES are brat's NAME.ann files with NAME.txt beside them, .jsonl files in the gold's form, or folders
    of these; docs/train.md says what they may hold. OUT receives a model for --model. The articles held
    out are read before and after, so that you see whether it helped. Some dozens of articles take minutes on
    a CPU.

    Needs the extra: pip install 'extract-news[train]'.

    \b
    Examples:
      extract train annotated/ -o models/
      extract run articles/ -o out --model models/en_my_news-0.3.0
    """
    if not articles and data is None:
        raise click.UsageError(
            "give annotated ARTICLES to learn from, or --data DIR to train the whole model"
        )
    _refuse_options(
        ctx, _OPTIONS_WITH_ARTICLES if data is not None else _OPTIONS_WITH_DATA, anew=data is not None
    )
    try:
        from extract.train.adapt import adapt_model
        from extract.train.finetune import FineTuning
        from extract.train.train import train_model
    except ModuleNotFoundError as error:
        raise InputError(
            f"training needs {error.name}, which is not installed; pip install 'extract-news[train]'"
        ) from error
    log_to_stderr(logging.INFO)
    if data is not None:
        train_model(
            data,
            out,
            articles=articles,
            left_out=left_out,
            epochs=epochs,
            seed=seed,
            device=device,
            resume=resume,
            base=base,
            teacher=teacher,
        )
        return
    adapted = adapt_model(
        articles,
        out,
        name=name,
        base_model=base_model,
        settings=FineTuning(epochs=epochs or 3, rate=rate, seed=seed),
        held_out=held_out,
        ignored=ignored,
    )
    click.echo("\n".join(report(adapted)), err=True)


def _refuse_options(ctx: click.Context, names: tuple[str, ...], *, anew: bool) -> None:
    """Raise UsageError for an option that has no effect here."""
    for parameter in ctx.command.params:
        given = parameter.name in names and ctx.get_parameter_source(parameter.name or "")
        if given and given.name == "COMMANDLINE":
            other = "with --data" if anew else "without --data"
            raise click.UsageError(f"{parameter.opts[0]} means nothing {other}")


def report(adapted: Adapted) -> list[str]:
    """Format the figures on the held-out articles before and after, and where the model is."""
    lines = []
    before, after = adapted.before, adapted.after
    if before is None or after is None:
        lines.append("No article was held out, so nothing says whether it helped; see --held-out.")
    else:
        noun = "article" if adapted.held_out == 1 else "articles"
        lines.append(f"On {adapted.held_out} {noun} held out:    before   after")
        lines.append(f"  {'loss':24}{before.loss:8.4f}{after.loss:8.4f}")
        lines += [
            f"  {f'F1 of words, {name}':24}{before.f1.get(name, 0):8.3f}{after.f1.get(name, 0):8.3f}"
            for name in dict.fromkeys([*before.f1, *after.f1])
        ]
        if after.loss > before.loss:
            lines.append("The loss has risen: try a lower --rate, fewer --epochs, or more articles.")
    return [*lines, f"{adapted.folder}: learned from {adapted.trained}; use it with --model {adapted.folder}"]
