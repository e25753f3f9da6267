"""`extract train`: make a model."""

from __future__ import annotations

import logging
from pathlib import Path

import click

from extract.commands.messages import log_to_stderr
from extract.errors import InputError


@click.command()
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
    log_to_stderr(logging.INFO)
    train_model(data, out, epochs=epochs, seed=seed, device=device, resume=resume, base=base)
