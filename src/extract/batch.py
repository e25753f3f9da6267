"""A batch: any number of inputs to one folder of records, with failures and a summary."""

from __future__ import annotations

import platform
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from pydantic_core import to_json

from extract.article import Article
from extract.config import Settings
from extract.errors import InputError
from extract.extractor import Extractor, Outcome
from extract.failure import Failure
from extract.readers import InputPlan, read_plan, shown
from extract.record import SCHEMA_VERSION
from extract.watchlist import AMBIGUOUS
from extract.writers import write_records
from extract.writers.folder import FAILURES, RUN, prepare_folder, remove_stale, write_failures
from extract.writers.whole import write_whole

# Few at first, for the first records to come soon; then enough for the encoder to find texts of like length.
_CHUNK_ARTICLES = (4, 16, 64)
_CHUNK_CHARACTERS = 400_000


@dataclass(frozen=True, slots=True, kw_only=True)
class InputCounts:
    """What one input gave. articles: those that went through, with records or without."""

    input: str
    articles: int
    records: int
    failures: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What a batch did. ambiguous: records with a name that fits several entries of a watch list."""

    inputs: tuple[InputCounts, ...]
    skipped: int
    seconds: float
    ambiguous: int = 0

    @property
    def articles(self) -> int:
        """Articles that went through."""
        return sum(counts.articles for counts in self.inputs)

    @property
    def records(self) -> int:
        """Records written."""
        return sum(counts.records for counts in self.inputs)

    @property
    def failures(self) -> int:
        """Lines of `failures.jsonl`."""
        return sum(counts.failures for counts in self.inputs)

    @property
    def exit_code(self) -> int:
        """0: all done. 1: some inputs failed, all others are written."""
        return 1 if self.failures else 0

    def line(self) -> str:
        """One line for a person."""
        line = f"{_count(self.articles, 'article')}, {_count(self.records, 'record')} in {self.seconds:.1f} s"
        if self.failures:
            line += f"; {_count(self.failures, 'failure')}, see {FAILURES}"
        return line


def run_batch(
    plan: InputPlan,
    out: Path,
    *,
    extractor: Extractor,
    settings: Settings,
    stdin: BinaryIO | None = None,
    on_outcome: Callable[[Outcome], None] | None = None,
) -> Summary:
    """Write the records of `plan` to the folder `out`, with `failures.jsonl` and `run.json`.

    on_outcome: called after each article or failed input, in order.
    Raises InputError when `out` cannot be written.
    """
    prepare_folder(out, replace=settings.replace)
    started, clock = datetime.now(UTC), time.perf_counter()
    tally: dict[str, Counter[str]] = {}
    argument = {shown(file.path): file.argument for file in plan.files}
    articles = read_plan(
        plan, published=settings.published, date_from_name=settings.date_from_name, stdin=stdin
    )
    try:
        with write_records(out, settings.formats) as add, write_failures(out) as add_failure:
            for outcome in outcomes(articles, extractor):
                counts = tally.setdefault(argument.get(outcome.path, outcome.path), Counter())
                counts["failures" if outcome.failure else "articles"] += 1
                counts["records"] += len(outcome.records)
                for record in outcome.records:
                    add(record)
                    counts["ambiguous"] += AMBIGUOUS in record.flags
                if outcome.failure:
                    add_failure(outcome.failure)
                if on_outcome:
                    on_outcome(outcome)
        summary = Summary(
            inputs=tuple(_input_counts(name, counts) for name, counts in tally.items()),
            skipped=len(plan.skipped),
            seconds=time.perf_counter() - clock,
            ambiguous=sum(counts["ambiguous"] for counts in tally.values()),
        )
        _finish(out, summary, extractor=extractor, settings=settings, started=started)
    except OSError as error:
        raise InputError(f"{out} cannot be written: {error.strerror or error}") from error
    return summary


def outcomes(items: Iterable[Article | Failure], extractor: Extractor) -> Iterator[Outcome]:
    """Yield what becomes of each article and failure, in order, a chunk of articles at a time."""
    for chunk in _chunks(items):
        done = iter(extractor([item for item in chunk if isinstance(item, Article)]))
        for item in chunk:
            yield Outcome(path=item.path, failure=item) if isinstance(item, Failure) else next(done)


def _chunks(items: Iterable[Article | Failure]) -> Iterator[list[Article | Failure]]:
    """Cut by number and length, the same way for the same articles."""
    sizes = chain(_CHUNK_ARTICLES, iter(lambda: _CHUNK_ARTICLES[-1], 0))
    chunk: list[Article | Failure] = []
    size, characters = next(sizes), 0
    for item in items:
        chunk.append(item)
        characters += len(item.text) if isinstance(item, Article) else 0
        if len(chunk) >= size or characters >= _CHUNK_CHARACTERS:
            yield chunk
            chunk, size, characters = [], next(sizes), 0
    if chunk:
        yield chunk


def _input_counts(name: str, counts: Counter[str]) -> InputCounts:
    return InputCounts(
        input=name, articles=counts["articles"], records=counts["records"], failures=counts["failures"]
    )


def _finish(
    out: Path, summary: Summary, *, extractor: Extractor, settings: Settings, started: datetime
) -> None:
    files = [f"records.{name}" for name in settings.formats] + ([FAILURES] if summary.failures else [])
    remove_stale(out, [*files, RUN])
    run = {
        "schema_version": SCHEMA_VERSION,
        "extract": extractor.provenance.extract,
        "model": extractor.provenance.model,
        "python": platform.python_version(),
        "platform": platform.platform(),
        "packages": {name: version(name) for name in ("onnxruntime", "rapidfuzz", "spacy", "tokenizers")},
        "settings": settings.as_json(),
        "started": started.isoformat(timespec="seconds"),
        "seconds": round(summary.seconds, 3),
        "counts": {
            "articles": summary.articles,
            "records": summary.records,
            "failures": summary.failures,
            "skipped_files": summary.skipped,
            "ambiguous_watch_list": summary.ambiguous,
        },
        "inputs": [asdict(counts) for counts in summary.inputs],
        "files": files,
    }
    write_whole(out / RUN, to_json(run, indent=2).decode() + "\n")


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
