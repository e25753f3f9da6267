"""A stopwatch for the stages of the program, put around its functions and components from outside."""

from __future__ import annotations

import importlib
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language

STAGES = (
    "read", "tokenize", "layout", "sentences", "encoder", "word pieces", "entities", "attribution", "timex",
    "annotations", "passages", "names", "speakers", "organizations", "assemble", "flatten", "write",
)  # fmt: skip
OTHER = "other"  # what stands between the stages: chunks, batches, letting go of memory


class Stopwatch:
    """Processor time of stages, each without the stages that run inside it."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = defaultdict(float)
        self._running = [OTHER]
        self._since = time.process_time()

    def _switch(self) -> None:
        now = time.process_time()
        self.seconds[self._running[-1]] += now - self._since
        self._since = now

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Count what runs here for the stage `name`."""
        self._switch()
        self._running.append(name)
        try:
            yield
        finally:
            self._switch()
            self._running.pop()

    def call(self, name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """`function`, counted for the stage `name`."""

        def timed(*args: Any, **kwargs: Any) -> Any:
            with self.stage(name):
                return function(*args, **kwargs)

        return timed

    def each(self, name: str, items: Iterable[Any]) -> Iterator[Any]:
        """`items`, each one's making counted for the stage `name`."""
        iterator = iter(items)
        end = object()
        while True:
            with self.stage(name):
                item = next(iterator, end)
            if item is end:
                return
            yield item

    def restart(self) -> None:
        """Forget what was counted."""
        self._switch()
        self.seconds.clear()

    def stop(self) -> dict[str, float]:
        """The seconds of all stages since the start."""
        self._switch()
        return dict(self.seconds)


def watch_program(watch: Stopwatch) -> None:
    """Count the parts of the program from now on: those of the pipeline as soon as it is loaded."""
    for place, name, stage in (
        ("extract.pipeline.components.encoder", "cut", "word pieces"),
        ("extract.pipeline.load", "read_annotations", "annotations"),
        ("extract.quotes.assemble", "quotes_in", "assemble"),
        ("extract.quotes.assemble", "read_passages", "passages"),
        ("extract.quotes.assemble", "cast_of", "names"),
        ("extract.quotes.assemble", "antecedents_of", "speakers"),
        ("extract.runs.extractor", "to_record", "flatten"),
        ("extract.record.writers.csv", "flat_cells", "flatten"),
    ):
        module = importlib.import_module(place)
        setattr(module, name, watch.call(stage, getattr(module, name)))
    assemble: Any = importlib.import_module("extract.quotes.assemble")
    resolver, finder = assemble.SpeakerResolver, assemble.OrganizationFinder
    resolver.resolve = watch.call("speakers", resolver.resolve)
    finder.find = watch.call("organizations", finder.find)
    batch, output = (
        importlib.import_module("extract.runs.batch"),
        importlib.import_module("extract.runs.output"),
    )
    pipeline = importlib.import_module("extract.pipeline.load")
    read, write, load = batch.read_inputs, output.write_records, pipeline.load_pipeline

    @contextmanager
    def write_records(*args: Any) -> Iterator[Any]:
        with watch.stage("write"), write(*args) as add, watch.stage(OTHER):
            yield watch.call("write", add)

    def load_pipeline(*args: Any, **options: Any) -> Language:
        nlp: Language = load(*args, **options)
        watch_pipeline(watch, nlp)
        return nlp

    vars(batch).update(
        read_inputs=lambda *args, **options: watch.each("read", read(*args, **options)),
    )
    vars(output).update(write_records=write_records)
    vars(pipeline).update(load_pipeline=load_pipeline)


def watch_pipeline(watch: Stopwatch, nlp: Language) -> None:
    """Count the components of `nlp`; one that streams is not charged for those in front of it."""
    vars(nlp).update(make_doc=watch.call("tokenize", nlp.make_doc))
    for name, component in nlp.pipeline:
        stage = name.removeprefix("extract_")
        kind: Any = type(component)
        if not hasattr(kind, "pipe"):
            kind.__call__ = watch.call(stage, kind.__call__)
            continue

        def pipe(
            self: Any, docs: Iterable[Any], stage: str = stage, plain: Any = kind.pipe, **options: Any
        ) -> Any:
            return watch.each(stage, plain(self, watch.each(OTHER, docs), **options))

        kind.pipe = pipe
