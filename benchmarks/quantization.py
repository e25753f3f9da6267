"""What int8 weights lose: every figure of accuracy.py with float32 and int8 weights of one checkpoint."""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import torch
from accuracy import measure

from extract.train.network import Network
from extract.train.train import DEFAULT_BASE, base_model, export_pipeline

MOST_LOST = 0.003


def export_checkpoint(checkpoint: Path, out: Path, *, base: str, quantize: bool) -> Path:
    """Write the pipeline of a checkpoint to a folder in `out`: the moving average of its weights.

    base: what its training started from, as for `train_model`. quantize: int8 weights, else float32.
    """
    model, folder = base_model(base, checkpoint.parent)
    network = Network.blank(folder, layers=model.layers)
    average = torch.load(checkpoint, map_location="cpu", weights_only=True)["average"]
    of_network = {name.removeprefix("module."): weight for name, weight in average.items() if "." in name}
    network.load_state_dict(of_network)
    return export_pipeline(network, folder / "tokenizer.json", out / model.pipeline, quantize=quantize)


def f1_figures(figures: dict[str, Any], path: tuple[str, ...] = ()) -> Iterator[tuple[str, float]]:
    """Every F1 and share among nested figures, by its path."""
    for name, value in figures.items():
        here = (*path, name)
        if isinstance(value, dict):
            yield from f1_figures(value, here)
        elif isinstance(value, float) and name not in ("p", "r"):
            yield "/".join(here), value


@click.command()
@click.argument("checkpoint", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.argument("data", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.argument("gold", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--scorers", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option(
    "--base",
    default=DEFAULT_BASE,
    show_default=True,
    help="What its training started from, as for extract train.",
)
@click.option(
    "--json", "out", type=click.Path(path_type=Path), help="Write both sets of figures to this file."
)
def main(checkpoint: Path, data: Path, gold: Path, scorers: Path | None, base: str, out: Path | None) -> None:
    """Compare int8 with float32 weights of CHECKPOINT on the development sets; see accuracy.py.

    Exit code 1 when a figure over all labels or types loses more than 0.003.

    \b
    Example:
      python benchmarks/quantization.py out/checkpoint.pt data/ gold/dev.jsonl --scorers eval/
    """
    found = {}
    for name, quantize in (("float32", False), ("int8", True)):
        with tempfile.TemporaryDirectory() as folder:
            pipeline = export_checkpoint(checkpoint, Path(folder) / name, base=base, quantize=quantize)
            found[name], _ = measure(data, gold, scorers, str(pipeline), None)
    plain, small = (dict(f1_figures(found[name])) for name in ("float32", "int8"))
    click.echo("| Figure | float32 | int8 | change |\n| --- | ---: | ---: | ---: |")
    lost = []
    for name, value in plain.items():
        click.echo(f"| {name} | {value:.4f} | {small[name]:.4f} | {small[name] - value:+.4f} |")
        if value - small[name] > MOST_LOST and "/all/" in name:
            lost.append(name)
    if out is not None:
        out.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    for name in lost:
        click.echo(f"more than {MOST_LOST} lost: {name}", err=True)
    sys.exit(1 if lost else 0)


if __name__ == "__main__":
    main()
