"""Speed and memory of a whole run: read, annotate, assemble, flatten, write; one process, one thread.

The articles are written to files of their own, again and again, until there are enough words. A fresh
process runs them with the parts of the program wrapped by a stopwatch; then fresh processes of the
command itself are timed up to their first record. Nothing in the package is changed for it.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import click
from stages import OTHER, STAGES, Stopwatch, watch_program

SAMPLES = Path(__file__).parent.parent / "data" / "raw"
# Threads of the libraries; the encoder's own come with `load_pipeline(threads=1)`.
ONE_THREAD = {
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
    "RAYON_NUM_THREADS": "1",
    "TOKENIZERS_PARALLELISM": "false",
}
NAMING = ("names", "speakers", "organizations")
NETWORK = ("encoder", "word pieces", "tokenize")  # the encoder, its tokenizer, spaCy's tokenizer

LEAST_WORDS_PER_SECOND = 3000
MOST_MICROSECONDS_OF_THE_REST = 50  # for each word
MOST_SHARE_OF_NAMING = 0.10
MOST_SECONDS_TO_START = 3.0
MOST_MEGABYTES = 700


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What was measured. seconds: of the whole run without loading, wall and processor.

    stages: processor seconds of each stage, without those of the stages inside it. load: wall seconds to
    import and load the model. peak: megabytes (10^6 bytes). first: an article that has records.
    starts: (wall, processor) seconds of each fresh process to its first record.
    """

    words: int
    articles: int
    records: int
    wall: float
    processor: float
    load: float
    peak: float
    stages: dict[str, float]
    first: str | None
    starts: tuple[tuple[float, float], ...] = ()

    @property
    def words_per_second(self) -> float:
        """Words for each second of the processor: what a machine with nothing else to do shows."""
        return self.words / self.processor

    @property
    def rest(self) -> float:
        """The share of all that is neither the encoder nor a tokenizer."""
        return 1 - sum(self.stages.get(stage, 0.0) for stage in NETWORK) / self.processor

    @property
    def microseconds_of_the_rest(self) -> float:
        """What takes neither the encoder nor a tokenizer, for each word."""
        return self.rest * self.processor / self.words * 1e6

    @property
    def naming(self) -> float:
        """The share of speakers and organizations, with the grouping of their names."""
        return sum(self.stages.get(stage, 0.0) for stage in NAMING) / self.processor


def measure(folder: Path) -> Figures:
    """Run the articles of `folder/raw` to `folder/out` in this process, which must be a fresh one."""
    began = time.perf_counter()
    from extract.readers import plan_inputs
    from extract.runs.batch import BatchListener, BatchOptions, run_batch
    from extract.runs.engines.in_process import in_process
    from extract.runs.extractor import load_extractor
    from extract.runs.fingerprint import fingerprint
    from extract.runs.settings import Settings

    watch, settings, with_records = Stopwatch(), Settings(threads=1), list[str]()
    watch_program(watch)
    extractor, digest = load_extractor(settings), fingerprint(settings)
    load = time.perf_counter() - began
    watch.restart()
    wall, processor = time.perf_counter(), time.process_time()
    summary = run_batch(
        plan_inputs([folder / "raw"]),
        folder / "out",
        in_process(extractor),
        settings,
        BatchOptions(fingerprint=digest),
        BatchListener(
            on_done=lambda done: with_records.append(done.outcome.path) if done.outcome.records else None
        ),
    )
    stages = watch.stop()
    wall, processor = time.perf_counter() - wall, time.process_time() - processor
    if summary.failures:
        raise click.ClickException((folder / "out" / "failures.jsonl").read_text("utf-8"))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    return Figures(
        words=sum(len(path.read_text("utf-8").split()) for path in (folder / "raw").glob("*.txt")),
        articles=summary.articles,
        records=summary.records,
        wall=wall,
        processor=processor,
        load=load,
        peak=peak / 1e6,
        stages={stage: stages.get(stage, 0.0) for stage in (*STAGES, OTHER)},
        first=next(iter(with_records), None),
    )


def start(article: Path) -> tuple[float, float]:
    """Seconds (wall, processor) that a fresh `extract run -` takes from its start to its first record."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    with article.open("rb") as stdin:
        began = time.perf_counter()
        command = [sys.executable, "-m", "extract", "run", "-"]
        with subprocess.Popen(command, stdin=stdin, stdout=subprocess.PIPE) as process:
            assert process.stdout is not None
            line = process.stdout.readline()
            wall = time.perf_counter() - began
            process.stdout.read()
    if process.returncode or not line:
        raise click.ClickException(f"{article}: extract run - gave no record (exit {process.returncode})")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def copies(paths: tuple[str, ...], words: int, folder: Path) -> None:
    """Write the articles of `paths` to files in `folder`, again and again, until they have `words` words.

    Each ends in its number, so that no copy is the text of another and nothing kept of one saves time.
    """
    from extract.article import Article
    from extract.readers import read_articles

    articles = [item for item in read_articles(paths) if isinstance(item, Article)]
    if not any(article.text.split() for article in articles):
        raise click.UsageError(f"no words in {', '.join(paths)}")
    folder.mkdir()
    written = number = 0
    while written < words:
        article = articles[number % len(articles)]
        number += 1
        stem = folder / f"{number:06}"
        stem.with_suffix(".txt").write_bytes(f"{article.text}\n\n{number}\n".encode())
        known = {name: getattr(article, name) for name in ("title", "published", "publisher")}
        meta = {name: value for name, value in known.items() if value is not None}
        if meta:
            stem.with_suffix(".meta.json").write_text(json.dumps(meta), encoding="utf-8")
        written += len(article.text.split())


def table(figures: Figures) -> Iterator[str]:
    """The lines of the tables, in Markdown."""
    counts = f"{figures.words:,} words, {figures.articles:,} articles, {figures.records:,} records"
    yield f"{counts}; one process, one thread"
    yield ""
    yield "| Figure | Processor time | Wall time |"
    yield "| --- | ---: | ---: |"
    per_second = figures.words / figures.wall
    yield f"| words per second, read to written | {figures.words_per_second:,.0f} | {per_second:,.0f} |"
    yield f"| run, read to written (s) | {figures.processor:.1f} | {figures.wall:.1f} |"
    yield f"| fresh start to the first record (s) | {_best(figures, 1):.2f} | {_best(figures, 0):.2f} |"
    yield f"| import and load the model (s) | | {figures.load:.2f} |"
    yield ""
    yield f"Peak memory: {figures.peak:,.0f} MB"
    yield ""
    yield "| Stage | Processor time (s) | Share |"
    yield "| --- | ---: | ---: |"
    for stage, seconds in figures.stages.items():
        yield f"| {stage} | {seconds:.2f} | {seconds / figures.processor:.1%} |"
    yield f"| all but {', '.join(NETWORK)} | {figures.rest * figures.processor:.2f} | {figures.rest:.1%} |"


def _best(figures: Figures, clock: int) -> float:
    return min((times[clock] for times in figures.starts), default=float("nan"))


def misses(figures: Figures) -> Iterator[str]:
    """What is slower or larger than it may be, in words."""
    if figures.words_per_second < LEAST_WORDS_PER_SECOND:
        yield f"{figures.words_per_second:,.0f} words per second; at least {LEAST_WORDS_PER_SECOND:,} are due"
    if figures.microseconds_of_the_rest > MOST_MICROSECONDS_OF_THE_REST:
        yield (
            f"{figures.microseconds_of_the_rest:.0f} microseconds a word for all but encoder and tokenizer;"
            f" at most {MOST_MICROSECONDS_OF_THE_REST} are due"
        )
    if figures.naming > MOST_SHARE_OF_NAMING:
        yield f"{figures.naming:.1%} goes into speakers and organizations; at most 10% are due"
    if not _best(figures, 0) <= MOST_SECONDS_TO_START:
        yield f"{_best(figures, 0):.2f} s to the first record; at most {MOST_SECONDS_TO_START:.0f} s are due"
    if figures.peak > MOST_MEGABYTES:
        yield f"{figures.peak:,.0f} MB of memory; at most {MOST_MEGABYTES} MB are due"


@click.command()
@click.argument("paths", nargs=-1, metavar="[PATHS]...")
@click.option(
    "--words",
    type=click.IntRange(1),
    default=100_000,
    show_default=True,
    help="Repeat the articles up to here.",
)
@click.option(
    "--starts", type=click.IntRange(1), default=3, show_default=True, help="Fresh starts; the best counts."
)
@click.option("--json", "out", type=click.Path(path_type=Path), help="Write the figures to this file too.")
@click.option("--check", is_flag=True, help="Exit with 1 where a figure misses what is due.")
@click.option("--measure", "folder", type=click.Path(path_type=Path), hidden=True)
def main(
    paths: tuple[str, ...], words: int, starts: int, out: Path | None, check: bool, folder: Path | None
) -> None:
    """Measure words per second, stage by stage, start-up and memory on PATHS (default: the sample articles).

    \b
    Example:
      python benchmarks/speed.py --check
    """
    if folder is not None:
        figures = measure(folder)
        (folder / "figures.json").write_text(json.dumps(asdict(figures)), encoding="utf-8")
        return
    os.environ.update(ONE_THREAD)
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        copies(paths or (str(SAMPLES),), words, work / "raw")
        command = [sys.executable, __file__, "--measure", str(work)]
        if subprocess.run(command, check=False).returncode:
            raise click.ClickException("the run to be measured failed; see above")
        figures = Figures(**json.loads((work / "figures.json").read_text("utf-8")))
        if figures.first is not None:
            times = tuple(start(Path(figures.first)) for _ in range(starts))
            figures = replace(figures, starts=times)
    click.echo("\n".join(table(figures)))
    if out is not None:
        shown = asdict(figures) | {"words_per_second": figures.words_per_second, "rest": figures.rest}
        out.write_text(json.dumps(shown, indent=1) + "\n", encoding="utf-8")
    missed = [*misses(figures)] if check else []
    for miss in missed:
        click.echo(f"missed: {miss}", err=True)
    sys.exit(1 if missed else 0)


if __name__ == "__main__":
    main()
