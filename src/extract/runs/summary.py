"""Summary of a run, counted as it goes, and the facts of `run.json`."""

from __future__ import annotations

import platform
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import datetime
from importlib.metadata import version
from typing import Any

from extract.errors import counted
from extract.files import FAILURES
from extract.quotes.entities.watchlist import AMBIGUOUS
from extract.record.record import SCHEMA_VERSION, Provenance
from extract.runs.fingerprint import PACKAGES
from extract.runs.resume import Done
from extract.runs.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class InputCounts:
    """Counts of one input. articles: those without failure, with records or without."""

    input: str
    articles: int
    records: int
    failures: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """Result of a run, counted.

    seconds: from the start to the end of all work. words: of articles without failure. resumed,
    resumed_words: those of them that the journal held. ambiguous: records with a name that fits several
    entries of a watch list.
    """

    inputs: tuple[InputCounts, ...]
    skipped: int
    seconds: float
    words: int = 0
    resumed: int = 0
    resumed_words: int = 0
    ambiguous: int = 0

    @property
    def articles(self) -> int:
        """Number of articles without failure."""
        return sum(counts.articles for counts in self.inputs)

    @property
    def records(self) -> int:
        """Number of records, one a quote."""
        return sum(counts.records for counts in self.inputs)

    @property
    def failures(self) -> int:
        """Number of failures, the lines of `failures.jsonl`."""
        return sum(counts.failures for counts in self.inputs)

    @property
    def words_per_second(self) -> float:
        """Words a second over the articles worked on in this run, everything included."""
        return (self.words - self.resumed_words) / self.seconds if self.seconds > 0 else 0.0

    @property
    def exit_code(self) -> int:
        """Exit code: 0 all done; 1 some inputs failed, all others are written."""
        return 1 if self.failures else 0

    def as_json(self) -> dict[str, int | float]:
        """Counts for `run.json` and `--log-json`."""
        return {
            "articles": self.articles,
            "words": self.words,
            "records": self.records,
            "failures": self.failures,
            "skipped_files": self.skipped,
            "ambiguous_watch_list": self.ambiguous,
            "articles_done_before": self.resumed,
            "seconds": round(self.seconds, 3),
            "words_per_second": round(self.words_per_second),
        }

    def line(self) -> str:
        """Format one line for the user."""
        line = (
            f"{counted(self.articles, 'article')}, {counted(self.records, 'record')} in {self.seconds:.1f} s"
        )
        if self.words > self.resumed_words:
            line += f" ({self.words_per_second:,.0f} words a second)"
        if self.resumed:
            line += f"; {counted(self.resumed, 'article')} had been done before"
        if self.failures:
            line += f"; {counted(self.failures, 'failure')}, see {FAILURES}"
        return line


class Tally:
    """Tally of a run under way. argument: from a path to the input, as given, that it belongs to."""

    def __init__(self, argument: Callable[[str], str]) -> None:
        self._argument = argument
        self._inputs: dict[str, Counter[str]] = {}
        self._all: Counter[str] = Counter()
        self._clock = time.perf_counter()

    @property
    def failures(self) -> int:
        """Number of failures so far."""
        return self._all["failures"]

    def add(self, done: Done) -> None:
        """Count one article or failure."""
        outcome = done.outcome
        counts = self._inputs.setdefault(self._argument(outcome.path), Counter())
        counts["records"] += len(outcome.records)
        self._all["ambiguous"] += sum(AMBIGUOUS in record.flags for record in outcome.records)
        if outcome.failure:
            counts["failures"] += 1
            self._all["failures"] += 1
            return
        counts["articles"] += 1
        self._all["words"] += done.words
        if not done.new:
            self._all["resumed"] += 1
            self._all["resumed_words"] += done.words

    def skip(self) -> None:
        """Count a file that is no input."""
        self._all["skipped"] += 1

    def summary(self) -> Summary:
        """Sum up the counts."""
        inputs = tuple(
            InputCounts(
                input=name,
                articles=counts["articles"],
                records=counts["records"],
                failures=counts["failures"],
            )
            for name, counts in self._inputs.items()
        )
        return Summary(
            inputs=inputs,
            skipped=self._all["skipped"],
            seconds=time.perf_counter() - self._clock,
            words=self._all["words"],
            resumed=self._all["resumed"],
            resumed_words=self._all["resumed_words"],
            ambiguous=self._all["ambiguous"],
        )


def run_facts(
    summary: Summary, *, settings: Settings, provenance: Provenance, started: datetime
) -> dict[str, Any]:
    """Collect the content of `run.json` but for the list of files."""
    return {
        "schema_version": SCHEMA_VERSION,
        "extract": provenance.extract,
        "model": provenance.model,
        "python": platform.python_version(),
        "platform": platform.platform(),
        "packages": {name: version(name) for name in PACKAGES},
        "settings": settings.as_json(),
        "started": started.isoformat(timespec="seconds"),
        "counts": summary.as_json(),
        "inputs": [asdict(counts) for counts in summary.inputs],
    }
